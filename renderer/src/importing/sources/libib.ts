import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { parseLength, type LengthMeasure } from '../cells/cell-length';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { makersOf, type MakersNamed } from '../cells/maker-cells';
import { tagsAndShelves } from '../cells/shelves';
import { textOfNote } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

/** Stars, in halves. */
const SCALE = 5;
const REQUIRED = ['item_type', 'title', 'creators', 'ean_isbn13', 'upc_isbn10'] as const;

interface Type {
  readonly kind: string;
  readonly makers: MakersNamed;
  readonly measure: LengthMeasure;
}
const BOOK: Type = { kind: 'book', makers: 'people', measure: 'pages' };
const TYPES: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['book', BOOK],
  ['movie', { kind: 'movie', makers: 'people', measure: 'minutes' }],
  ['music', { kind: 'album', makers: 'bands', measure: 'minutes' }],
  ['videogame', { kind: 'game', makers: 'companies', measure: 'hours' }],
  ['boardgame', { kind: 'board game', makers: 'people', measure: 'minutes' }],
  ['tabletop', { kind: 'board game', makers: 'people', measure: 'minutes' }],
]);

const STATUSES: readonly (readonly [RegExp, ItemStatus])[] = [
  [/^completed?$/i, 'finished'],
  [/^in progress$/i, 'in-progress'],
  [/^abandoned$/i, 'abandoned'],
];

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('title'));
  if (title === null) return 'no title';
  const type =
    TYPES.get(
      row
        .cell('item_type')
        .toLowerCase()
        .replace(/[\s_-]/g, ''),
    ) ?? BOOK;
  const ownRating = row.rating(SCALE, 'rating');
  const completed = row.date('completed');
  const said = STATUSES.find(([word]) => word.test(row.cell('status')))?.[1];
  const status = said ?? (completed !== null || ownRating !== null ? 'finished' : 'none');
  // Its collections are shelves; so are its groups.
  const { tags, shelves } = tagsAndShelves([...row.list(',', 'tags'), ...row.list(',', 'group')]);
  const privateNote = textOfNote(row.text('notes'));
  return {
    ...blankRow(row.file, row.line, type.kind, title),
    creators: makersOf(row.cell('creators'), { named: type.makers, order: 'first-last' }),
    year: row.year('publish_date'),
    length: parseLength(row.cell('length'), type.kind, type.measure),
    tags,
    shelves: [...new Set([...shelves, ...row.list(',', 'collection')])],
    identifiers: type === BOOK ? isbnIdentifiers([row.cell('ean_isbn13'), row.cell('upc_isbn10')]) : {},
    ownRating,
    ratedAt: ownRating === null ? null : row.date('review_date'),
    status,
    finishedAt: status === 'finished' ? completed : null,
    addedAt: row.date('added'),
    note: textOfNote(row.text('review')),
    ...(privateNote === null ? {} : { privateNote }),
  };
}

export const libib = tableSource({
  id: 'libib',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'Libib export',
  dates: ['began', 'completed', 'added', 'review_date'],
  read: readRow,
});
