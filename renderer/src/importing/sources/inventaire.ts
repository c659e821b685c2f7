import type { ImportedRow } from '../../domain/imported-row';
import { parseLength } from '../cells/cell-length';
import { parseNumber } from '../cells/cell-values';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { notesByPrivacy, saysPrivate } from '../cells/notes-by-privacy';
import { placedSeries, seriesOf } from '../cells/series-cell';
import { tagsAndShelves } from '../cells/shelves';
import { withSubtitle } from '../cells/title-cells';
import { textOfNote } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['Item transaction', 'Edition title', 'Works labels', 'Authors labels'] as const;

/** The first of several, each of its work or of its series. */
const firstOf = (row: TableRow, name: string): string => row.list(',', name)[0] ?? '';

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Edition title')) ?? titleOf(row.cell('Works labels'));
  if (title === null) return 'no title';
  const { tags, shelves } = tagsAndShelves(row.list(',', 'Shelves'));
  const address = row.cell('Edition URL');
  return {
    ...blankRow(row.file, row.line, 'book', withSubtitle(title, row.cell('Edition subtitle'))),
    creators: makersOf(row.cell('Authors labels'), { named: 'people', order: 'first-last' }),
    year: row.year('Edition publication date'),
    length: parseLength(row.cell('Edition number of pages'), 'book', 'pages'),
    tags: [...new Set([...row.list(',', 'Genres labels'), ...tags])],
    shelves: ['owned', ...shelves],
    series: placedSeries(seriesOf(firstOf(row, 'Series labels')), parseNumber(firstOf(row, 'Works Series ordinals'))),
    identifiers: isbnIdentifiers([row.cell('Edition ISBN-13'), row.cell('Edition ISBN-10')]),
    addedAt: row.date('Item created'),
    url: address === '' ? null : address,
    ...notesByPrivacy(
      saysPrivate(row.cell('Item visibility')),
      textOfNote(row.text('Item details')),
      textOfNote(row.text('Item notes')),
    ),
  };
}

/** What somebody has at home to lend, give or keep. Whose page an item is on is not read. */
export const inventaire = tableSource({
  id: 'inventaire',
  scale: null,
  required: REQUIRED,
  layout: 'inventory',
  label: 'Inventaire inventory',
  read: readRow,
});
