import { openDurableStore, type DurableStore } from '../../electron/host/durable-store';
import type { FileSystem } from '../../electron/host/file-system';
import type { JournalRecord, StoredJournalRecord } from '../../electron/host-contract';
import { compare, testRecord, type ReadJournal, type Verdict } from './journal-check';

const DATA = '/data';
/** Held by the test's own process, which is no crashed program. */
const LOCK = 'in-use.lock';
const DAY_MS = 86_400_000;

/** A program that writes to a data folder, and what it was told. */
export class Session {
  readonly store: DurableStore;
  readonly given = new Map<string, JournalRecord>();
  readonly acknowledged = new Map<number, JournalRecord>();
  /** Names and bytes of snapshots that were answered. */
  readonly snapshots = new Map<string, Uint8Array>();
  /** Codes of the errors it was told. */
  readonly refusals: string[] = [];
  #next = 1;

  constructor(fileSystem: FileSystem, folder = DATA) {
    const now = (): number => 1_700_000_000_000;
    this.store = openDurableStore(folder, { fileSystem, now, segmentBytes: 3_000, reserveBytes: 4_096 });
  }

  /** True where it was acknowledged. */
  async append(count: number): Promise<boolean> {
    const records = Array.from({ length: count }, () => testRecord(this.#next++));
    for (const record of records) this.given.set(record.id, record);
    return await this.#told(async () => {
      const { sequences } = await this.store.journalAppend(records);
      for (const [index, record] of records.entries()) this.acknowledged.set(sequences[index] ?? 0, record);
    });
  }

  async snapshot(): Promise<boolean> {
    const bytes = Buffer.from(`snapshot ${String(this.#next)}`.repeat(100));
    return await this.#told(async () => {
      const { name } = await this.store.snapshotWrite({ bytes, sequence: this.#next, reason: 'test' });
      this.snapshots.set(name, bytes);
    });
  }

  /** Drops every record that may be dropped; those are no longer expected. */
  async compact(upTo: number): Promise<void> {
    await this.#told(async () => {
      await this.store.journalCompact(upTo, 1_700_000_000_000 + DAY_MS);
    });
    // Whether it was done or not: what it may drop is not asked for again.
    for (const sequence of this.acknowledged.keys()) if (sequence <= upTo) this.acknowledged.delete(sequence);
  }

  async #told(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.refusals.push(typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'none');
      return false;
    }
  }

  /** Something of everything. */
  async work(): Promise<void> {
    for (let call = 0; call < 8; call++) await this.append(1 + (call % 3));
    await Promise.all([this.append(1), this.append(2), this.append(1)]);
    await this.snapshot();
    await this.compact(6);
    for (let call = 0; call < 4; call++) await this.append(1);
  }
}

export interface Start extends Verdict {
  /** The store answers, and takes a new record. */
  readonly works: boolean;
  readonly read: ReadJournal;
  readonly lostSnapshots: number;
}

/** Starts the program anew on what a fault left, and says what is there. */
export async function startAgain(fileSystem: FileSystem, before: Session, folder = DATA): Promise<Start> {
  await fileSystem.remove(`${folder}/${LOCK}`);
  const store = openDurableStore(folder, {
    fileSystem,
    now: () => 1_700_000_100_000,
    segmentBytes: 3_000,
    reserveBytes: 4_096,
  });
  const nothing: ReadJournal = { records: [], damage: [], lastSequence: 0 };
  try {
    const read = await readStore(store);
    const verdict = compare(before.acknowledged, read, before.given);
    const there = new Map((await store.snapshots()).map(({ name, bytes }) => [name, bytes]));
    const lostSnapshots = [...before.snapshots].filter(([name, bytes]) => there.get(name) !== bytes.length).length;
    const { lastSequence } = await store.journalAppend([{ id: 'after-the-fault', at: 1, text: '{}' }]);
    const after = await store.journalRead(lastSequence - 1, 1_000);
    return { ...verdict, lostSnapshots, read, works: after.records.at(-1)?.id === 'after-the-fault' };
  } catch {
    return { missing: [], wrong: 0, lostSnapshots: 0, read: nothing, works: false };
  } finally {
    await store.close().catch(() => undefined);
  }
}

export async function readStore(store: DurableStore): Promise<ReadJournal> {
  const records: StoredJournalRecord[] = [];
  for (;;) {
    const page = await store.journalRead(records.at(-1)?.sequence ?? 0, 500);
    records.push(...page.records);
    if (page.isEnd) break;
  }
  const { damage, lastSequence } = await store.journalStatus();
  return { records, damage, lastSequence };
}

/** Damage that says something acknowledged may be gone; a torn end says that it was not acknowledged. */
export function warnings({ damage }: ReadJournal): number {
  return damage.filter(({ what }) => what !== 'torn-tail').length;
}
