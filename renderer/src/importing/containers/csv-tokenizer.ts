import { BUDGETS, cellTooLarge, lineTooLong, tooManyColumns, tooManyRows } from './budgets';
import { CONFLICT_END, CONFLICT_MIDDLE, CONFLICT_START, statedDelimiter } from './csv-dialect';
import { closingQuote, isBlank, looksLikeClosing, type QuotePolicy } from './csv-quotes';
import type { CsvRecord } from './csv-records';
import type { TableShape } from './table-shape';

export interface CsvOptions {
  readonly delimiter: string;
  /** True where a quotation mark is a character like any other. */
  readonly plainQuotes?: boolean;
  /** Left out: a quotation mark inside a quoted cell is doubled. */
  readonly quoting?: Quoting | undefined;
  /** What most records look like: it decides where a quotation mark is out of place. */
  readonly shape?: TableShape | null;
  /** Told of what is out of place: "line 12: …", at most `MAX_WARNINGS` times. */
  readonly warn?: ((warning: string) => void) | undefined;
}

/** backslash: `"He said \\"hello\\""`; apostrophe: `'Ann''s'` in place of quotation marks. */
export type Quoting = 'backslash' | 'apostrophe';

const MAX_WARNINGS = 20;
/** After this many characters were searched for quotes that close nothing, a quoted cell must close sooner. */
const MAX_SEARCHED_IN_VAIN = 2 ** 26;
const LATER_CELL_CHARACTERS = 2 ** 16;

const QUOTE = 34;
const NEWLINE = 10;

interface QuotedRecord {
  readonly cells: string[];
  /** Index of the newline that ends the record, or the end of the text. */
  readonly end: number;
  /** A quotation mark is where none should be; how the first one looks. */
  readonly stray: 'none' | 'closing' | 'opening';
  /** A cell has no end within its budget. */
  readonly isOverBudget: boolean;
}

/**
 * Records of a delimited text that comes in parts with "\n" as the end of a line. RFC 4180, and where a text departs
 * from it: a quotation mark inside a cell is a character; spaces may stand around a quoted cell; a cell that starts
 * with a quotation mark and does not end with one never takes the rows after it. Throws an AppError beyond a budget.
 */
export class CsvTokenizer {
  readonly #options: CsvOptions;
  /** What follows the last whole record. */
  #rest = '';
  /** A backslash at the end of a part. */
  #held = '';
  /** Length `#rest` must reach before its record is looked at again: half as much again as the last time. */
  #retryAt = 0;
  #line = 1;
  #rows = 0;
  #warnings = 0;
  #inConflict = false;
  #searchedInVain = 0;

  constructor(options: CsvOptions) {
    this.#options = options;
  }

  /** The records that are whole with this part; after the last part, of which `isLast` says so, all the others. */
  write(part: string, isLast: boolean): CsvRecord[] {
    const text = this.#rest + this.#inQuotationMarks(part, isLast);
    if (text.length < this.#retryAt && !isLast) {
      this.#rest = text;
      return [];
    }
    const records: CsvRecord[] = [];
    let at = 0;
    let nextQuote = this.#options.plainQuotes === true ? -1 : text.indexOf('"');
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end === -1) {
        if (!isLast) break;
        end = text.length;
      }
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf('"', at);
      if (this.#isLeftOut(text, at, end)) {
        this.#line += 1;
      } else if (nextQuote === -1 || nextQuote >= end) {
        this.#add(records, this.#plainCells(text, at, end));
        this.#line += 1;
      } else {
        const record = this.#quotedRecord(text, at, end, isLast);
        if (record === null) break;
        this.#add(records, record.cells);
        this.#line += newlinesIn(text, at, record.end) + 1;
        end = record.end;
      }
      at = end + 1;
    }
    this.#rest = isLast ? '' : text.slice(at);
    this.#retryAt = this.#rest.length * 1.5;
    if (this.#rest.length > BUDGETS.recordCharacters) throw lineTooLong(this.#line);
    return records;
  }

  /** A part as if its quotation marks were those of everybody else. */
  #inQuotationMarks(part: string, isLast: boolean): string {
    const { quoting } = this.#options;
    if (quoting === undefined) return part;
    if (quoting === 'apostrophe') return swapped(part);
    const text = this.#held + part;
    this.#held = !isLast && text.endsWith('\\') ? '\\' : '';
    return text.slice(0, text.length - this.#held.length).replaceAll('\\"', '""');
  }

  #add(records: CsvRecord[], read: string[]): void {
    const cells = this.#options.quoting === 'apostrophe' ? read.map(swapped) : read;
    if (cells.length === 1 && (cells[0] ?? '').trim() === '') return;
    if (cells.length > BUDGETS.columns) throw tooManyColumns(this.#line);
    this.#rows += 1;
    if (this.#rows > BUDGETS.rows) throw tooManyRows();
    records.push({ line: this.#line, cells });
  }

  #plainCells(text: string, start: number, end: number): string[] {
    if (end - start > BUDGETS.recordCharacters) throw lineTooLong(this.#line);
    const cells = ownText(text, start, end).split(this.#options.delimiter, BUDGETS.columns + 1);
    if (end - start > BUDGETS.cellCharacters && cells.some(({ length }) => length > BUDGETS.cellCharacters))
      throw cellTooLarge(this.#line);
    return cells;
  }

  #warn(warning: string): void {
    this.#warnings += 1;
    if (this.#warnings <= MAX_WARNINGS) this.#options.warn?.(`line ${String(this.#line)}: ${warning}`);
    else if (this.#warnings === MAX_WARNINGS + 1) this.#options.warn?.('and more of the kind further down');
  }

  /** Lines that are no record: Excel's "sep=;", and what a version control system wrote where two versions met. */
  #isLeftOut(text: string, start: number, end: number): boolean {
    const first = text.charCodeAt(start);
    if (this.#line === 1 && end - start < 16 && statedDelimiter(text.slice(start, end)) !== null) return true;
    // Of "<", "=", ">" and "|".
    if ((first < 60 || first > 62) && first !== 124) return false;
    const line = text.slice(start, Math.min(end, start + 9));
    const isStart = CONFLICT_START.test(line);
    if (!isStart && !(this.#inConflict && (CONFLICT_END.test(line) || CONFLICT_MIDDLE.test(line)))) return false;
    if (isStart)
      this.#warn(
        'two versions of this file were joined and never sorted out; the rows of both are read, marks are not',
      );
    this.#inConflict = !CONFLICT_END.test(line);
    return true;
  }

  /** The record that starts at `start`, whose first line ends at `lineEnd`; null where more of the text is needed. */
  #quotedRecord(text: string, start: number, lineEnd: number, isLast: boolean): QuotedRecord | null {
    const { shape } = this.#options;
    const plain = this.#readQuoted(text, start, isLast, 'plain');
    if (plain === null) return null;
    if (plain.stray === 'none') {
      if (plain.end === lineEnd || shape?.isSure !== true) return plain;
      // A quote that was never closed has met one further down that looks as if it did.
      const lines = text.slice(start, plain.end).split('\n');
      const rows = lines.slice(0, 50).map((line) => line.split(this.#options.delimiter));
      if (!rows.every((cells) => shape.fits(cells))) return plain;
      this.#warn('a quotation mark is never closed; read as a character of its cell');
      return { cells: rows[0] ?? [], end: lineEnd, stray: 'closing', isOverBudget: false };
    }
    const nested = this.#readQuoted(text, start, isLast, 'nested');
    if (nested === null) return null;
    const chosen = this.#likelier(plain, nested);
    if (chosen.isOverBudget && shape?.fits(chosen.cells) !== true) throw cellTooLarge(this.#line);
    this.#warn(
      chosen === plain
        ? 'a quotation mark is out of place; read as a character of its cell'
        : 'a quotation mark inside a quoted cell is not doubled; the cell is read to its end',
    );
    return chosen;
  }

  #likelier(plain: QuotedRecord, nested: QuotedRecord): QuotedRecord {
    const { shape } = this.#options;
    if (shape !== null && shape !== undefined) {
      const [plainFits, nestedFits] = [shape.fits(plain.cells), shape.fits(nested.cells)];
      if (plainFits !== nestedFits) return plainFits ? plain : nested;
      const [plainIsWide, nestedIsWide] = [plain, nested].map(({ cells }) => cells.length === shape.width);
      if (plainIsWide !== nestedIsWide) return plainIsWide === true ? plain : nested;
    }
    return plain.stray === 'opening' ? nested : plain;
  }

  #readQuoted(text: string, start: number, isLast: boolean, policy: QuotePolicy): QuotedRecord | null {
    const { delimiter } = this.#options;
    const delimiterCode = delimiter.charCodeAt(0);
    const cells: string[] = [];
    let stray: QuotedRecord['stray'] = 'none';
    let isOverBudget = false;
    let at = start;
    for (;;) {
      let quote = at;
      while (isBlank(text.charCodeAt(quote), delimiterCode)) quote += 1;
      let end = -1;
      if (text.charCodeAt(quote) === QUOTE) {
        const budget = this.#searchedInVain > MAX_SEARCHED_IN_VAIN ? LATER_CELL_CHARACTERS : BUDGETS.cellCharacters;
        const found = closingQuote(text, quote, delimiterCode, isLast, budget, policy);
        if (found === null) return null;
        if (found.strayAt !== null && stray === 'none')
          stray = found.strayAt === -1 || looksLikeClosing(text, found.strayAt) ? 'closing' : 'opening';
        isOverBudget ||= found.isOverBudget;
        if (found.close === -1) this.#searchedInVain += found.searched;
        else {
          const cell = ownText(text, quote + 1, found.close);
          cells.push(found.doubled ? cell.replaceAll('""', '"') : cell);
          end = found.close + 1;
          while (isBlank(text.charCodeAt(end), delimiterCode)) end += 1;
        }
      }
      if (end === -1) {
        end = at;
        for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(end)) {
          if (code === delimiterCode || code === NEWLINE) break;
          end += 1;
        }
        if (end - at > BUDGETS.cellCharacters) throw cellTooLarge(this.#line);
        cells.push(ownText(text, at, end));
      }
      if (cells.length > BUDGETS.columns) throw tooManyColumns(this.#line);
      if (end >= text.length) return isLast ? { cells, end: text.length, stray, isOverBudget } : null;
      if (text.charCodeAt(end) === NEWLINE) return { cells, end, stray, isOverBudget };
      at = end + 1;
    }
  }
}

/**
 * A piece of `text` as a string of its own. A plain slice keeps the whole of what it was cut from in memory (V8's
 * sliced strings): a few titles that are kept would hold a file of 500 MB.
 */
const ownText = (text: string, start: number, end: number): string => ` ${text.slice(start, end)}`.slice(1);

const swapped = (text: string): string => text.replaceAll(/["']/gu, (mark) => (mark === '"' ? "'" : '"'));

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
