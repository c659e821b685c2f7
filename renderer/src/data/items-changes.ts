import type { ItemsChange } from './schema';

type Listener = (change: ItemsChange) => void;

/** Tells who keeps items in memory what each commit did to them. */
export class ItemsChanges {
  readonly #listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Called after the commit, never inside the transaction: what is told has happened. */
  publish(change: ItemsChange): void {
    if (change.upserts.length === 0 && change.removals.length === 0) return;
    for (const listener of this.#listeners) listener(change);
  }
}
