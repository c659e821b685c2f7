import { AppError } from '../../../renderer/src/domain/errors';
import type { OutsideJournal, OutsideRecord } from '../../../renderer/src/domain/ports/outside-journal';

/** A journal outside that keeps its records in memory and fails on demand. */
export class OutsideJournalInMemory implements OutsideJournal {
  readonly records: OutsideRecord[] = [];
  /** Appends that are refused from now on; 'after' = the record is kept, but the answer is lost. */
  fails: 'no' | 'before' | 'after' = 'no';
  free: number | null = null;

  append({ at, text }: { readonly id: string; readonly at: number; readonly text: string }): Promise<number> {
    const refusal = new AppError('host-refused', 'The program behind this window has ended.');
    if (this.fails === 'before') return Promise.reject(refusal);
    this.records.push({ sequence: this.records.length + 1, at, text });
    return this.fails === 'after' ? Promise.reject(refusal) : Promise.resolve(this.records.length);
  }

  lastSequence(): Promise<number> {
    return Promise.resolve(this.records.length);
  }

  async *readAfter(sequence: number): AsyncGenerator<readonly OutsideRecord[]> {
    await Promise.resolve();
    // In parts of two, so that nobody counts on one part.
    for (let start = sequence; start < this.records.length; start += 2)
      yield this.records.slice(start, Math.min(start + 2, this.records.length));
  }

  freeBytes(): Promise<number | null> {
    return Promise.resolve(this.free);
  }
}
