import type { ItemId } from '../domain/ids';
import { libraryItemOf } from '../domain/item-fields/library-item';
import type { LibraryItem, SetLibraryRequest, UpdateLibraryRequest } from '../domain/recommendation-request';

/** What the page has asked the worker to hold, so that a restarted worker can be given it again. */
export class SentLibrary {
  /** null until the first library. */
  #items: Map<ItemId, LibraryItem> | null = null;

  /** Remembers the items; answers with what may be posted: facts alone. */
  replace({ items }: SetLibraryRequest): SetLibraryRequest {
    this.#items = new Map(items.map((item) => [item.id, libraryItemOf(item)]));
    return { items: [...this.#items.values()] };
  }

  /** Likewise for a change. */
  update({ upserts, removals }: UpdateLibraryRequest): UpdateLibraryRequest {
    this.#items ??= new Map();
    const facts = upserts.map(libraryItemOf);
    for (const id of removals) this.#items.delete(id);
    for (const item of facts) this.#items.set(item.id, item);
    return { upserts: facts, removals };
  }

  /** All of it; null before the first library. */
  all(): SetLibraryRequest | null {
    return this.#items === null ? null : { items: [...this.#items.values()] };
  }
}
