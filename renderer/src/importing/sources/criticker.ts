import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

/** Points, 0 among them. */
const SCALE = 100;

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Film Name', 'Title', 'Game Name'));
  if (title === null) return 'no title';
  const url = row.cell('URL');
  const isSeries = /criticker\.com\/tv\//.test(url);
  // A score of 0 is the lowest here, and not none.
  const ownRating = row.cell('Score') === '0' ? 1 / SCALE : row.rating(SCALE, 'Score');
  const review = row.text('Mini Review');
  return {
    ...blankRow(row.file, row.line, isSeries ? 'series' : 'movie', title),
    year: row.year('Year'),
    identifiers: identifiersIn({ imdb: row.cell('IMDB ID') }),
    url: /^https?:\/\//.test(url) ? url : null,
    ownRating,
    ratedAt: ownRating === null ? null : row.date('Date Rated'),
    // Who rates a series has not seen all of it for certain.
    status: ownRating === null || isSeries ? 'none' : 'finished',
    note: review === '' ? null : review,
  };
}

export const criticker = tableSource({
  id: 'criticker',
  scale: SCALE,
  required: ['Score', 'Film Name', 'Date Rated', 'Mini Review'],
  layout: 'ratings',
  label: 'Criticker ratings',
  read: readRow,
});
