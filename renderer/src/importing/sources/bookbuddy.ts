import type { ImportedRow } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';
import { parseLength } from '../cells/cell-length';
import { parseNumber, saysTrue } from '../cells/cell-values';
import { isbnIdentifiers } from '../cells/identifier-cells';
import { makersOf } from '../cells/maker-cells';
import { placedSeries, seriesOf } from '../cells/series-cell';
import { tagsAndShelves } from '../cells/shelves';
import { statusOfWord } from '../cells/status-words';
import { withSubtitle } from '../cells/title-cells';
import { textOfNote } from '../containers/html-text';
import type { TableRow } from '../read-table';
import { blankRow, titleOf } from '../source';
import { tableSource } from '../table-source';

const REQUIRED = ['Title', 'Author (Last, First)', 'Status', 'Date Finished', 'Google VolumeID'] as const;
/** Stars, in halves. */
const SCALE = 5;

function statusOf(row: TableRow): ItemStatus {
  const said = statusOfWord(row.cell('Status'));
  // What is not read of one's own books is no wish.
  if (saysTrue(row.cell('Wish List')) || saysTrue(row.cell('Up Next'))) return said === 'none' ? 'wanted' : said;
  return said === 'wanted' ? 'none' : said;
}

function readRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const ownRating = row.rating(SCALE, 'Rating');
  const status = statusOf(row);
  // Its categories are shelves, which the owner names.
  const { tags, shelves } = tagsAndShelves(row.list(',', 'Tags'));
  return {
    ...blankRow(row.file, row.line, 'book', withSubtitle(title, row.cell('Subtitle'))),
    originalTitle: titleOf(row.cell('Original Title')),
    creators: makersOf(row.cell('Author'), { named: 'people', order: 'first-last' }),
    year: row.year('Original Year Published') ?? row.year('Year Published'),
    length: parseLength(row.cell('Number of Pages'), 'book', 'pages'),
    tags: [...new Set([...row.list(',', 'Genre'), ...tags])],
    shelves: [...new Set([...shelves, ...row.list(',', 'Category')])],
    series: placedSeries(seriesOf(row.cell('Series')), parseNumber(row.cell('Volume'))),
    identifiers: isbnIdentifiers([row.cell('ISBN')]),
    ownRating,
    liked: saysTrue(row.cell('Favorites')),
    status: status === 'none' && ownRating !== null ? 'finished' : status,
    finishedAt: status === 'finished' ? row.date('Date Finished') : null,
    addedAt: row.date('Date Added'),
    privateNote: textOfNote(row.text('Notes')),
  };
}

/** The app of Kimico. Summaries are the publishers'; who has a book on loan, prices and devices are not read. */
export const bookBuddy = tableSource({
  id: 'bookbuddy',
  scale: SCALE,
  required: REQUIRED,
  layout: 'library',
  label: 'BookBuddy library',
  dates: ['Date Started', 'Date Finished'],
  read: readRow,
});
