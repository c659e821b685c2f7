import type { ImportedRow } from '../../domain/imported-row';
import { parseYear } from '../cells/cell-values';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

/** Stars, in halves and tenths. */
const SCALE = 5;
const REQUIRED = ['Winery', 'Wine name', 'Vintage', 'Average rating'] as const;

function readRow(row: TableRow): ImportedRow | string {
  const winery = titleOf(row.cell('Winery'));
  const title = titleOf(row.cell('Wine name')) ?? winery;
  if (title === null) return 'no name of the wine';
  const ownRating = row.rating(SCALE, 'Your rating', 'My rating');
  const crowd = row.rating(SCALE, 'Average rating');
  const at = row.date('Scan date', 'Date');
  const [note, privateNote] = [row.text('Your review', 'My review'), row.text('Personal Note', 'Private note')];
  return {
    ...blankRow(row.file, row.line, 'wine', title),
    creators: winery === null ? [] : [winery],
    // "N.V." has none.
    year: parseYear(row.cell('Vintage')),
    tags: ['Wine type', 'Regional wine style', 'Region', 'Country']
      .map((name) => row.cell(name))
      .filter((tag) => tag !== ''),
    url: /^https?:\/\//.test(row.cell('Link to wine')) ? row.cell('Link to wine') : null,
    crowd: crowd === null ? null : { rating: crowd, count: null },
    ownRating,
    ratedAt: ownRating === null ? null : at,
    status: ownRating === null && note === '' ? 'none' : 'finished',
    addedAt: at,
    note: note === '' ? null : note,
    privateNote: privateNote === '' ? null : privateNote,
  };
}

/** What was scanned, rated and kept. Where it was scanned is not read; a scan alone is no glass that was drunk. */
export const vivino = tableSource({
  id: 'vivino',
  scale: SCALE,
  required: REQUIRED,
  layout: 'wines',
  label: 'Vivino export',
  dates: ['Scan date', 'Date'],
  read: readRow,
});
