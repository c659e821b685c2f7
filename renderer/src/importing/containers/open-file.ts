import { AppError } from '../../domain/errors';
import type { Pacer } from '../pacer';
import { readCsvRecords, type CsvRecord } from './csv-records';
import { decodeText } from './decode-text';
import { itemsAt, parseJson } from './json-items';
import { markupTokens } from './markup-tokens';
import { HEAD_CHARACTERS, HEAD_RECORDS, type Container, type SourceFile, type TextLine } from './source-file';

// Far above any library export; above it, one string of the text would strain a browser.
const MAX_FILE_BYTES = 128 * 2 ** 20;
const BATCH = 500;

/**
 * Opens one file that is no archive. Rejects with an AppError that says why it cannot be read: empty, too large, not
 * text.
 */
export async function openFile(path: string, blob: Blob, pacer: Pacer): Promise<SourceFile> {
  if (blob.size === 0) throw new AppError('format-unknown', 'the file is empty');
  if (blob.size > MAX_FILE_BYTES)
    throw new AppError('file-too-large', `the file is larger than ${MAX_FILE_BYTES / 2 ** 20} MB`);
  const { text, warning } = decodeText(new Uint8Array(await blob.arrayBuffer()));
  const head = text.slice(0, HEAD_CHARACTERS);
  if (looksBinary(head)) throw new AppError('format-unknown', 'not a text file');
  const kind = kindOf(head);
  const firstRecords = kind === null ? await recordsOf(head, text.length > head.length) : [];
  const container = kind ?? (isTable(firstRecords) ? 'table' : 'text');
  return {
    path,
    container,
    text: head,
    firstRecords,
    bytes: blob.size,
    warnings: [warning, text.includes('\0') ? 'NUL characters were left out' : null].filter((line) => line !== null),
    records: async function* ({ warn } = {}) {
      const { records, warnings } = await readCsvRecords(text, pacer);
      for (const line of warnings) warn?.(line);
      for (const batch of batches(records)) {
        await pacer.yieldIfDue();
        yield batch;
      }
    },
    lines: async function* () {
      let line = 0;
      const lines = text.split(/\r\n?|\n/).map((content): TextLine => ({ line: (line += 1), text: content }));
      for (const batch of batches(lines)) {
        await pacer.yieldIfDue();
        yield batch;
      }
    },
    jsonItems: async function* (place) {
      const items = itemsAt(parseJson(path, text), place).map((value, index) => ({ place: index + 1, value }));
      for (const batch of batches(items)) {
        await pacer.yieldIfDue();
        yield batch;
      }
    },
    json: async () => {
      await pacer.yieldIfDue();
      return parseJson(path, text);
    },
    tokens: () => markupTokens(parts(text, pacer), container === 'xml' ? 'xml' : 'html'),
  };
}

function* batches<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += BATCH) yield values.slice(start, start + BATCH);
}

async function* parts(text: string, pacer: Pacer): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += HEAD_CHARACTERS) {
    await pacer.yieldIfDue();
    yield text.slice(start, start + HEAD_CHARACTERS);
  }
}

/** What a beginning shows for certain; null: a table or plain text. */
function kindOf(head: string): Exclude<Container, 'table' | 'text'> | null {
  const start = head
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^\{\s*(?:["}]|$)|^\[\s*(?:[[{"\]\d-]|$)/.test(start)) return 'json';
  if (/^<!doctype (?:html|netscape)|^<(?:html|head|body|meta|title|h1|dl)[\s>]/i.test(start)) return 'html';
  return /^<(?:\?xml|!--|!doctype|[a-z][\w:.-]*[\s/>])/i.test(start) ? 'xml' : null;
}

/** @param isCut the last record may not be whole */
async function recordsOf(head: string, isCut: boolean): Promise<readonly CsvRecord[]> {
  const { records } = await readCsvRecords(head);
  return (isCut ? records.slice(0, -1) : records).slice(0, HEAD_RECORDS);
}

/** A header of several cells among the first few records, and as many in at least half of those below. */
function isTable(records: readonly CsvRecord[]): boolean {
  const at = headerAt(records);
  if (at < 0) return false;
  const rows = records.slice(at + 1);
  const width = records[at]?.cells.length ?? 0;
  return rows.filter(({ cells }) => cells.length === width).length >= rows.length / 2;
}

/** The first record of several cells, among the first few: a preamble may stand above the header. */
export const headerAt = (records: readonly CsvRecord[]): number =>
  records.slice(0, 5).findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2);

/** True where more than one character in fifty is a control character: real exports have stray NULs, but fewer. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) controls += 1;
  }
  return controls > text.length / 50;
}
