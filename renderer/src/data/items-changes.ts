import type { ItemsChange } from './schema';

type Listener = (change: ItemsChange) => void;

/** Passes on what each commit changed in the items, for code that keeps items in memory. */
export class ItemsChanges {
  readonly #listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Called after the commit, never inside the transaction, which could still be rolled back. */
  publish(change: ItemsChange): void {
    if (change.upserts.length === 0 && change.removals.length === 0) return;
    for (const listener of this.#listeners) listener(change);
  }
}
