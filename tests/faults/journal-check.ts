import type { FileSystem } from '../../electron/host/file-system';
import { JournalFile } from '../../electron/host/journal/journal-file';
import type { JournalDamage, JournalRecord, StoredJournalRecord } from '../../electron/host-contract';

export const FOLDER = '/data/journal';

/** A journal with small files, so that a few records fill several. */
export function testJournal(fileSystem: FileSystem, folder = FOLDER, segmentBytes = 3_000): JournalFile {
  return new JournalFile({ fileSystem, folder, now: () => 1_700_000_000_000, newId, segmentBytes });
}

const newId = (): string => '01234567-89ab-4cde-8f01-23456789abcd';

/** The n-th change: of a length that varies, with letters of several bytes. */
export function testRecord(n: number): JournalRecord {
  const text = JSON.stringify({ rated: n, title: 'Été “ÿ” 🎬 '.repeat((n % 5) * 10), quote: '"\\' });
  return { id: `change-${String(n)}`, at: 1_700_000_000_000 + n, text };
}

export interface ReadJournal {
  readonly records: readonly StoredJournalRecord[];
  readonly damage: readonly JournalDamage[];
  readonly lastSequence: number;
}

/** All that a journal says, in pages of a few records. */
export async function readAll(journal: JournalFile): Promise<ReadJournal> {
  const records: StoredJournalRecord[] = [];
  for (;;) {
    const page = await journal.read(records.at(-1)?.sequence ?? 0, 500);
    records.push(...page.records);
    if (page.isEnd) break;
  }
  const { damage, lastSequence } = await journal.state();
  return { records, damage, lastSequence };
}

export interface Verdict {
  /** Acknowledged records that are not there. */
  readonly missing: readonly number[];
  /** Records that are there, and are not what was given, or out of order, or twice. */
  readonly wrong: number;
}

/** @param acknowledged number and record of each that was answered */
export function compare(
  acknowledged: ReadonlyMap<number, JournalRecord>,
  { records }: ReadJournal,
  given: ReadonlyMap<string, JournalRecord>,
): Verdict {
  const found = new Map(records.map((record) => [record.sequence, record]));
  const missing = [...acknowledged].filter(([sequence, { id }]) => found.get(sequence)?.id !== id).map(([one]) => one);
  const rising = records.every((record, index) => index === 0 || record.sequence > (records[index - 1]?.sequence ?? 0));
  const ids = new Set(records.map(({ id }) => id));
  const changed = records.filter(({ id, at, text }) => given.get(id)?.text !== text || given.get(id)?.at !== at);
  return { missing, wrong: changed.length + (rising ? 0 : 1) + (records.length - ids.size) };
}
