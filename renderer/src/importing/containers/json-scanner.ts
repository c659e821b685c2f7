import { AppError } from '../../domain/errors';
import { BUDGETS, tooDeep, tooLarge } from './budgets';
import type { JsonItem } from './json-items';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** An object on the way to the wanted arrays, or one of those arrays. */
interface Level {
  readonly isArray: boolean;
  /** Keys of the path that led here. */
  readonly matched: number;
  key: string | null;
  /** Whether the colon after the key is passed. */
  expectsValue: boolean;
}

/**
 * Finds the values of the arrays at a path in JSON that comes in parts, and reads those alone: what lies beside them is
 * passed over and not kept. Several values one after the other (JSON Lines), and one that is no array, are the items of
 * the path [].
 */
export class JsonScanner {
  readonly #file: string;
  readonly #path: readonly string[];
  readonly #levels: Level[] = [];
  /** What is not passed over yet, and how far it was looked at. */
  #text = '';
  #at = 0;
  #inString = false;
  /** In a number or a word at the level of `#levels`. */
  #inScalar = false;
  /** Brackets open in a value that is passed over or kept as a whole. */
  #depth = 0;
  /** Where the item or the key begins that is being read; -1: none is. */
  #item = -1;
  #key = -1;
  #place = 0;
  #isEmpty = true;

  constructor(file: string, path: readonly string[]) {
    this.#file = file;
    this.#path = path;
  }

  /** The items that are whole with this part. Throws `format-invalid`, or `file-too-large` beyond a budget. */
  write(part: string): JsonItem[] {
    const start = this.#item !== -1 ? this.#item : this.#key !== -1 ? this.#key : this.#at;
    this.#text = this.#text.slice(start) + part;
    this.#at -= start;
    if (this.#item !== -1) this.#item = 0;
    if (this.#key !== -1) this.#key = 0;
    const items: JsonItem[] = [];
    this.#scan(items);
    if (this.#text.length - Math.max(this.#item, this.#key) > BUDGETS.jsonItemCharacters && this.#isReading())
      throw tooLarge(
        this.#where(),
        'a single value of more than 16 million characters',
        'This does not look like an export of a library; export it again.',
      );
    return items;
  }

  /** The last item, where it ends with the text. Throws `format-invalid` for a text that ends too early. */
  end(): JsonItem[] {
    const items: JsonItem[] = [];
    if (this.#inScalar && this.#levels.length === 0) this.#finish(this.#at, items);
    if (this.#levels.length > 0 || this.#depth > 0 || this.#inString || this.#isEmpty) throw damagedJson(this.#file);
    return items;
  }

  #isReading(): boolean {
    return this.#item !== -1 || this.#key !== -1;
  }

  #where(): string {
    return `${this.#file}, item ${String(this.#place + 1)}`;
  }

  #scan(items: JsonItem[]): void {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length) {
      if (this.#inString) {
        const end = endOfString(text, at);
        if (end === -1) {
          at = text.length - backslashesBefore(text, text.length, at);
          break;
        }
        at = end + 1;
        this.#inString = false;
        if (this.#key !== -1) this.#closeKey(at);
        else if (this.#depth === 0) this.#finish(at, items);
        continue;
      }
      const code = text.charCodeAt(at);
      if (this.#depth > 0) {
        if (code === QUOTE) this.#inString = true;
        else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#descend();
        else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#depth -= 1;
        at += 1;
        if (this.#depth === 0) this.#finish(at, items);
      } else if (this.#inScalar && !endsScalar(code)) at += 1;
      else {
        if (this.#inScalar) this.#finish(at, items);
        if (code > 32) this.#structure(code, at);
        at += 1;
      }
    }
    this.#at = at;
  }

  /** One character outside of any value. */
  #structure(code: number, at: number): void {
    const level = this.#levels.at(-1);
    this.#isEmpty = false;
    if (code === COLON || code === COMMA) {
      if (level === undefined) throw damagedJson(this.#file);
      level.expectsValue = code === COLON;
      if (code === COMMA) level.key = null;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (level?.isArray !== (code === CLOSE_BRACKET)) throw damagedJson(this.#file);
      this.#levels.pop();
    } else if (level?.isArray === false && !level.expectsValue) {
      if (code !== QUOTE) throw damagedJson(this.#file);
      this.#key = at;
      this.#inString = true;
    } else this.#openValue(code, at, level);
  }

  #openValue(code: number, at: number, level: Level | undefined): void {
    const wanted = this.#path.length;
    const matched = level === undefined ? 0 : this.#leads(level) ? level.matched + 1 : -1;
    const isItem = level?.isArray === true || (level === undefined && wanted === 0 && code !== OPEN_BRACKET);
    const leads = code === OPEN_BRACE ? matched < wanted : code === OPEN_BRACKET && matched === wanted;
    if (!isItem && matched !== -1 && leads) {
      this.#levels.push({ isArray: code === OPEN_BRACKET, matched, key: null, expectsValue: false });
      return;
    }
    if (isItem) this.#item = at;
    if (code === QUOTE) this.#inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#descend();
    else this.#inScalar = true;
  }

  /** Whether the value of the present key lies on the path. */
  #leads({ isArray, matched, key }: Level): boolean {
    const step = this.#path[matched];
    return !isArray && step !== undefined && (step === '*' || step === key);
  }

  #descend(): void {
    this.#depth += 1;
    if (this.#depth + this.#levels.length > BUDGETS.depth) throw tooDeep(this.#where());
  }

  #closeKey(end: number): void {
    const key = parsedJson(this.#file, this.#text.slice(this.#key, end));
    const level = this.#levels.at(-1);
    if (level !== undefined && typeof key === 'string') level.key = key;
    this.#key = -1;
  }

  /** A value has ended before `end`. */
  #finish(end: number, items: JsonItem[]): void {
    this.#inScalar = false;
    if (this.#item === -1) return;
    const text = this.#text.slice(this.#item, end);
    this.#item = -1;
    const value = parsedJson(this.#where(), text);
    this.#place += 1;
    items.push({ place: this.#place, value });
  }
}

const endsScalar = (code: number): boolean =>
  code <= 32 || code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || code === COLON || code === QUOTE;

/** Index of the quotation mark that ends the string in which `from` lies; -1: it is further on. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1))
    if (backslashesBefore(text, at, from) % 2 === 0) return at;
  return -1;
}

function backslashesBefore(text: string, index: number, from: number): number {
  let count = 0;
  while (index - count - 1 >= from && text.charCodeAt(index - count - 1) === BACKSLASH) count += 1;
  return count;
}

export const damagedJson = (where: string, cause?: unknown): AppError =>
  new AppError('format-invalid', `${where} is damaged: a part of it is missing. Download or export it again.`, {
    cause,
  });

/** @param where for the error `format-invalid` */
export function parsedJson(where: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damagedJson(where, error);
  }
}
