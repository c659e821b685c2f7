import type { ItemStatus } from '../../domain/item-values';
import { dateOrderOf, parseDate } from '../cells/cell-dates';
import { parseLength } from '../cells/cell-length';
import { statusOfShelf, tagsAndShelves, withoutStatuses } from '../cells/shelves';
import { cleanCell, formulaText, parseNumber, parseRating, parseYear, splitList } from '../cells/cell-values';
import type { CsvRecord } from '../containers/csv-records';
import {
  columnReader,
  findHeader,
  tableAt,
  type ColumnReader,
  type CsvFile,
  type CsvTable,
} from '../containers/csv-table';
import { textOfHtml } from '../containers/html-text';
import type { ImportedRow } from '../../domain/imported-row';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';
import { splitTitle } from './goodreads-title';
import { readIdentifier } from '../../identity/identifier-namespaces';
import { isbnIdentifiers, numberIdentifier } from '../cells/identifier-cells';

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

function headerlessColumns(csv: CsvFile): readonly string[] | undefined {
  const sample = csv.records.slice(0, 20);
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

function goodreadsTable(csv: CsvFile): CsvTable | null {
  const at = findHeader(csv, REQUIRED);
  if (at >= 0) return tableAt(csv, at);
  const header = headerlessColumns(csv);
  if (header === undefined) return null;
  const warnings = [...csv.warnings, `no header row; read as the ${header.length} columns Goodreads writes`];
  return { file: csv.file, header, headerLine: 1, rows: csv.records, warnings };
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

function readRecord(
  file: string,
  columns: ColumnReader,
  record: CsvRecord,
  date: (cell: string) => number | null,
): ImportedRow | string {
  const full = titleOf(columns.cell(record, 'Title'));
  if (full === null) return 'no title';
  const { title, series } = splitTitle(full);
  const id = formulaText(columns.cell(record, 'Book Id'));
  const identifiers = {
    ...numberIdentifier('goodreads', id),
    ...isbnIdentifiers([columns.cell(record, 'ISBN13'), columns.cell(record, 'ISBN')]),
  };
  const bookId = readIdentifier('goodreads', id);
  const shelf = columns.cell(record, 'Exclusive Shelf').toLowerCase();
  const ownRating = parseRating(columns.cell(record, 'My Rating'), 5);
  const finishedAt = date(columns.cell(record, 'Date Read'));
  const average = parseNumber(columns.cell(record, 'Average Rating'));
  const shelves = splitList(`${columns.cell(record, 'Bookshelves')},${shelf}`);
  return {
    ...blankRow(file, record.line, 'book', title),
    // The author's own cell is never split: "Martin Luther King, Jr." is one person.
    creators: distinct([columns.cell(record, 'Author'), ...splitList(columns.cell(record, 'Additional Authors'))]),
    year:
      parseYear(columns.cell(record, 'Original Publication Year')) ?? parseYear(columns.cell(record, 'Year Published')),
    length: pagesOf(columns.cell(record, 'Number of Pages'), columns.cell(record, 'Binding')),
    ...tagsAndShelves(withoutStatuses(shelves)),
    series,
    crowd:
      average === null || average <= 0 || average > 5
        ? null
        : { rating: Math.round(average * 2000) / 10_000, count: null },
    identifiers,
    url: 'value' in bookId ? `https://www.goodreads.com/book/show/${bookId.value}` : null,
    ownRating,
    status: statusOf(shelf, shelves, ownRating !== null, finishedAt !== null),
    finishedAt,
    addedAt: date(columns.cell(record, 'Date Added')),
    note: textOfHtml(columns.text(record, 'My Review')),
    privateNote: textOfHtml(columns.text(record, 'Private Notes')),
  };
}

export const goodreads: ImportSource = {
  id: 'goodreads',
  recognises: (csv) => goodreadsTable(csv) !== null,
  read: async (files, pacer) => {
    const collector = new RowCollector();
    const warnings: string[] = [];
    const widths = new Set<number>();
    for (const csv of files) {
      const table = goodreadsTable(csv);
      if (table === null) continue;
      const columns = columnReader(table.header);
      widths.add(table.header.length);
      warnings.push(...table.warnings.map((warning) => `${csv.file}: ${warning}`));
      const { order, ambiguous } = dateOrderOf(
        table.rows.flatMap((record) => [columns.cell(record, 'Date Read'), columns.cell(record, 'Date Added')]),
      );
      if (ambiguous) warnings.push(`${csv.file}: dates such as 03/04/2020 are read month first`);
      for (const [index, record] of table.rows.entries()) {
        if (index % 50 === 0) await pacer.yieldIfDue();
        collector.take(csv.file, table.header, record, () =>
          readRecord(csv.file, columns, record, (cell) => parseDate(cleanCell(cell), order)),
        );
      }
    }
    const label = `Goodreads library export (${[...widths].join(', ')} columns)`;
    return { label, rows: collector.rows, skipped: collector.skipped, ignoredFiles: [], warnings };
  },
};
