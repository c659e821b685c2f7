import { parseDate } from './cell-dates';
import { decodeEntities } from '../containers/html-text';
import { cleanCell, cleanText, saysTrue } from './cell-values';
import { parseRating } from './ratings';

/** Told of what says something and could not be read. `column`: the keys that lead to it, "movie.released". */
export type NoteUnread = (column: string, cell: string) => void;

/** The first second that is read as one: 1973. Smaller numbers are days or counts. */
const MIN_SECONDS = 1e8;
const MIN_MILLISECONDS = 1e11;

/**
 * A value of JSON, read by the keys that lead to it: `json.text('movie', 'title')`, whatever shape a service has given
 * it this time. What is missing or of another type is blank: '', null, false or []. Nothing here throws.
 */
export class JsonReader {
  /** @param path keys that lead to this value */
  constructor(
    readonly value: unknown,
    private readonly unread: NoteUnread | null = null,
    private readonly path = '',
  ) {}

  at(...keys: readonly string[]): JsonReader {
    return new JsonReader(this.#find(keys), this.unread, this.#name(keys));
  }

  has(...keys: readonly string[]): boolean {
    return this.#find(keys) !== undefined;
  }

  /** A text or number on one line, trimmed. */
  text(...keys: readonly string[]): string {
    const found = this.#find(keys);
    if (typeof found === 'string') return cleanCell(decodeEntities(found));
    return typeof found === 'number' && Number.isFinite(found) ? String(found) : '';
  }

  /** A text with its line breaks, trimmed. */
  paragraphs(...keys: readonly string[]): string {
    const found = this.#find(keys);
    return typeof found === 'string' ? cleanText(found) : '';
  }

  /** The same; null where it is blank. */
  note(...keys: readonly string[]): string | null {
    const text = this.paragraphs(...keys);
    return text === '' ? null : text;
  }

  /** Of a number, or of a text that is one. */
  number(...keys: readonly string[]): number | null {
    const found = this.#find(keys);
    if (typeof found === 'number') return Number.isFinite(found) ? found : null;
    if (typeof found !== 'string' || found.trim() === '') return null;
    const number = Number(found);
    return this.#checked(Number.isFinite(number) ? number : null, keys, found);
  }

  /** 0..1; null for blank and for zero, which everybody writes for "none". */
  rating(maximum: number, ...keys: readonly string[]): number | null {
    const text = this.text(...keys);
    return text === '' ? null : this.#checked(parseRating(text, maximum), keys, text);
  }

  /** Epoch milliseconds of a date as text, or of a time in seconds or milliseconds; null for 0. */
  date(...keys: readonly string[]): number | null {
    const text = this.text(...keys);
    if (text === '') return null;
    const found = this.#find(keys);
    return this.#checked(typeof found === 'number' ? timeOf(found) : parseDate(text), keys, text);
  }

  /** True for true, 1 and "1", "true", "yes". */
  flag(...keys: readonly string[]): boolean {
    return this.#find(keys) === true || saysTrue(this.text(...keys));
  }

  /** Of an array. */
  items(...keys: readonly string[]): readonly JsonReader[] {
    return Array.isArray(this.#find(keys)) ? this.values(...keys) : [];
  }

  /** Of an array, or of an object: some services write lists as { "0": …, "2": … }. */
  values(...keys: readonly string[]): readonly JsonReader[] {
    const found = this.#find(keys);
    if (typeof found !== 'object' || found === null) return [];
    const name = this.#name(keys);
    return Object.values(found).map((value: unknown) => new JsonReader(value, this.unread, name));
  }

  /** Texts among the values, blank ones left out. */
  texts(...keys: readonly string[]): readonly string[] {
    return this.values(...keys)
      .map((item) => item.text())
      .filter((text) => text !== '');
  }

  /** What lies at `keys`; undefined where anything on the way is no object, or lacks the key. */
  #find(keys: readonly string[]): unknown {
    let at = this.value;
    for (const key of keys) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
      at = Reflect.get(at, key);
    }
    return at;
  }

  #checked<Value>(value: Value | null, keys: readonly string[], cell: string): Value | null {
    if (value === null) this.unread?.(this.#name(keys), cell);
    return value;
  }

  #name(keys: readonly string[]): string {
    return this.path === '' ? keys.join('.') : [this.path, ...keys].join('.');
  }
}

function timeOf(number: number): number | null {
  if (number < MIN_SECONDS) return null;
  return Math.round(number < MIN_MILLISECONDS ? number * 1000 : number);
}
