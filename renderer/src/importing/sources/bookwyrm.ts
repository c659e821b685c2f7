import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { asinIn, isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { statusOfShelf, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { textOfHtml } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['title', 'author_text', 'remote_id', 'openlibrary_key'] as const;
/** Stars, in halves. */
const SCALE = 5;

function identifiersOf(row: TableRow): Readonly<Record<string, string>> {
  const edition = row.cell('openlibrary_key');
  const asin = row.cell('asin') || row.cell('aasin');
  return {
    ...isbnIdentifiers([row.cell('isbn_13'), row.cell('isbn_10')]),
    ...numberIdentifier('goodreads', row.cell('goodreads_key')),
    ...numberIdentifier('librarything', row.cell('librarything_key')),
    ...(/^OL\d+M$/.test(edition) ? { openlibrary: edition } : {}),
    ...asinIn(asin),
  };
}

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('title'));
  if (title === null) return 'no title';
  const ownRating = row.rating(SCALE, 'rating');
  const finishedAt = row.date('finish_date');
  const stoppedAt = row.date('stopped_date');
  const shelf = row.cell('shelf');
  const status: ItemStatus =
    statusOfShelf(shelf) ??
    (stoppedAt !== null ? 'abandoned' : finishedAt !== null || ownRating !== null ? 'finished' : 'none');
  const isOver = status === 'finished' || status === 'abandoned';
  const review = [row.text('review_name'), textOfHtml(row.text('review_content')) ?? ''].filter((text) => text !== '');
  // A shelf of one's own has a number behind its name.
  const own = statusOfShelf(shelf) === null ? row.cell('shelf_name') || shelf : '';
  return {
    ...blankRow(row.file, row.line, 'book', title),
    creators: makersOf(row.cell('author_text'), { named: 'people', order: 'first-last' }),
    ...tagsAndShelves(withoutStatuses(own === '' ? [] : [own])),
    identifiers: identifiersOf(row),
    url: row.cell('remote_id'),
    ownRating,
    ratedAt: ownRating === null ? null : row.date('review_published'),
    status,
    finishedAt: isOver ? (status === 'finished' ? finishedAt : (stoppedAt ?? finishedAt)) : null,
    addedAt: row.date('shelf_date'),
    note: review.length === 0 ? null : review.join('\n\n'),
  };
}

export const bookwyrm = tableSource({
  id: 'bookwyrm',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'BookWyrm export',
  read: readRow,
});
