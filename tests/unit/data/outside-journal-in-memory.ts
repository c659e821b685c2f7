import type { SnapshotRestoringPorts } from '../../../renderer/src/application/keeping/restored-snapshot';
import type { OutsideServices } from '../../../renderer/src/data/outbox';
import { AppError } from '../../../renderer/src/domain/errors';
import type {
  OutsideJournal,
  OutsideRecord,
  OutsideStanding,
} from '../../../renderer/src/domain/ports/outside-journal';

/** A journal outside that keeps its records in memory and fails on demand. */
export class OutsideJournalInMemory implements OutsideJournal {
  readonly records: OutsideRecord[] = [];
  journalId = 'J';
  /** Appends that are refused from now on; 'after' = the record is kept, but the answer is lost. */
  fails: 'no' | 'before' | 'after' = 'no';
  free: number | null = null;
  /** Records up to this one are gone. */
  lostThrough = 0;

  append({ at, text }: { readonly id: string; readonly at: number; readonly text: string }): Promise<number> {
    const refusal = new AppError('host-refused', 'The program behind this window has ended.');
    if (this.fails === 'before') return Promise.reject(refusal);
    this.records.push({ sequence: this.records.length + 1, at, text });
    return this.fails === 'after' ? Promise.reject(refusal) : Promise.resolve(this.records.length);
  }

  standing(): Promise<OutsideStanding> {
    const { journalId, lostThrough, free } = this;
    return Promise.resolve({ journalId, lastSequence: this.records.length, lostThrough, freeBytes: free });
  }

  async *readAfter(sequence: number): AsyncGenerator<readonly OutsideRecord[]> {
    await Promise.resolve();
    // In parts of two, so that nobody counts on one part.
    for (let start = sequence; start < this.records.length; start += 2)
      yield this.records
        .slice(start, Math.min(start + 2, this.records.length))
        .filter((record) => record.sequence > this.lostThrough);
  }
}

/** One window, nothing retried. */
export function inMemory(journal: OutsideJournal = new OutsideJournalInMemory()): OutsideServices {
  return { journal, exclusively: (work) => work(), later: () => undefined };
}

/** A host that has no snapshots. */
export const NO_SNAPSHOTS: SnapshotRestoringPorts = {
  archives: { restoreArchive: () => Promise.reject(new Error('There is none.')) },
  host: {
    snapshots: () => Promise.resolve([]),
    snapshotRead: () => Promise.reject(new Error('There is none.')),
  },
  deleteDatabase: () => Promise.resolve(),
  alone: (work) => work(),
  passphrase: () => null,
};

/** For a journal of actions alone. */
export const NO_OUTBOX = { assertRoom: () => Promise.resolve() };
