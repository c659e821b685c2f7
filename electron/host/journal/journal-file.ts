import { join } from 'node:path';
import type {
  JournalAppendResult,
  JournalDamage,
  JournalPage,
  JournalRecord,
  StoredJournalRecord,
} from '../../host-contract';
import { writeThrough } from '../atomic-write';
import { isFull, isMissing, readWhole } from '../file-system';
import { storageFailure } from '../storage-failure';
import { timeInName } from '../time-in-name';
import { writeNotes } from './journal-notes';
import { KeptIds } from './kept-ids';
import { openJournal, type JournalPlace, type OpenedJournal } from './open-journal';
import { encodeFrames, recordOf } from './record-frame';
import type { Part } from './scan-segment';
import { countedParts, type Segment } from './segment';
import { encodeHeader, JOURNAL_VERSION, segmentName } from './segment-header';
import { FlushFailure, SegmentWriter } from './segment-writer';

export interface JournalOptions extends JournalPlace {
  /** Bytes after which a new file is begun. */
  readonly segmentBytes?: number;
  /** Asked on a full disk: frees something, or answers false. */
  readonly freeSpace?: () => Promise<boolean>;
}

export type JournalState = {
  readonly journalId: string;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly damage: readonly JournalDamage[];
};

const SEGMENT_BYTES = 8 * 1024 * 1024;
/** One flush for so many records at most. */
const MAX_BATCH_BYTES = 64 * 1024 * 1024;

interface Waiting {
  readonly records: readonly JournalRecord[];
  readonly settle: (sequences: Omit<JournalAppendResult, 'freeBytes'>) => void;
  readonly reject: (error: unknown) => void;
}

interface ReadPage {
  readonly segment: Segment;
  readonly size: number;
  readonly content: Buffer;
  readonly parts: readonly Part[];
}

/**
 * An append-only journal in a folder of its own. One process at a time may use a folder (see folder-lock.ts). All
 * methods may be called at any time; they are done one after the other, and appends that wait are flushed together.
 * Rejections are HostFailures.
 */
export class JournalFile {
  readonly #ids = new KeptIds();
  #journal: OpenedJournal | null = null;
  #writer: SegmentWriter | null = null;
  /** Highest number that this process gave: what became of the folder meanwhile does not lower it. */
  #highest = 0;
  #waiting: Waiting[] = [];
  #last: Promise<unknown> = Promise.resolve();
  /** False: nothing is written behind what the newest file holds; the next record begins another. */
  #isTailOpen = true;
  /** The file that the last page ended in, so that the next one need not read it anew. */
  #page: ReadPage | null = null;

  constructor(private readonly options: JournalOptions) {}

  state(): Promise<JournalState> {
    return this.#exclusive(async () => {
      const { journalId, segments, lastSequence, notes } = await this.#openedAnew();
      const first = segments.find((segment) => segment.lastSequence >= segment.firstSequence);
      const unreadable = new Set(segments.filter(({ isReadable }) => !isReadable).map(({ name }) => name));
      const damage = notes.damage.filter(({ what, file }) => what !== 'unreadable' || unreadable.has(file));
      return { journalId, firstSequence: first?.firstSequence ?? 0, lastSequence, damage };
    });
  }

  /** Answers once the records are on the disk. */
  append(records: readonly JournalRecord[]): Promise<Omit<JournalAppendResult, 'freeBytes'>> {
    return new Promise((settle, reject) => {
      this.#waiting.push({ records, settle, reject });
      // Never rejects: each append is told by itself.
      if (this.#waiting.length === 1) void this.#exclusive(() => this.#flush());
    });
  }

  read(after: number, maxBytes: number): Promise<JournalPage> {
    return this.#exclusive(async () => await this.#read(await this.#opened(), after, maxBytes));
  }

  /** Drops the oldest files as wholes: up to a number, and older than a time. The newest file stays. */
  compact(upTo: number, keepSince: number): Promise<void> {
    return this.#exclusive(async () => {
      await this.#compact(await this.#opened(), upTo, keepSince);
    });
  }

  /** After what was asked for so far; the next call opens it again. */
  close(): Promise<void> {
    return this.#exclusive(() => this.#forget());
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work).catch(async (error: unknown) => {
      if (isMissing(error)) await this.#forget();
      throw storageFailure(error);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #opened(): Promise<OpenedJournal> {
    if (this.#journal === null) {
      this.#ids.clear();
      this.#journal = await openJournal(this.options, this.#ids, this.#highest);
    }
    return this.#journal;
  }

  /** The same; read again where its newest file is not there any more, so that nobody counts on what is gone. */
  async #openedAnew(): Promise<OpenedJournal> {
    const { fileSystem, folder } = this.options;
    const journal = await this.#opened();
    const newest = journal.segments.at(-1);
    if (newest === undefined || (await fileSystem.stat(join(folder, newest.name))) !== null) return journal;
    await this.#forget();
    return await this.#opened();
  }

  async #forget(): Promise<void> {
    await this.#writer?.close();
    this.#writer = null;
    this.#journal = null;
    this.#isTailOpen = true;
    this.#page = null;
  }

  async #flush(): Promise<void> {
    const waiting = this.#take();
    try {
      const journal = await this.#opened();
      const fresh: StoredJournalRecord[] = [];
      const given = new Map<string, number>();
      let next = journal.lastSequence + 1;
      const answers = waiting.map(({ records }) =>
        records.map(({ id, at, text }) => {
          const known = this.#ids.sequenceOf(id) ?? given.get(id);
          if (known !== undefined) return known;
          given.set(id, next);
          fresh.push({ sequence: next, id, at, text });
          return next++;
        }),
      );
      if (fresh.length > 0) await this.#write(journal, fresh);
      for (const [index, { settle }] of waiting.entries())
        settle({ lastSequence: journal.lastSequence, sequences: answers[index] ?? [] });
    } catch (error) {
      if (isMissing(error)) await this.#forget();
      for (const { reject } of waiting) reject(storageFailure(error));
    }
  }

  /** The appends that are flushed together; what is left is flushed next. */
  #take(): readonly Waiting[] {
    let bytes = 0;
    const cut = this.#waiting.findIndex(({ records }, index) => {
      bytes += records.reduce((sum, { text }) => sum + text.length, 0);
      return index > 0 && bytes > MAX_BATCH_BYTES;
    });
    const taken = this.#waiting.splice(0, cut === -1 ? this.#waiting.length : cut);
    if (this.#waiting.length > 0) void this.#exclusive(() => this.#flush());
    return taken;
  }

  async #write(journal: OpenedJournal, fresh: readonly StoredJournalRecord[]): Promise<void> {
    const bytes = encodeFrames(fresh);
    let hasFlushFailed = false;
    let hasFreed = false;
    for (;;) {
      try {
        await this.#put(journal, fresh, bytes);
        return;
      } catch (error) {
        const cause = error instanceof FlushFailure ? error.cause : error;
        // What is kept in reserve is freed, or a new file begun: once each.
        if (!hasFreed && isFull(cause) && (await this.options.freeSpace?.().catch(() => false)) === true) {
          hasFreed = true;
          continue;
        }
        if (!(error instanceof FlushFailure) || hasFlushFailed) throw cause;
        hasFlushFailed = true;
      }
    }
  }

  async #put(journal: OpenedJournal, fresh: readonly StoredJournalRecord[], bytes: Buffer): Promise<void> {
    const [first] = fresh;
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return;
    const segment = await this.#tail(journal, first.sequence);
    await this.#writer?.append(bytes);
    segment.size += bytes.length;
    segment.lastSequence = last.sequence;
    for (const { id, at, sequence } of fresh) {
      segment.newestAt = Math.max(segment.newestAt, at);
      this.#ids.add(id, sequence);
    }
    journal.lastSequence = last.sequence;
    this.#highest = last.sequence;
  }

  /** The segment that takes the next record, with a writer on it. */
  async #tail(journal: OpenedJournal, sequence: number): Promise<Segment> {
    const { fileSystem, folder, segmentBytes = SEGMENT_BYTES } = this.options;
    const newest = journal.segments.at(-1);
    if (this.#writer?.isTrusted === false || (newest?.size ?? 0) >= segmentBytes) this.#isTailOpen = false;
    if (newest?.isWhole === true && this.#isTailOpen) {
      this.#writer ??= await SegmentWriter.open(fileSystem, join(folder, newest.name), newest.size);
      return newest;
    }
    await this.#writer?.close();
    this.#writer = null;
    const begun = await this.#begin(journal, sequence);
    this.#isTailOpen = true;
    this.#writer = await SegmentWriter.open(fileSystem, join(folder, begun.name), begun.size);
    return begun;
  }

  async #begin(journal: OpenedJournal, firstSequence: number): Promise<Segment> {
    const { fileSystem, folder, now } = this.options;
    const name = segmentName(firstSequence);
    const path = join(folder, name);
    // Only a file without a single record of ours can bear this name already.
    if ((await fileSystem.stat(path)) !== null) await fileSystem.rename(path, `${path}.damaged-${timeInName(now())}`);
    const header = encodeHeader({ version: JOURNAL_VERSION, journalId: journal.journalId, firstSequence });
    await writeThrough(fileSystem, path, header);
    const replaced = journal.segments.findIndex((segment) => segment.name === name);
    if (replaced !== -1) journal.segments.splice(replaced, 1);
    const begun: Segment = {
      name,
      firstSequence,
      after: firstSequence - 1,
      limit: Number.POSITIVE_INFINITY,
      lastSequence: firstSequence - 1,
      newestAt: Number.NEGATIVE_INFINITY,
      size: header.length,
      isWhole: true,
      isReadable: true,
    };
    const before = journal.segments.at(-1);
    if (before !== undefined) before.limit = firstSequence;
    journal.segments.push(begun);
    return begun;
  }

  async #read(journal: OpenedJournal, after: number, maxBytes: number, isAgain = false): Promise<JournalPage> {
    const records: StoredJournalRecord[] = [];
    let bytes = 0;
    for (const segment of journal.segments) {
      if (segment.lastSequence <= after || !segment.isReadable) continue;
      const page = await this.#pageOf(segment);
      // Damage since it was opened: opening it again says what is lost.
      if (page === null) {
        if (isAgain) throw new Error(`${segment.name} is not the same each time it is read.`);
        await this.#forget();
        return await this.#read(await this.#opened(), after, maxBytes, true);
      }
      for (const { frame } of page.parts) {
        if (frame === undefined || frame.sequence <= after) continue;
        const record = recordOf(page.content, frame);
        bytes += Buffer.byteLength(record.text);
        if (records.length > 0 && bytes > maxBytes) {
          this.#page = page;
          return { records, isEnd: false };
        }
        records.push(record);
      }
    }
    this.#page = null;
    return { records, isEnd: true };
  }

  /** What stands in a file; null where it is no longer what it was when the journal was opened. */
  async #pageOf(segment: Segment): Promise<ReadPage | null> {
    if (this.#page?.segment === segment && this.#page.size === segment.size) return this.#page;
    const { fileSystem, folder } = this.options;
    // What stands behind the end was left by a call that failed.
    const content = (await readWhole(fileSystem, join(folder, segment.name))).subarray(0, segment.size);
    const parts = [...countedParts(content, segment)];
    const last = parts.findLast(({ frame }) => frame !== undefined)?.frame?.sequence ?? segment.firstSequence - 1;
    const isDamaged = segment.isWhole && parts.some(({ gap }) => gap !== undefined);
    return isDamaged || last !== segment.lastSequence ? null : { segment, size: segment.size, content, parts };
  }

  async #compact(journal: OpenedJournal, upTo: number, keepSince: number): Promise<void> {
    const { fileSystem, folder } = this.options;
    const older = journal.segments.slice(0, -1);
    const kept = older.findIndex((one) => !one.isReadable || one.lastSequence > upTo || one.newestAt >= keepSince);
    const dropped = kept === -1 ? older : older.slice(0, kept);
    const last = dropped.at(-1);
    if (last === undefined) return;
    const droppedThrough = Math.max(journal.notes.droppedThrough, last.lastSequence);
    const damage = journal.notes.damage.filter(({ lostSequences, file }) =>
      lostSequences === null ? !dropped.some(({ name }) => name === file) : lostSequences.last > droppedThrough,
    );
    // First it is said, then done: where only this is on the disk, those records do not count any more.
    const notes = { droppedThrough, damage };
    await writeNotes(fileSystem, folder, notes);
    journal.notes = notes;
    journal.segments.splice(0, dropped.length);
    for (const { name, isWhole } of dropped) {
      const path = join(folder, name);
      if (isWhole) await fileSystem.remove(path);
      else await fileSystem.rename(path, `${path}.damaged-${timeInName(this.options.now())}`);
    }
    await fileSystem.syncFolder(folder);
  }
}
