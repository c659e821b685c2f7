import { AppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { BUDGETS, lineTooLong, tooManyRows } from './budgets';
import { firstBytes, type ByteSource } from './byte-source';
import { isRule } from './csv-table';
import { csvForm, csvRecords, type CsvForm, type CsvRecord } from './csv-records';
import { jsonItemsOf, wholeJson } from './json-items';
import { markupTokens } from './markup-tokens';
import {
  HEAD_CHARACTERS,
  HEAD_RECORDS,
  type Container,
  type RecordOptions,
  type SourceFile,
  type TextLine,
} from './source-file';
import { squareRecord, unwrappedRecord } from './square-records';
import { tableShape } from './table-shape';
import { findEncoding } from './text-encoding';
import { textParts, withPlainLineEnds } from './text-parts';

const BATCH = 500;

/**
 * Opens one file that is no archive: looks at its beginning, and through it once for its encoding. Rejects with an
 * AppError that says why it cannot be read: empty, too large, not text.
 * @param encodingAnswer what the person said of its encoding
 */
export async function openFile(
  path: string,
  source: ByteSource,
  pacer: Pacer,
  encodingAnswer?: string,
): Promise<SourceFile> {
  const start = await firstBytes(source, 4, pacer);
  if (start.byteLength === 0) throw new AppError('format-unknown', 'the file is empty');
  const { encoding, warnings, question } = await findEncoding(source, pacer, path, encodingAnswer);
  const parts = (): AsyncGenerator<string> => textParts(source, encoding, pacer);
  const { text, isWhole } = await headOf(parts());
  if (looksBinary(text))
    throw new AppError(
      'format-unknown',
      'neither text nor an archive, but something like a picture, a sound or a program. An export is a CSV, TSV, JSON, XML, HTML, Excel or zip file',
    );
  const kind = kindOf(text);
  const form = kind === null ? csvForm(text, isWhole) : null;
  const firstRecords = (form?.records ?? []).slice(0, HEAD_RECORDS);
  const container = kind ?? (isTable(firstRecords) ? 'table' : 'text');
  return {
    path,
    container,
    text,
    firstRecords,
    bytes: source.size,
    warnings,
    questions: question === undefined ? [] : [question],
    records: (options) => recordsOf(parts(), form ?? csvForm(text, isWhole), options ?? {}, pacer),
    lines: () => linesOf(parts(), pacer),
    jsonItems: (place) => jsonItemsOf(path, parts(), place, pacer),
    json: () => wholeJson(path, parts()),
    tokens: () => markupTokens(withPlainLineEnds(parts()), container === 'xml' ? 'xml' : 'html'),
  };
}

/** The beginning with "\n" for every end of line, and whether it is all there is. */
async function headOf(parts: AsyncIterable<string>): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = '';
  for await (const part of withPlainLineEnds(parts)) {
    text += part;
    if (text.length > HEAD_CHARACTERS) return { text: text.slice(0, HEAD_CHARACTERS), isWhole: false };
  }
  return { text, isWhole: true };
}

async function* recordsOf(
  parts: AsyncIterable<string>,
  { delimiter, shape, quoting, records }: CsvForm,
  { plainQuotes = false, header, warn }: RecordOptions,
  pacer: Pacer,
): AsyncGenerator<readonly CsvRecord[]> {
  const options = { delimiter, plainQuotes, quoting: plainQuotes ? undefined : quoting, shape: shape ?? null, warn };
  if (header === undefined) return yield* csvRecords(parts, options, pacer);
  const width = header.length;
  const own = tableShape(records, width);
  for await (const batch of csvRecords(parts, options, pacer))
    yield batch.map((record) => {
      if (record.cells.length === width) return record;
      const unwrapped = unwrappedRecord(record, width, delimiter);
      if (unwrapped !== null) {
        warn?.('lines that stand in quotation marks as a whole are read as their cells');
        return unwrapped;
      }
      const square = squareRecord(record, width, own, delimiter);
      if (square.repair !== null) warn?.(`line ${String(record.line)}: ${square.repair}`);
      return square.record;
    });
}

async function* linesOf(parts: AsyncIterable<string>, pacer: Pacer): AsyncGenerator<readonly TextLine[]> {
  let line = 0;
  let rest = '';
  const linesIn = function* (texts: readonly string[]): Generator<readonly TextLine[]> {
    for (let start = 0; start < texts.length; start += BATCH)
      yield texts.slice(start, start + BATCH).map((text) => ({ line: (line += 1), text }));
  };
  for await (const part of withPlainLineEnds(parts)) {
    const texts = (rest + part).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > BUDGETS.cellCharacters) throw lineTooLong(line + 1, BUDGETS.cellCharacters);
    if (line > BUDGETS.rows) throw tooManyRows();
    for (const batch of linesIn(texts)) {
      await pacer.yieldIfDue();
      yield batch;
    }
  }
  yield* linesIn([rest]);
}

/** No box ("[ ] Kiln"), no time of a chat ("[03/04/2026, 12:04]"), no link of a wiki ("[[Kiln]]"). */
const JSON_START =
  /^\{\s*(?:["}]|$)|^\[\s*(?:$|\]\s*$|(?:\[\s*)?(?:$|[{"]|\[\]|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*(?:[,\]]|$)))/i;

/** What a beginning shows for certain; null: a table or plain text. */
function kindOf(head: string): Exclude<Container, 'table' | 'text'> | null {
  const start = head.slice(0, 2000).trimStart();
  if (JSON_START.test(start)) return 'json';
  if (/^<!doctype (?:html|netscape)|^<(?:html|head|body|meta|title|h1|dl)[\s>]/i.test(start)) return 'html';
  // A comment may stand over a text of any kind.
  return /^<(?:\?xml|!doctype|[a-z][\w:.-]*[\s/>])/i.test(start.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '')) ? 'xml' : null;
}

/** "[03/04/2026, 12:04:55] Ann: …", "03/04/2026, 18:22 - Ann: …": the comma parts no columns. */
const CHAT_DAY = /^[\u200e\s]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u;
const CHAT_TIME = /^\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\s*(?:\]|[-–]\s)/iu;

/** Spreadsheets leave empty cells behind the last column. */
const isAsWide = (cells: readonly string[], width: number): boolean =>
  cells.length === width ||
  (cells.length > width &&
    (cells[width - 1] ?? '').trim() !== '' &&
    cells.slice(width).every((cell) => cell.trim() === ''));

/** Cells of a header that no sentence has, however the rows below it are damaged. */
const SURE_HEADER_CELLS = 5;

/**
 * A header of several cells among the first few records, and as many in at least half of those below. Lines some of
 * which hold commas, each with a blank behind it, are sentences or titles.
 */
export function isTable(records: readonly CsvRecord[]): boolean {
  const messages = records.filter(
    ({ cells: [first = '', second = ''] }) => CHAT_DAY.test(first) && CHAT_TIME.test(second),
  );
  if (messages.length > records.length / 2) return false;
  const at = headerAt(records);
  if (at < 0) return false;
  const rows = records.slice(at + 1);
  const header = records[at]?.cells ?? [];
  const width = header.length;
  const isSure = header.every((cell) => cell.length < 60 && !cell.startsWith(' '));
  if (isSure && new Set(header).size === width && width >= SURE_HEADER_CELLS) return true;
  if (rows.length === 0 && at > 0) return false;
  const isWritten =
    records.some(({ cells }) => cells.length === 1) &&
    records.every(({ cells }) => cells.slice(1).every((cell) => cell.startsWith(' ')));
  return !isWritten && rows.filter(({ cells }) => isAsWide(cells, width)).length >= rows.length / 2;
}

/**
 * The first record of several cells, among the first few: a preamble may stand above the header. In Markdown the header
 * is what has a line drawn under it.
 */
export function headerAt(records: readonly CsvRecord[]): number {
  const rule = records.findIndex(isRule);
  if (rule > 0) return rule - 1;
  return records.slice(0, 5).findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2);
}

/** True where more than one character in fifty is a control character: real exports have stray NULs, but fewer. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) controls += 1;
  }
  return controls > text.length / 50;
}
