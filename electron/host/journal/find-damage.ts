import type { JournalDamage } from '../../host-contract';
import type { Gap, Part } from './scan-segment';

type Lost = JournalDamage['lostSequences'];
/** Damage as it is found, before anything is done about it. */
export type FoundDamage = Pick<JournalDamage, 'file' | 'fromByte' | 'what' | 'lostBytes' | 'lostSequences'>;

/** What was read of one file; null: it could not be read. */
export interface ReadSegment {
  readonly name: string;
  readonly bytes: number;
  readonly parts: readonly Part[] | null;
}

interface Pending {
  readonly segment: ReadSegment;
  /** Null: the whole file could not be read. */
  readonly gap: Gap | null;
}

/**
 * Says what is lost, from what was read of all files in their order: numbers that are missing, and bytes that are no
 * record.
 */
export class DamageFinder {
  readonly found: FoundDamage[] = [];
  #pending: Pending[] = [];

  /** @param last number before the first file */
  constructor(private last: number) {}

  /** @param isNewest whether no file follows */
  add(segment: ReadSegment, isNewest: boolean): void {
    if (segment.parts === null) {
      this.#pending.push({ segment, gap: null });
      return;
    }
    const lastBatch = segment.parts.findLast((part) => part.frame !== undefined)?.frame?.batch ?? 0;
    for (const { gap, frame } of segment.parts) {
      if (gap !== undefined) this.#pending.push({ segment, gap });
      else {
        // Nothing was written after the call that the damage is part of: that call may never have ended.
        const inLastCall = isNewest && lastBatch <= this.last + 1;
        this.#settle(frame.sequence, { name: segment.name, fromByte: frame.start }, inLastCall);
        this.last = frame.sequence;
      }
    }
  }

  /** After the newest file. @param name of that file, or of the one that would be the first */
  end(name: string, nextSequence: number): void {
    this.#settle(nextSequence, { name, fromByte: 0 }, true);
  }

  #settle(next: number, here: { readonly name: string; readonly fromByte: number }, inLastCall: boolean): void {
    const { last } = this;
    let lost: Lost = next > last + 1 ? { first: last + 1, last: next - 1 } : null;
    const pending = this.#pending;
    this.#pending = [];
    for (const { segment, gap } of pending) {
      const inNewest = inLastCall && segment.name === here.name;
      // Bytes behind the last record of an earlier file, and no number missing: a call that failed left them.
      if (gap !== null && gap.from > 0 && lost === null && segment.name !== here.name) continue;
      this.found.push({
        file: segment.name,
        fromByte: gap?.from ?? 0,
        what: gap === null ? 'unreadable' : inNewest && gap.from > 0 ? 'torn-tail' : 'damaged-record',
        lostBytes: gap === null ? segment.bytes : gap.to - gap.from,
        lostSequences: lost,
      });
      lost = null;
    }
    if (lost !== null)
      this.found.push({
        file: here.name,
        fromByte: here.fromByte,
        what: 'missing-records',
        lostBytes: 0,
        lostSequences: lost,
      });
  }
}
