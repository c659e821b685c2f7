import { createPacer, type Pacer } from '../pacer';
import { sniffDelimiter, statedDelimiter } from './csv-dialect';
import { CsvTokenizer, type CsvOptions, type Quoting } from './csv-tokenizer';
import { tableShape } from './table-shape';
import { partsOf, withPlainLineEnds } from './text-parts';

export interface CsvRecord {
  /** 1-based line of the file on which the record starts; newlines inside quoted cells count. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the record cannot be read: its cells do not fit the columns. It is skipped with this reason. */
  readonly fault?: string;
}

export interface CsvRecords {
  /** In file order, blank lines left out; ragged rows stay as they are. */
  readonly records: readonly CsvRecord[];
  readonly delimiter: string;
  readonly warnings: readonly string[];
}

const BATCH = 500;

/** Records of a text in parts, in batches, at least one of them where there is any. */
export async function* csvRecords(
  parts: AsyncIterable<string>,
  options: CsvOptions,
  pacer: Pacer,
): AsyncGenerator<readonly CsvRecord[]> {
  const tokenizer = new CsvTokenizer(options);
  for await (const part of withPlainLineEnds(parts)) yield* batchesOf(tokenizer.write(part, false), pacer);
  yield* batchesOf(tokenizer.write('', true), pacer);
}

async function* batchesOf<Value>(values: readonly Value[], pacer: Pacer): AsyncGenerator<readonly Value[]> {
  for (let start = 0; start < values.length; start += BATCH) {
    await pacer.yieldIfDue();
    yield values.slice(start, start + BATCH);
  }
}

/** How the records of a file are written, from its beginning. */
export interface CsvForm extends Pick<CsvOptions, 'delimiter' | 'shape' | 'quoting'> {
  /** The first records. */
  readonly records: readonly CsvRecord[];
}

/**
 * @param head the beginning of a file, with "\n" for every end of line
 * @param isWhole false: its last record may go on
 */
export function csvForm(head: string, isWhole: boolean): CsvForm {
  const delimiter = statedDelimiter(head) ?? sniffDelimiter(head);
  const recordsOf = (options: Omit<CsvOptions, 'delimiter'>): CsvRecord[] =>
    new CsvTokenizer({ delimiter, ...options }).write(head, isWhole);
  const quoting = quotingOf(head, recordsOf);
  const shape = tableShape(recordsOf({ quoting }));
  return { delimiter, shape, quoting, records: recordsOf({ shape, quoting }) };
}

/** Every cell of a first line between apostrophes. */
const IN_APOSTROPHES = /^\s*'[^'\n]*'(?:\s*[,;\t|]\s*'[^'\n]*')+\s*(?:\n|$)/u;

/** Another than everybody's only where it leaves fewer records of another width, or fewer marks out of place. */
function quotingOf(
  head: string,
  recordsOf: (options: Omit<CsvOptions, 'delimiter'>) => readonly CsvRecord[],
): Quoting | undefined {
  const other = IN_APOSTROPHES.test(head) ? 'apostrophe' : head.includes('\\"') ? 'backslash' : undefined;
  if (other === undefined) return undefined;
  const faultsOf = (quoting: Quoting | undefined): number => {
    let strays = 0;
    const records = recordsOf({ quoting, warn: () => (strays += 1) });
    const width = records[0]?.cells.length ?? 0;
    return strays + records.filter(({ cells }) => cells.length !== width).length;
  };
  return other === 'apostrophe' || faultsOf(other) < faultsOf(undefined) ? other : undefined;
}

const HEAD_CHARACTERS = 65_536;

/** Every record of a text that is in memory, for tools and tests. Rejects with an AppError. */
export async function readCsvRecords(text: string, pacer: Pacer = createPacer()): Promise<CsvRecords> {
  const warnings: string[] = [];
  let head = '';
  for await (const part of withPlainLineEnds(partsOf(text))) {
    head += part;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  const { delimiter, shape, quoting } = csvForm(head, head.length < HEAD_CHARACTERS);
  const records: CsvRecord[] = [];
  const options = { delimiter, quoting, shape: shape ?? null, warn: (warning: string) => warnings.push(warning) };
  for await (const batch of csvRecords(partsOf(text), options, pacer)) records.push(...batch);
  return { records, delimiter, warnings };
}
