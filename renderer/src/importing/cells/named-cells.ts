import { parseDate, type DateOrder } from './cell-dates';
import { cleanCell, cleanText, parseCount, parseNumber, parseYear, splitList } from './cell-values';
import { parseRating } from './ratings';
import type { UnreadCells } from './unread-cells';

/** The cells of one record by their names; '' or null where the record has none. */
export interface NamedCells {
  readonly file: string;
  /** 1-based line the record starts at. */
  readonly line: number;
  /** Of the first of `names` that is there: one line, trimmed. */
  readonly cell: (...names: readonly string[]) => string;
  /** The same with its line breaks. */
  readonly text: (...names: readonly string[]) => string;
  /** 0..1; null for blank and for zero, which everybody writes for "none". */
  readonly rating: (maximum: number, ...names: readonly string[]) => number | null;
  /** Epoch milliseconds. */
  readonly date: (...names: readonly string[]) => number | null;
  readonly year: (...names: readonly string[]) => number | null;
  readonly number: (...names: readonly string[]) => number | null;
  readonly count: (...names: readonly string[]) => number | null;
  readonly list: (separator: string | RegExp, ...names: readonly string[]) => readonly string[];
  /** By a reading of the source's own; null where the cell is not understood. */
  readonly read: <Value>(parse: (cell: string) => Value | null, ...names: readonly string[]) => Value | null;
}

export interface CellsOptions {
  readonly file: string;
  readonly line: number;
  /** Of several names that are asked for, the one that the record has, with what stands there. */
  readonly find: (names: readonly string[]) => { readonly name: string; readonly text: string } | null;
  /** Told of what says something and is not understood. */
  readonly unread: UnreadCells;
  /** Which number of 03/04/2020 is the day. */
  readonly order?: DateOrder | null;
}

export function namedCells({ file, line, find, unread, order = null }: CellsOptions): NamedCells {
  const cell = (...names: readonly string[]): string => cleanCell(find(names)?.text);
  const read = <Value>(parse: (cell: string) => Value | null, ...names: readonly string[]): Value | null => {
    const found = find(names);
    const text = cleanCell(found?.text);
    return found === null || text === '' ? null : unread.checked(parse(text), found.name, line, text);
  };
  return {
    file,
    line,
    cell,
    text: (...names) => cleanText(find(names)?.text),
    rating: (maximum, ...names) => read((text) => parseRating(text, maximum), ...names),
    date: (...names) => read((text) => parseDate(text, order), ...names),
    year: (...names) => read(parseYear, ...names),
    number: (...names) => read(parseNumber, ...names),
    count: (...names) => read(parseCount, ...names),
    list: (separator, ...names) => splitList(cell(...names), separator),
    read,
  };
}
