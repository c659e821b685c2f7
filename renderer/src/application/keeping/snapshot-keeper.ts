import { toAppError, type AppError } from '../../domain/errors';
import type { ArchiveReason } from '../../domain/archive';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { Clock } from '../../domain/ports/clock';
import type { HostApi, SnapshotInfo } from '../../domain/ports/host';
import type { LibraryKeeping } from '../../domain/ports/library-keeping';
import { ObservableValue } from '../../domain/observable-value';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** While things change, a snapshot is at most so old. */
export const SNAPSHOT_EVERY = 30 * MINUTE;
/** Up to this size every snapshot is proved: it takes a second or two. A larger one once a week. */
export const ALWAYS_PROVED_BYTES = 2 * 1024 * 1024;
export const PROVED_EVERY = 7 * DAY;

/** When which snapshot was last restored into a database of its own and compared. */
export interface Proof {
  readonly name: string;
  readonly at: number;
}

export interface SnapshotsState {
  /** Newest first; null until the host was asked. */
  readonly snapshots: readonly SnapshotInfo[] | null;
  readonly proof: Proof | null;
  readonly isTaking: boolean;
  /** Why the last one could not be taken or proved; null = it could. */
  readonly problem: AppError | null;
}

export interface SnapshotKeeperPorts {
  readonly archives: Pick<ArchiveWorker, 'writeArchive' | 'proveArchive'>;
  readonly host: Pick<HostApi, 'snapshots' | 'snapshotWrite' | 'snapshotRead'>;
  readonly keeping: Pick<LibraryKeeping, 'outbox' | 'standing'>;
  readonly databaseName: string;
  readonly clock: Clock;
  /** Keeps the last proof from one start to the next. */
  readonly proofs: { read(): Proof | null; keep(proof: Proof): void };
  /** Calls again and again after so many milliseconds. */
  readonly every: (work: () => void, milliseconds: number) => void;
}

/**
 * Takes snapshots of the library: when something changed, at most every half hour, and when it is asked to, before what
 * changes much. Each is written by the host, read back, and restored into a database of its own: so it can be.
 */
export class SnapshotKeeper {
  readonly #state = new ObservableValue<SnapshotsState>({
    snapshots: null,
    proof: null,
    isTaking: false,
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
    const { keeping, every, clock, proofs } = this.ports;
    this.#state.set({ ...this.snapshot(), proof: proofs.read() });
    let keptAt = keeping.outbox.state().keptAt;
    keeping.outbox.subscribe(() => {
      const now = keeping.outbox.state().keptAt;
      if (now !== keptAt) this.#isChanged = true;
      keptAt = now;
    });
    void this.refresh().then(async () => {
      // What was entered after the last snapshot, perhaps before the window was closed.
      const sequence = (await keeping.standing())?.appliedSequence ?? 0;
      if (sequence > (this.snapshot().snapshots?.[0]?.sequence ?? 0)) this.#isChanged = true;
    });
    every(() => {
      if (this.#isChanged && clock() - this.#takenAt >= SNAPSHOT_EVERY) void this.take('timer');
    }, MINUTE);
  }

  /** Asks the host what there is. */
  async refresh(): Promise<void> {
    try {
      const snapshots = await this.ports.host.snapshots();
      this.#takenAt = Math.max(this.#takenAt, ...snapshots.map(({ writtenAt }) => writtenAt));
      this.#state.set({ ...this.snapshot(), snapshots });
    } catch (error) {
      this.#state.set({ ...this.snapshot(), problem: toAppError(error) });
    }
  }

  /**
   * Takes one now; after those under way. True: it is on the disk. Never rejects: what is about to be done is not kept
   * from being done by a full disk, and `problem` says what happened.
   * @param onlyIfChanged not where nothing changed since the last one
   */
  take(reason: ArchiveReason, { onlyIfChanged = false } = {}): Promise<boolean> {
    const taken = this.#queue.then(async () => {
      if (onlyIfChanged && !this.#isChanged) return true;
      this.#state.set({ ...this.snapshot(), isTaking: true });
      try {
        await this.#take(reason);
        return true;
      } catch (error) {
        // It is still owed.
        this.#isChanged = true;
        this.#state.set({ ...this.snapshot(), isTaking: false, problem: toAppError(error) });
        return false;
      }
    });
    this.#queue = taken.then(() => undefined);
    return taken;
  }

  async #take(reason: ArchiveReason): Promise<void> {
    const { archives, host, keeping, databaseName, clock } = this.ports;
    await keeping.outbox.flush();
    this.#isChanged = false;
    const sequence = (await keeping.standing())?.appliedSequence ?? null;
    const { bytes } = await archives.writeArchive({ databaseName, reason, passphrase: null });
    const written = await host.snapshotWrite({ bytes, sequence: sequence ?? 0, reason });
    this.#takenAt = clock();
    this.#state.set({ ...this.snapshot(), isTaking: false, problem: null });
    await this.refresh();
    await this.#prove(written);
  }

  /** Throws where it cannot be restored. */
  async #prove({ name, bytes }: SnapshotInfo): Promise<void> {
    const { archives, host, proofs, clock } = this.ports;
    const last = this.snapshot().proof;
    const isDue = bytes <= ALWAYS_PROVED_BYTES || last === null || clock() - last.at >= PROVED_EVERY;
    if (!isDue) return;
    // What lies on the disk is proved, not what was sent there.
    const { problem } = await archives.proveArchive({ bytes: await host.snapshotRead(name), passphrase: null });
    if (problem !== null) throw new Error(problem);
    const proof = { name, at: clock() };
    proofs.keep(proof);
    this.#state.set({ ...this.snapshot(), proof });
  }
}
