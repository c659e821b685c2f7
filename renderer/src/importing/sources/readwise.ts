import { makersOf } from '../cells/maker-cells';
import { tagsAndShelves } from '../cells/shelves';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { HighlightedThings } from './highlighted-things';

const REQUIRED = ['Highlight', 'Book Title', 'Book Author', 'Amazon Book ID', 'Highlighted at'] as const;
const MESSAGE = /\bon (?:twitter|x|mastodon|bluesky)$|^@\w+$/iu;

/** Passages of pages are counted in letters or in their order, of books in pages or places of a Kindle. */
const kindOf = (row: TableRow): string =>
  row.cell('Amazon Book ID') !== '' || /^(?:page|location)$/i.test(row.cell('Location Type')) ? 'book' : 'article';

/** Readwise's passages: in which books and pages something was marked. The passages themselves are not taken. */
export const readwise: ImportSource = {
  id: 'readwise',
  containers: ['table'],
  scale: null,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, REQUIRED) < 0 ? null : { layout: 'highlights', confidence: 'certain' },
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const asked = new HighlightedThings(answers).question;
    for (const { file } of files) {
      const things = new HighlightedThings(answers);
      await readTable(file, { required: REQUIRED, dates: ['Highlighted at'] }, collector, (row) => {
        const title = titleOf(row.cell('Book Title'));
        if (title === null) return 'no title';
        const author = row.cell('Book Author');
        if (MESSAGE.test(author)) return 'a message, and no book or article';
        const id = row.cell('Amazon Book ID');
        const asin = /^[\dA-Z]{10}$/.test(id) ? id : null;
        things.add(
          asin ?? JSON.stringify([title, author]),
          (known) =>
            known ?? {
              ...blankRow(row.file, row.line, kindOf(row), title),
              creators: makersOf(author, { named: 'people', order: 'first-last' }),
              ...tagsAndShelves(row.list(',', 'Document tags')),
              identifiers: asin === null ? {} : { asin },
            },
          row.date('Highlighted at'),
        );
        return [];
      });
      collector.joinedCount += things.furtherCount;
      collector.add([...things.rows]);
    }
    return collector.reading('Readwise highlights', { questions: [asked] });
  },
};
