import { toAppError, type AppError } from '../../domain/errors';
import type { ArchiveReason } from '../../domain/archive';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { Clock } from '../../domain/ports/clock';
import type { HostApi, SnapshotInfo } from '../../domain/ports/host';
import type { LibraryKeeping } from '../../domain/ports/library-keeping';
import type { OutsideJournal } from '../../domain/ports/outside-journal';
import { ObservableValue } from '../../domain/observable-value';
import { writeSnapshot, type WriteSnapshotPorts } from './write-snapshot';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** While things change, a snapshot is at most so old. */
export const SNAPSHOT_EVERY = 30 * MINUTE;
/** Where the window is left, perhaps for good, one of changes is at least so old. */
export const LEFT_EVERY = 5 * MINUTE;
/** Up to this size every snapshot is proved: it takes a second or two. A larger one once a week. */
export const ALWAYS_PROVED_BYTES = 2 * 1024 * 1024;
export const PROVED_EVERY = 7 * DAY;
/** A snapshot of so many times the size of the last that was proved is proved, however large. */
const MUCH_LARGER = 2;

/** The journal keeps at least the records of so long, whatever snapshots there are: they are the history of things. */
export const JOURNAL_KEPT = 366 * DAY;
/** What is about to be done to many things does not wait longer for a snapshot of how they were. */
export const LONGEST_WAIT = 3_000;

/** When which snapshot was last restored into a database of its own and compared. */
export interface Proof {
  readonly name: string;
  readonly at: number;
  /** Size of that snapshot. */
  readonly bytes: number;
}

/** What is remembered from one start to the next. */
export interface SnapshotNotes {
  readonly proof: Proof | null;
  /** When the library was last put back; null once the person said that it is right. Until then none is thinned out. */
  readonly restoredAt: number | null;
  /** What snapshots are locked with from now on; null = nothing. */
  readonly passphrase: string | null;
}

export interface SnapshotsState extends SnapshotNotes {
  /** Newest first; null until the host was asked. */
  readonly snapshots: readonly SnapshotInfo[] | null;
  readonly isTaking: boolean;
  /** Whether the last one is being restored on trial. */
  readonly isProving: boolean;
  /** Why the last one could not be taken or proved; null = it could. */
  readonly problem: AppError | null;
}

export interface SnapshotKeeperPorts extends WriteSnapshotPorts {
  readonly archives: Pick<ArchiveWorker, 'writeArchive' | 'proveArchive'>;
  readonly host: Pick<HostApi, 'snapshots' | 'snapshotWrite' | 'snapshotRead' | 'journalCompact'>;
  readonly journal: Pick<OutsideJournal, 'standing'>;
  readonly keeping: Pick<LibraryKeeping, 'outbox' | 'standing'>;
  readonly clock: Clock;
  /** Kept from one start to the next. */
  readonly notes: { read(): SnapshotNotes; keep(notes: SnapshotNotes): void };
  /** Calls again and again after so many milliseconds. */
  readonly every: (work: () => void, milliseconds: number) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Takes snapshots of the library: when something changed, at most every half hour, and when it is asked to, before what
 * changes much. Each is written by the host, read back, and restored into a database of its own: so it can be.
 */
export class SnapshotKeeper {
  readonly #state = new ObservableValue<SnapshotsState>({
    snapshots: null,
    proof: null,
    restoredAt: null,
    passphrase: null,
    isTaking: false,
    isProving: false,
    problem: null,
  });
  #isChanged = false;
  #takenAt = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(private readonly ports: SnapshotKeeperPorts) {}

  readonly snapshot = (): SnapshotsState => this.#state.snapshot();
  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /** From now on, takes them by itself. */
  start(): void {
    const { keeping, journal, every, clock, notes } = this.ports;
    this.#state.set({ ...this.snapshot(), ...notes.read() });
    let keptAt = keeping.outbox.state().keptAt;
    keeping.outbox.subscribe(() => {
      const now = keeping.outbox.state().keptAt;
      if (now !== keptAt) this.#isChanged = true;
      keptAt = now;
    });
    void this.refresh()
      .then(async () => {
        const sequences = (this.snapshot().snapshots ?? []).map((each) => each.sequence ?? 0);
        const held = Math.max(0, ...sequences);
        // What was entered after the last snapshot, perhaps before the window was closed.
        const sequence = (await keeping.standing())?.appliedSequence ?? 0;
        if (sequence > held) this.#isChanged = true;
        // A library from before there were any; or the journal alone could not bring this one back any more.
        const { lostThrough } = await journal.standing();
        if (this.#isChanged && sequences.length === 0) await this.take('timer');
        else if (lostThrough > held && sequence >= lostThrough) await this.take('timer');
      })
      .catch(() => undefined);
    every(() => {
      if (this.#isChanged && isPast(this.#takenAt, SNAPSHOT_EVERY, clock()))
        void this.take('timer', { onlyIfChanged: true });
    }, MINUTE);
  }

  /** Asks the host what there is. */
  async refresh(): Promise<void> {
    try {
      const snapshots = await this.ports.host.snapshots();
      // Of a clock that was ahead, until it was set right, some are dated later than now.
      const past = snapshots.map(({ writtenAt }) => writtenAt).filter((at) => at <= this.ports.clock());
      this.#takenAt = Math.max(this.#takenAt, ...past);
      this.#state.set({ ...this.snapshot(), snapshots });
    } catch (error) {
      this.#state.set({ ...this.snapshot(), problem: toAppError(error) });
    }
  }

  /**
   * Takes one now; after those under way. True: it is on the disk. Never rejects: what is about to be done is not kept
   * from being done by a full disk, and `problem` says what happened.
   * @param onlyIfChanged not where nothing changed since the last one
   * @param keepAll no older one is thinned out for it
   */
  take(reason: ArchiveReason, { onlyIfChanged = false, keepAll = false } = {}): Promise<boolean> {
    const taken = this.#queue.then(async () => {
      if (onlyIfChanged && !this.#isChanged) return true;
      this.#state.set({ ...this.snapshot(), isTaking: true });
      try {
        await this.#take(reason, keepAll);
        return true;
      } catch (error) {
        // It is still owed.
        this.#isChanged = true;
        this.#state.set({ ...this.snapshot(), isTaking: false, isProving: false, problem: toAppError(error) });
        return false;
      }
    });
    this.#queue = taken.then(() => undefined);
    return taken;
  }

  /**
   * Before many things are changed at once: one of how they were, where anything changed since the last. A small
   * library waits for it; a large one does not for long, since the journal and Undo know as well.
   */
  async takeBefore(reason: ArchiveReason): Promise<void> {
    await Promise.race([this.take(reason, { onlyIfChanged: true }), this.ports.wait(LONGEST_WAIT)]);
  }

  /** The window was left or closed: what changed is in a snapshot, unless the last is only minutes old. */
  left(): void {
    if (this.#isChanged && isPast(this.#takenAt, LEFT_EVERY, this.ports.clock()))
      void this.take('close', { onlyIfChanged: true });
  }

  /** The library was put back: older snapshots stay until `confirmRestore`. */
  keepAllUntilConfirmed(): void {
    this.#note({ restoredAt: this.ports.clock() });
  }

  /** The person says that the library is right. */
  confirmRestore(): void {
    this.#note({ restoredAt: null });
  }

  /** From now on snapshots are locked with it, or not; one is taken at once. Those there were stay as they are. */
  async lock(passphrase: string | null): Promise<void> {
    this.#note({ passphrase });
    await this.take('person');
  }

  #note(noted: Partial<SnapshotNotes>): void {
    const { proof, restoredAt, passphrase } = { ...this.snapshot(), ...noted };
    this.ports.notes.keep({ proof, restoredAt, passphrase });
    this.#state.set({ ...this.snapshot(), proof, restoredAt, passphrase });
  }

  async #take(reason: ArchiveReason, keepAll: boolean): Promise<void> {
    await this.ports.keeping.outbox.flush();
    this.#isChanged = false;
    const { passphrase } = this.snapshot();
    const written = await writeSnapshot(this.ports, {
      reason,
      passphrase,
      keepAll: () => keepAll || this.snapshot().restoredAt !== null,
    });
    this.#takenAt = this.ports.clock();
    this.#state.set({ ...this.snapshot(), isTaking: false, problem: null });
    await this.refresh();
    await this.#prove(written, passphrase);
  }

  /** Throws where it cannot be restored. */
  async #prove({ name, bytes, sequence }: SnapshotInfo, passphrase: string | null): Promise<void> {
    const { archives, host, clock } = this.ports;
    const last = this.snapshot().proof;
    // That a small one could be restored says little of one of many times its size.
    const isAnother = last === null || bytes > MUCH_LARGER * last.bytes;
    const isDue = bytes <= ALWAYS_PROVED_BYTES || isAnother || isPast(last.at, PROVED_EVERY, clock());
    if (!isDue) return;
    this.#state.set({ ...this.snapshot(), isProving: true });
    // What lies on the disk is proved, not what was sent there.
    const { problem } = await archives.proveArchive({ bytes: await host.snapshotRead(name), passphrase });
    if (problem !== null) throw new Error(problem);
    this.#state.set({ ...this.snapshot(), isProving: false });
    this.#note({ proof: { name, at: clock(), bytes } });
    // The snapshots of a year hold what is dropped here, this one among them.
    await host.journalCompact(sequence ?? 0, clock() - JOURNAL_KEPT);
  }
}

/** Whether so long has passed; true, too, where the clock was set back to before it. */
function isPast(at: number, milliseconds: number, now: number): boolean {
  return now - at >= milliseconds || now < at;
}
