import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { parseLength } from '../cells/cell-length';
import { saysTrue } from '../cells/cell-values';
import { isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { notesByPrivacy, saysPrivate } from '../cells/notes-by-privacy';
import { seriesOf } from '../cells/series-cell';
import { statusOfShelf, tagsAndShelves } from '../cells/shelves';
import { textOfNote } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['Title', 'Author', 'Status', 'Hardcover Book ID'] as const;
/** Stars, in halves. */
const SCALE = 5;

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const ownRating = row.rating(SCALE, 'Rating');
  const finishedAt = row.date('Date Finished');
  const word = row.cell('Status');
  const status: ItemStatus = statusOfShelf(word) ?? (ownRating !== null || finishedAt !== null ? 'finished' : 'none');
  const { tags, shelves } = tagsAndShelves(row.list(',', 'Lists'));
  return {
    ...blankRow(row.file, row.line, 'book', title),
    creators: makersOf(row.cell('Author'), { named: 'people', order: 'first-last' }),
    length: parseLength(row.cell('Pages'), 'book', 'pages'),
    tags: [...tags, ...row.list(',', 'Genres'), ...row.list(',', 'Moods'), ...row.list(',', 'Tags')],
    shelves: saysTrue(row.cell('Owned')) ? [...shelves, 'owned'] : shelves,
    series: seriesOf(row.cell('Series')),
    identifiers: {
      ...numberIdentifier('hardcover', row.cell('Hardcover Book ID')),
      ...isbnIdentifiers([row.cell('ISBN 13'), row.cell('ISBN 10')]),
    },
    ownRating,
    ratedAt: ownRating === null ? null : row.date('Review Date'),
    status,
    finishedAt: status === 'finished' || status === 'abandoned' ? finishedAt : null,
    addedAt: row.date('Date Added'),
    ...notesByPrivacy(
      saysPrivate(row.cell('Privacy')),
      textOfNote(row.text('Review')),
      textOfNote(row.text('Private Notes')),
    ),
  };
}

export const hardcover = tableSource({
  id: 'hardcover',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'Hardcover export',
  dates: ['Date Added', 'Date Started', 'Date Finished'],
  read: readRow,
});
