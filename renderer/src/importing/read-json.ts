import { parseDate } from './cells/cell-dates';
import { numberAt, paragraphsAt, textAt, textsAt, valueAt } from './cells/json-values';
import type { SourceFile } from './containers/source-file';
import type { ImportedRow } from '../domain/imported-row';
import type { RowCollector } from './source';

/**
 * A value of JSON, read by the keys that lead to it: `json.text('movie', 'title')`. Whatever is missing or of another
 * type is blank: '', null, false or [].
 */
export interface JsonReader {
  readonly value: unknown;
  readonly at: (...keys: readonly string[]) => JsonReader;
  readonly has: (...keys: readonly string[]) => boolean;
  /** A text or number on one line, trimmed. */
  readonly text: (...keys: readonly string[]) => string;
  /** The same with its line breaks; null where it is blank. */
  readonly note: (...keys: readonly string[]) => string | null;
  /** Of a number, or of a text that is one. */
  readonly number: (...keys: readonly string[]) => number | null;
  /** Epoch milliseconds of a date as text, or of a time in seconds or milliseconds; null for 0. */
  readonly date: (...keys: readonly string[]) => number | null;
  /** True for true, 1 and "1", "true", "yes". */
  readonly flag: (...keys: readonly string[]) => boolean;
  readonly items: (...keys: readonly string[]) => readonly JsonReader[];
  /** Texts of an array, blank ones left out. */
  readonly texts: (...keys: readonly string[]) => readonly string[];
}

/** The first second that is read as one: 1973. Smaller numbers are days or counts. */
const MIN_SECONDS = 1e8;

export const jsonReader = (value: unknown): JsonReader => ({
  value,
  at: (...keys) => jsonReader(valueAt(value, ...keys)),
  has: (...keys) => valueAt(value, ...keys) !== undefined,
  text: (...keys) => textAt(value, ...keys),
  note: (...keys) => {
    const text = paragraphsAt(value, ...keys);
    return text === '' ? null : text;
  },
  number: (...keys) => numberAt(value, ...keys),
  date: (...keys) => {
    const found = valueAt(value, ...keys);
    if (typeof found !== 'number') return parseDate(textAt(found));
    return found < MIN_SECONDS ? null : Math.round(found < 1e11 ? found * 1000 : found);
  },
  flag: (...keys) => {
    const found = valueAt(value, ...keys);
    return found === true || /^(?:1|true|yes)$/i.test(textAt(found));
  },
  items: (...keys) => {
    const found: unknown = valueAt(value, ...keys);
    return Array.isArray(found) ? found.map(jsonReader) : [];
  },
  texts: (...keys) => textsAt(value, ...keys),
});

/** First texts of a value, to know a skipped one by. */
export function excerptCells(value: unknown, depth = 2): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).slice(0, 80)];
  if (typeof value !== 'object' || value === null || depth < 0) return [];
  const cells: string[] = [];
  for (const inner of Object.values(value)) {
    if (cells.length > 5) break;
    cells.push(...excerptCells(inner, depth - 1));
  }
  return cells.slice(0, 6);
}

/** Whether the beginning of a file names every one of these keys. */
export const namesKeys = (head: string, ...keys: readonly string[]): boolean =>
  keys.every((key) => new RegExp(`"${key}"\\s*:`).test(head));

/**
 * Reads every value of the array at `path` into `collector`: as rows, or as skipped with the reason.
 * @param read gets its place in the array, 1-based, which stands for its line; null where it has taken the value itself
 */
export async function readJson(
  file: SourceFile,
  path: readonly string[],
  collector: RowCollector,
  read: (json: JsonReader, place: number) => ImportedRow | readonly ImportedRow[] | string | null,
): Promise<void> {
  for await (const items of file.jsonItems(path))
    for (const { place, value } of items) {
      const found = read(jsonReader(value), place);
      if (found !== null) collector.put(file.path, place, excerptCells(value), found);
    }
}
