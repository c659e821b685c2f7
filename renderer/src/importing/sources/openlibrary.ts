import type { ImportedRow } from '../../domain/imported-row';
import { makersOf } from '../cells/maker-cells';
import { statusOfShelf, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { statusOfWord } from '../cells/status-words';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Its table of what is read, of ratings, and of lists, which have numbers of works and no titles. */
const READING = ['Work ID', 'Edition ID', 'Bookshelf'] as const;
const RATINGS = ['Work ID', 'Edition ID', 'Rating'] as const;
/** Stars. */
const SCALE = 5;

const NAMELESS =
  'Open Library’s table has numbers in place of most titles. Import it into BookWyrm, which knows them, and drop the export that it writes';

function identifiersOf(row: TableRow): Readonly<Record<string, string>> {
  const work = /OL\d+W/.exec(row.cell('Work ID'))?.[0];
  const edition = /OL\d+M/.exec(row.cell('Edition ID'))?.[0];
  return {
    ...(work === undefined ? {} : { openlibraryWork: work }),
    ...(edition === undefined ? {} : { openlibrary: edition }),
  };
}

function readRow(row: TableRow): ImportedRow | string {
  const identifiers = identifiersOf(row);
  const title = titleOf(row.cell('Title', 'Edition Title'));
  if (title === null && Object.keys(identifiers).length === 0) return 'no title and no number';
  const ownRating = row.rating(SCALE, 'My Ratings', 'My Rating', 'Rating');
  const shelf = row.cell('Bookshelf');
  const said = statusOfShelf(shelf) ?? statusOfWord(shelf);
  const { tags, shelves } = tagsAndShelves(said === 'none' ? withoutStatuses(row.list(',', 'Bookshelf')) : []);
  return {
    ...blankRow(row.file, row.line, 'book', title ?? ''),
    creators: makersOf(row.cell('Authors', 'Author'), { named: 'people', order: 'first-last' }),
    year: row.year('First Publish Year'),
    tags,
    shelves,
    identifiers,
    ownRating,
    status: said === 'none' && ownRating !== null ? 'finished' : said,
  };
}

export const openLibrary: ImportSource = {
  id: 'openlibrary',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ firstRecords }) =>
    [READING, RATINGS].some((names) => findHeader(firstRecords, names) >= 0) &&
    firstRecords.some(({ cells }) => /^(?:\/works\/)?OL\d+W$/.test((cells[0] ?? '').trim()))
      ? { layout: 'reading log', confidence: 'certain' }
      : null,
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files) await readTable(file, { required: ['Work ID', 'Edition ID'] }, collector, readRow);
    return collector.reading('Open Library reading log', { namelessAdvice: NAMELESS });
  },
};
