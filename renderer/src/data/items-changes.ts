import type { ItemsChange } from './schema';

type Listener = (change: ItemsChange) => void;

/** Reaches the other windows on the same database. */
export interface WindowChannel {
  post(change: ItemsChange): void;
  onPosted(listener: Listener): void;
}

/** Passes on what each commit changed in the items, in whichever window, for code that keeps items in memory. */
export class ItemsChanges {
  readonly #listeners = new Set<Listener>();

  constructor(private readonly channel: WindowChannel | null = null) {
    channel?.onPosted((change) => {
      this.#tell(change);
    });
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Called after the commit, never inside the transaction, which could still be rolled back. */
  publish(change: ItemsChange): void {
    if (change.upserts.length === 0 && change.removals.length === 0) return;
    this.#tell(change);
    this.channel?.post(change);
  }

  #tell(change: ItemsChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
