import Papa from 'papaparse';
import { createPacer, type Pacer } from '../pacer';

export interface CsvRecord {
  /** 1-based line of the file on which the record starts; newlines inside quoted cells count. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRecords {
  /** In file order, blank lines left out except as `blankBefore`. */
  readonly records: readonly CsvRecord[];
  /** Indices of records that follow at least one blank line: where a second table may start. */
  readonly blankBefore: ReadonlySet<number>;
  readonly delimiter: string;
  readonly warnings: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const RECORDS_PER_SLICE = 500;

/**
 * The commonest delimiter outside quotes on the first line that holds any: data may hold any of them, headers do not.
 */
export function sniffDelimiter(text: string): string {
  let start = 0;
  for (let tries = 0; tries < 10 && start < text.length; tries += 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + 20_000)).replace(/"[^"]*"/g, '');
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const best = counts.indexOf(Math.max(...counts));
    if ((counts[best] ?? 0) > 0) return DELIMITERS[best] ?? ',';
    if (end === -1) break;
    start = end + 1;
  }
  return ',';
}

function newlinesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Every record of a delimited file with the line it starts at. CR, LF and CRLF are one thing, inside cells too; ragged
 * rows stay as they are. Rejects only with `cancelled`.
 */
export async function readCsvRecords(source: string, pacer: Pacer = createPacer()): Promise<CsvRecords> {
  // Papa drops a byte-order mark from every slice it is given and does not count it: none may start a line.
  const text = source.replace(/\r\n?/g, '\n').replace(/(^|\n)\uFEFF+/g, '$1');
  const delimiter = sniffDelimiter(text);
  const records: CsvRecord[] = [];
  const blankBefore = new Set<number>();
  const warnings: string[] = [];
  let offset = 0;
  let line = 1;
  while (offset < text.length) {
    const rest = text.slice(offset);
    let consumed = 0;
    let inSlice = 0;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      quoteChar: '"',
      // The fast mode splits the whole rest of the file for every slice and counts its cursor differently.
      fastMode: false,
      step: ({ data, errors, meta }, parser) => {
        const end = meta.cursor;
        if (data.length === 1 && (data[0] ?? '').trim() === '') blankBefore.add(records.length);
        else records.push({ line, cells: data });
        const quoteError = errors.find((error) => error.type === 'Quotes');
        if (quoteError !== undefined && warnings.length < 20)
          warnings.push(`line ${line}: a quotation mark is out of place; what follows it may be read as one cell`);
        line += newlinesIn(rest, consumed, end);
        consumed = end;
        inSlice += 1;
        if (inSlice >= RECORDS_PER_SLICE) parser.abort();
      },
    });
    if (consumed === 0) break;
    offset += consumed;
    await pacer.yieldIfDue();
  }
  return { records, blankBefore, delimiter, warnings };
}
