import { toAppError } from '../../domain/errors';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { ObservableValue } from '../../domain/observable-value';
import { createPacer } from '../../importing/pacer';
import type { LibraryIndex } from '../library/library-index';
import { TwinFinder, type TwinPair } from './twin-finder';

export interface TwinsState {
  /** waiting: nobody asked yet · looking: `pairs` are those of before · found: `pairs` are complete. */
  readonly step: 'waiting' | 'looking' | 'found';
  /** Things compared, of those that are new or changed. */
  readonly progress: { readonly done: number; readonly total: number };
  /** What may be one, likeliest first; what was put off for later, last. */
  readonly pairs: readonly TwinPair[];
}

/**
 * The things of the library that may be one, for as long as the window is open. Nothing is compared before somebody
 * asks; after that only what changed.
 */
export class TwinsSession {
  readonly #library: Pick<LibraryIndex, 'snapshot'>;
  readonly #state = new ObservableValue<TwinsState>({
    step: 'waiting',
    progress: { done: 0, total: 0 },
    pairs: [],
  });
  readonly #finder = new TwinFinder();
  readonly #later = new Set<string>();
  #first: ReadonlySet<ItemId> = new Set();
  #running: Promise<void> | null = null;
  /** The library that `pairs` are of. */
  #lookedAt: ReadonlyMap<ItemId, Item> | null = null;

  constructor(library: Pick<LibraryIndex, 'snapshot'>) {
    this.#library = library;
  }

  readonly snapshot = (): TwinsState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /** Finds what there is now. One run at a time: a call meanwhile is answered by a run after it. */
  async look(): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#library.snapshot().byId === this.#lookedAt) return;
    this.#running = this.#look();
    try {
      await this.#running;
    } catch (error) {
      throw toAppError(error);
    } finally {
      this.#running = null;
    }
  }

  /** Pairs with one of these things come first from now on: those that were just brought in. */
  putFirst(ids: readonly ItemId[]): void {
    this.#first = new Set(ids);
    for (const { key } of this.pairsOf(ids)) this.#later.delete(key);
    this.#publish();
  }

  /** The pair comes last, for as long as the window is open. */
  putOff(key: string): void {
    this.#later.add(key);
    this.#publish();
  }

  /** What was put off is asked again as all others are. */
  askAgain(keys: readonly string[]): void {
    for (const key of keys) this.#later.delete(key);
    this.#publish();
  }

  /** Pairs with one of these things. */
  pairsOf(ids: readonly ItemId[]): readonly TwinPair[] {
    const wanted = new Set(ids);
    return this.snapshot().pairs.filter(({ things }) => things.some(({ id }) => wanted.has(id)));
  }

  async #look(): Promise<void> {
    const pacer = createPacer();
    const { byId } = this.#library.snapshot();
    const before = this.snapshot();
    await this.#finder.update(byId, pacer.yieldIfDue, (done, total) => {
      // A handful is compared without a word.
      if (total > SHOWN_FROM) this.#state.set({ ...this.snapshot(), step: 'looking', progress: { done, total } });
    });
    this.#lookedAt = byId;
    this.#state.set({ ...before, step: 'found', pairs: this.#sorted(this.#finder.pairs(byId)) });
  }

  #publish(): void {
    const before = this.snapshot();
    this.#state.set({ ...before, pairs: this.#sorted(before.pairs) });
  }

  /** Stable: within each part, the likeliest first. */
  #sorted(pairs: readonly TwinPair[]): readonly TwinPair[] {
    const placeOf = ({ key, things }: TwinPair): number =>
      this.#later.has(key) ? 2 : things.some(({ id }) => this.#first.has(id)) ? 0 : 1;
    return pairs.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** Of fewer things no progress is shown. */
const SHOWN_FROM = 500;
