import type { ItemStatus } from '../../domain/item-values';
import { parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { statusOfShelf, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { formulaText, parseNumber, splitList } from '../cells/cell-values';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import { textOfHtml } from '../containers/html-text';
import type { ImportedRow } from '../../domain/imported-row';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { splitTitle } from './goodreads-title';
import { readIdentifier } from '../../identity/identifier-namespaces';
import { asinIn, isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';

const FIRST_COLUMNS = [
  'Book Id',
  'Title',
  'Author',
  'Author l-f',
  'Additional Authors',
  'ISBN',
  'ISBN13',
  'My Rating',
] as const;
const MIDDLE_COLUMNS = [
  'Publisher',
  'Binding',
  'Number of Pages',
  'Year Published',
  'Original Publication Year',
  'Date Read',
  'Date Added',
  'Bookshelves',
  'Bookshelves with positions',
  'Exclusive Shelf',
  'My Review',
  'Spoiler',
  'Private Notes',
  'Read Count',
] as const;
/** For a file saved again without its header: the 24 columns of 2022–2026 and the 23 that follow them. */
const HEADERS: readonly (readonly string[])[] = [
  [...FIRST_COLUMNS, 'Average Rating', ...MIDDLE_COLUMNS, 'Owned Copies'],
  [...FIRST_COLUMNS, ...MIDDLE_COLUMNS, 'Owned Copies'],
];
const REQUIRED = ['Book Id', 'Title', 'Exclusive Shelf'] as const;
/** Stars. */
const SCALE = 5;
/** Of files in which somebody has put ratings of another service under Goodreads' header. */
const OTHER_SCALE = 10;

function headerlessColumns({ firstRecords }: FileHead): readonly string[] | undefined {
  const sample = firstRecords.slice(0, 20);
  return HEADERS.find((header) => {
    const columns = columnReader(header);
    const fitting = sample.filter(
      (record) =>
        record.cells.length === header.length &&
        /^\d+$/.test(columns.cell(record, 'Book Id')) &&
        /^[0-5](?:\.0)?$/.test(columns.cell(record, 'My Rating')) &&
        /^[\p{L}][\p{L}\d-]*$/u.test(columns.cell(record, 'Exclusive Shelf')) &&
        parseDate(columns.cell(record, 'Date Added')) !== null,
    );
    return sample.length > 0 && fitting.length >= sample.length * 0.8;
  });
}

/**
 * An exclusive shelf may be the owner's own invention; what it does not say, rating and date do. Goodreads has no
 * shelf for books given up, so people add one of their own beside "read".
 */
function statusOf(exclusive: string, shelves: readonly string[], hasRating: boolean, hasDate: boolean): ItemStatus {
  if ([exclusive, ...shelves].some((shelf) => statusOfShelf(shelf) === 'abandoned')) return 'abandoned';
  return statusOfShelf(exclusive) ?? (hasRating || hasDate ? 'finished' : 'none');
}

const AUDIO = /audio|audible|cassette|\bcd\b|\bmp3\b/i;
/** Below this the number is one of hours, discs or nothing at all. */
const MIN_PAGES = 10;

/** What is listened to has no pages: its number counts discs or hours, or was copied from a printed edition. */
function pagesOf(cell: string, binding: string): number | null {
  const pages = AUDIO.test(binding) ? null : parseLength(cell, 'book', 'pages');
  return pages !== null && pages >= MIN_PAGES ? pages : null;
}

const distinct = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))];

function readRow(row: TableRow): ImportedRow | string {
  const full = titleOf(row.cell('Title'));
  if (full === null) return 'no title';
  const { title, series } = splitTitle(full);
  const id = formulaText(row.cell('Book Id'));
  const identifiers = {
    ...numberIdentifier('goodreads', id),
    ...isbnIdentifiers([row.cell('ISBN13'), row.cell('ISBN')]),
    ...asinIn(row.cell('ISBN13')),
  };
  const bookId = readIdentifier('goodreads', id);
  const shelf = row.cell('Exclusive Shelf').toLowerCase();
  const ownRating = row.rating(SCALE, 'My Rating');
  const finishedAt = row.date('Date Read');
  const average = row.number('Average Rating');
  const shelves = splitList(`${row.cell('Bookshelves')},${shelf}`);
  return {
    ...blankRow(row.file, row.line, 'book', title),
    // The author's own cell is never split: "Martin Luther King, Jr." is one person.
    creators: distinct([row.cell('Author'), ...row.list(',', 'Additional Authors')]),
    year: row.year('Original Publication Year') ?? row.year('Year Published'),
    length: pagesOf(row.cell('Number of Pages'), row.cell('Binding')),
    ...tagsAndShelves(withoutStatuses(shelves)),
    series,
    crowd:
      average === null || average <= 0 || average > SCALE
        ? null
        : { rating: Math.round(average * 2000) / 10_000, count: null },
    identifiers,
    url: 'value' in bookId ? `https://www.goodreads.com/book/show/${bookId.value}` : null,
    ownRating,
    status: statusOf(shelf, shelves, (parseNumber(row.cell('My Rating')) ?? 0) > 0, finishedAt !== null),
    finishedAt,
    addedAt: row.date('Date Added'),
    note: textOfHtml(row.text('My Review')),
    privateNote: textOfHtml(row.text('Private Notes')),
  };
}

const HEADERLESS = 'no header';

/** More than a slip of the hand: several of the ratings are above five, and none above ten. */
function isOfTen(ratings: readonly number[]): boolean {
  const above = ratings.filter((rating) => rating > SCALE);
  return above.length >= Math.max(2, ratings.length / 10) && above.every((rating) => rating <= OTHER_SCALE);
}

export const goodreads: ImportSource = {
  id: 'goodreads',
  containers: ['table'],
  scale: SCALE,
  sniff: (file) => {
    const at = findHeader(file.firstRecords, REQUIRED);
    if (at >= 0)
      return { layout: `${String(file.firstRecords[at]?.cells.length ?? 0)} columns`, confidence: 'certain' };
    return headerlessColumns(file) === undefined ? null : { layout: HEADERLESS, confidence: 'likely' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    const layouts = new Set<string>();
    for (const { file, layout } of files) {
      const header = layout === HEADERLESS ? headerlessColumns(file) : undefined;
      if (header !== undefined)
        collector.warn(file.path, `no header row; read as the ${String(header.length)} columns Goodreads writes`);
      layouts.add(header === undefined ? layout : `${String(header.length)} columns`);
      const dates = ['Date Read', 'Date Added'];
      const numbers = new Map<ImportedRow, number>();
      await readTable(file, { required: REQUIRED, dates, ...(header && { header }) }, collector, (record) => {
        const row = readRow(record);
        const number = parseNumber(record.cell('My Rating')) ?? 0;
        if (typeof row !== 'string' && number > 0) numbers.set(row, number);
        return row;
      });
      if (isOfTen([...numbers.values()])) {
        collector.forgetUnread(file.path, 'My Rating');
        collector.warn(file.path, 'ratings go up to 10, so they are read as of ten, not of five');
        for (const [place, row] of collector.rows.entries()) {
          const number = numbers.get(row);
          if (number !== undefined) collector.rows[place] = { ...row, ownRating: number / OTHER_SCALE };
        }
      }
    }
    return collector.reading(`Goodreads library export (${[...layouts].join(', ')})`);
  },
};
