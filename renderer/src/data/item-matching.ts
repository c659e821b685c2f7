import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';

type Matchable = Pick<Item, 'kind' | 'title' | 'year' | 'identifiers'>;

/** Two things that share a key are the same: an identifier elsewhere, or kind, title and year. */
export function matchKeys(item: Matchable): readonly string[] {
  const title = item.title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return [
    ...Object.entries(item.identifiers).map(([name, value]) => JSON.stringify([name, value])),
    JSON.stringify([item.kind, title, item.year]),
  ];
}

/** Finds things in a library; things met on the way can be added. */
export class ItemMatcher {
  readonly #known = new Map<string, ItemId>();

  constructor(library: readonly (Matchable & Pick<Item, 'id'>)[]) {
    for (const item of library) this.add(item, item.id);
  }

  add(item: Matchable, id: ItemId): void {
    for (const key of matchKeys(item)) if (!this.#known.has(key)) this.#known.set(key, id);
  }

  find(item: Matchable): ItemId | undefined {
    return matchKeys(item)
      .map((key) => this.#known.get(key))
      .find((id) => id !== undefined);
  }
}
