import type { DatabaseCopy } from './database-copy';
import type { Device, OpenWindow } from './device';
import { deletedIn, isLive, without, type Library, type Named } from './library';
import { shownLibrary, type ShownLibrary } from './shown-library';
import { differences, NEW_DATABASE, sent, started, type Outside, type Snapshot, type State } from './state';
import type { Ids } from './action';

/** A database as it was, and what the model knew of it. */
interface Copied {
  readonly copy: DatabaseCopy;
  readonly state: State;
  readonly shell: number;
  /** What waited in it has gone outside since. */
  wasSent: boolean;
}

/** What one computer should hold; it follows what is done to a `Device`, and compares. */
export class World {
  outside: Outside = { library: null, ownerName: null, version: 0 };
  readonly states: State[] = [NEW_DATABASE, NEW_DATABASE];
  /** The newest one by its date; null: none was taken. */
  snapshot: Snapshot | null = null;
  readonly #snapshots = new Map<string, Snapshot>();
  copied: Copied | null = null;
  /** Actions that were answered as done. */
  acknowledged = 0;
  #names = 0;

  readonly newName = (letter: string): string => `${letter}${String((this.#names += 1))}`;

  state(device: Device): State {
    return this.states[device.shell] ?? NEW_DATABASE;
  }

  async start(device: Device, killedAfter: number | null = null): Promise<OpenWindow> {
    if (killedAfter !== null)
      await device.open(killedAfter).then(
        (window) => {
          device.kill(window);
        },
        () => undefined,
      );
    const window = await device.open();
    await this.compare(device, this.afterStart(device, [this.state(device)]));
    return window;
  }

  afterStart(device: Device, states: readonly State[]): readonly State[] {
    return device.isHostAway ? states : states.flatMap((state) => started(state, this.outside, this.snapshot));
  }

  /**
   * Throws where the database is none of these states; from now on it is the first that fits. What waits must have been
   * sent.
   */
  async compare(device: Device, candidates: readonly State[]): Promise<ShownLibrary> {
    const [window] = device.windows;
    if (window === undefined) throw new Error('No window is open.');
    const shown = await shownLibrary(window.database);
    const flushed = candidates.map((state) =>
      device.isHostAway ? { state, outside: this.outside } : sent(state, this.outside),
    );
    const found = flushed.map(({ state }) => differences(state, shown));
    const fits = flushed[found.findIndex((lines) => lines.length === 0)];
    if (fits === undefined) throw new Error(found.map((lines) => lines.join('\n')).join('\nor\n'));
    if (fits.outside !== this.outside && this.copied?.shell === device.shell) this.copied.wasSent = true;
    this.states[device.shell] = fits.state;
    this.outside = fits.outside;
    return shown;
  }

  async ids(window: OpenWindow): Promise<Ids> {
    const { ids, trashed } = await shownLibrary(window.database);
    const named = (names: ReadonlyMap<string, string>, name: string): string => names.get(name) ?? `no id of ${name}`;
    return { id: (name) => named(ids, name), trashed: (name) => named(trashed, name) };
  }

  /** After one may have been taken, of this state. */
  async noteSnapshots(device: Device, state: State): Promise<void> {
    const names = await device.snapshotNames();
    for (const name of names) if (!this.#snapshots.has(name)) this.#snapshots.set(name, state);
    this.snapshot = this.#snapshots.get(names[0] ?? '') ?? null;
    // What it waits for may have been dropped from the journal.
    if (this.copied?.state.isWaiting === true) this.copied = null;
  }

  /** The browser threw it away: what is outside is brought into an empty one. */
  loseDatabase(device: Device): void {
    this.states[device.shell] = NEW_DATABASE;
    if (this.copied?.shell === device.shell) this.copied = null;
  }

  /** The journal's folder is gone, and the other shell with it; what this one has is sent anew. */
  loseJournal(device: Device): void {
    this.outside = { ...this.outside, library: null, ownerName: null };
    this.states[1 - device.shell] = NEW_DATABASE;
    this.copied = null;
  }

  /** An emptied trash takes the actions along that could bring its things back; how many, the program says. */
  emptied(device: Device, left: number): State {
    const state = this.state(device);
    const gone = deletedIn(state.library);
    if (gone.length === 0) return state;
    const untouched =
      state.done.length - 1 - state.done.findLastIndex((step) => touches(step.before, step.after, gone));
    if (left > untouched)
      throw new Error(`${String(left)} actions can be undone, at most ${String(untouched)} may be.`);
    const purged = (library: Library): Library => without(library, gone);
    return {
      ...state,
      library: purged(state.library),
      done: state.done
        .slice(state.done.length - left)
        .map(({ before, after }) => ({ before: purged(before), after: purged(after) })),
      undone: [],
      isWaiting: true,
    };
  }
}

const touches = (before: Library, after: Library, gone: readonly Named[]): boolean =>
  gone.some((named) => isLive(before, named) !== isLive(after, named));
