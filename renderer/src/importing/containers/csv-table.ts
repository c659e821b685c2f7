import { cleanCell } from '../cells/cell-values';
import { RULE_CELL } from './csv-dialect';
import type { CsvRecord } from './csv-records';

/** A header row and the records below it. */
export interface CsvTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly CsvRecord[];
  readonly warnings: readonly string[];
}

/** Header cells are compared without case and runs of white space; never by position. */
export const headerKey = (cell: string): string => cleanCell(cell).toLowerCase();

/**
 * Index of the first record, among the first five, whose cells hold every one of `names`; -1 where none does. Files
 * with a preamble have their header further down.
 */
export function findHeader(records: readonly CsvRecord[], names: readonly string[]): number {
  return records.slice(0, 5).findIndex(({ cells }) => {
    const keys = new Set(cells.map(headerKey));
    return names.every((name) => keys.has(headerKey(name)));
  });
}

/**
 * Reads cells by header name: `cell(record, 'My Rating')` is trimmed text, '' where the column or the cell is missing.
 */
export interface ColumnReader {
  readonly has: (...names: readonly string[]) => boolean;
  /** Cell of the first of `names` that the header has. */
  readonly cell: (record: CsvRecord, ...names: readonly string[]) => string;
  /** That name and what stands there, as it stands; null where the header has none of them. */
  readonly find: (
    record: CsvRecord,
    names: readonly string[],
  ) => { readonly name: string; readonly text: string } | null;
}

export function columnReader(header: readonly string[]): ColumnReader {
  const columns = new Map<string, number>();
  header.forEach((cell, index) => {
    if (!columns.has(headerKey(cell))) columns.set(headerKey(cell), index);
  });
  // By the names that are asked for, record after record.
  const asked = new Map<string, number>();
  const columnOf = (name: string): number => {
    let index = asked.get(name);
    if (index === undefined) asked.set(name, (index = columns.get(headerKey(name)) ?? -1));
    return index;
  };
  const find: ColumnReader['find'] = (record, names) => {
    for (const name of names) {
      const index = columnOf(name);
      if (index >= 0) return { name, text: record.cells[index] ?? '' };
    }
    return null;
  };
  return {
    has: (...names) => names.some((name) => columnOf(name) >= 0),
    cell: (record, ...names) => cleanCell(find(record, names)?.text),
    find,
  };
}

/** Every cell blank: a row that a spreadsheet left behind. */
export const isEmptyRecord = (record: CsvRecord): boolean => record.cells.every((cell) => cleanCell(cell) === '');

const RULE_OR_BLANK = new RegExp(String.raw`^\s*${RULE_CELL}?\s*$`);

/** The line under the header of a table of Markdown: "|---|:--:|". */
export const isRule = ({ cells }: CsvRecord): boolean =>
  cells.some((cell) => cell.trim() !== '') && cells.every((cell) => RULE_OR_BLANK.test(cell));

/** Whether a record repeats the header, as in files joined by hand. */
export function repeatsHeader(record: CsvRecord, header: readonly string[]): boolean {
  return (
    record.cells.length === header.length &&
    record.cells.every((cell, index) => headerKey(cell) === headerKey(header[index] ?? ''))
  );
}
