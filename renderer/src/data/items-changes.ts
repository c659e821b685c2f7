import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { ItemsChange } from './schema';

/** May take a while over very much. */
type Listener = (change: ItemsChange) => unknown;

/** What the other windows are told: the rows, where they are few; else which they are, and each reads them. */
export type PostedChange = ItemsChange | { readonly changed: readonly ItemId[] };

/** Reaches the other windows on the same database. */
export interface WindowChannel {
  post(change: PostedChange): void;
  onPosted(listener: (change: PostedChange) => void): void;
}

/** Copying more rows from one window to another would hold up both. */
const MOST_POSTED_ROWS = 500;

/** Passes on what each commit changed in the items, in whichever window, for code that keeps items in memory. */
export class ItemsChanges {
  readonly #listeners = new Set<Listener>();
  /** What other windows told, one after the other. */
  #receiving: Promise<void> = Promise.resolve();
  /** What this window changed while it reads what another one told: newer than what it reads. Null: it does not. */
  #changedMeanwhile: Set<ItemId> | null = null;

  /** @param read those of the items that are there */
  constructor(
    private readonly channel: WindowChannel | null = null,
    private readonly read: (ids: readonly ItemId[]) => Promise<readonly Item[]> = () => Promise.resolve([]),
  ) {
    channel?.onPosted((change) => {
      this.#hear(change);
    });
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Called after the commit, never inside the transaction, which could still be rolled back. Resolves once every
   * listener of this window has taken it in: whoever wrote it then finds it in memory.
   */
  async publish(change: ItemsChange): Promise<void> {
    const { upserts, removals } = change;
    if (upserts.length === 0 && removals.length === 0) return;
    for (const { id } of upserts) this.#changedMeanwhile?.add(id);
    for (const id of removals) this.#changedMeanwhile?.add(id);
    const told = this.#tell(change);
    this.channel?.post(
      upserts.length > MOST_POSTED_ROWS ? { changed: [...removals, ...upserts.map(({ id }) => id)] } : change,
    );
    await told;
  }

  async #receive(posted: PostedChange): Promise<void> {
    if (!('changed' in posted)) {
      await this.#tell(posted);
      return;
    }
    const newer = new Set<ItemId>();
    this.#changedMeanwhile = newer;
    // Null: its connection has ended, and this window shows nothing more of the library.
    const upserts = await this.read(posted.changed).catch(() => null);
    this.#changedMeanwhile = null;
    if (upserts === null) return;
    const present = new Set(upserts.map(({ id }) => id));
    await this.#tell({
      upserts: upserts.filter(({ id }) => !newer.has(id)),
      removals: posted.changed.filter((id) => !present.has(id) && !newer.has(id)),
    });
  }

  /** What another window has committed, and perhaps could not say any more: it was killed. */
  reread(ids: readonly ItemId[]): void {
    if (ids.length > 0) this.#hear({ changed: ids });
  }

  #hear(change: PostedChange): void {
    this.#receiving = this.#receiving.then(() => this.#receive(change));
  }

  /** All of them at once, in the order in which they subscribed. */
  async #tell(change: ItemsChange): Promise<void> {
    await Promise.all(Array.from(this.#listeners, (listener) => listener(change)));
  }
}
