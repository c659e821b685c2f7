import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { parseRating } from '../cells/ratings';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { tagsAndShelves } from '../cells/shelves';
import { withSubtitle } from '../cells/title-cells';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['title', 'author', 'status', 'olid', 'book_format', 'readings'] as const;
/** Stars, in halves; its database counts tenths of them. */
const SCALE = 5;
const TENTHS = 50;

const STATUSES: ReadonlyMap<string, ItemStatus> = new Map([
  ['finished', 'finished'],
  ['read', 'finished'],
  ['in_progress', 'in-progress'],
  ['planned', 'wanted'],
  ['for_later', 'wanted'],
  ['abandoned', 'abandoned'],
  ['unfinished', 'abandoned'],
]);

/** The last days of "2023-01-02|2023-02-03|…;2024-…": a reading without one is not over. */
const daysRead = (cell: string): number[] =>
  cell.split(/[;\n]/).flatMap((reading) => parseDate(reading.split(/[|,]/)[1] ?? '') ?? []);

const isTrue = (cell: string): boolean => /^(?:true|1)$/i.test(cell);

function identifierOf(cell: string): Readonly<Record<string, string>> {
  const id = /OL\d+([MW])/.exec(cell);
  if (id === null) return {};
  return id[1] === 'W' ? { openlibraryWork: id[0] } : { openlibrary: id[0] };
}

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('title'));
  if (title === null) return 'no title';
  if (isTrue(row.cell('deleted'))) return 'deleted in Openreads';
  const rating = row.number('rating') ?? 0;
  const days = daysRead(row.text('readings'));
  const finished = Math.max(...days);
  const status = STATUSES.get(row.cell('status').toLowerCase()) ?? 'none';
  const [note, privateNote] = [row.text('my_review'), row.text('notes')];
  return {
    ...blankRow(row.file, row.line, 'book', withSubtitle(title, row.cell('subtitle'))),
    // As the catalogues write it that it looks up: "Vole, Ann", too.
    creators: makersOf(row.cell('author'), { named: 'people', order: 'mixed' }),
    year: row.year('publication_year'),
    length: parseLength(row.cell('pages'), 'book', 'pages'),
    ...tagsAndShelves(row.list('|||||', 'tags')),
    identifiers: { ...isbnIdentifiers([row.cell('isbn')]), ...identifierOf(row.cell('olid')) },
    ownRating: parseRating(String(rating), rating > SCALE ? TENTHS : SCALE),
    liked: isTrue(row.cell('favourite')),
    status,
    finishedAt: status === 'finished' && Number.isFinite(finished) ? finished : null,
    ...(status === 'finished' && days.length > 1 ? { finishedDates: days.toSorted((one, other) => one - other) } : {}),
    addedAt: row.date('date_added'),
    note: note === '' ? null : note,
    privateNote: privateNote === '' ? null : privateNote,
  };
}

export const openreads = tableSource({
  id: 'openreads',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'Openreads export',
  read: readRow,
});
