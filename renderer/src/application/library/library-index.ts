import MiniSearch from 'minisearch';
import { foldLetters } from '../../domain/fold-letters';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { FIELD_NAMES, FIELDS, isFieldName, type ItemFieldName } from '../../domain/item-fields/field-names';
import type { ItemsRepository } from '../../domain/ports/items-repository';
import { ObservableValue } from '../../domain/observable-value';

export interface LibrarySnapshot {
  readonly ready: boolean;
  /** Every item, those known only through friends too. A new map on every change. */
  readonly byId: ReadonlyMap<ItemId, Item>;
  /** Items of the library proper, newest first. */
  readonly items: readonly Item[];
}

const SEARCHED_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].search !== null);

const EMPTY: LibrarySnapshot = { ready: false, byId: new Map(), items: [] };

/**
 * The library in memory, fed by the repository's change stream: pages filter it, search it and look items up in it,
 * instead of live-querying a whole table (which costs tens of milliseconds per change at 20,000 rows).
 */
export class LibraryIndex {
  readonly #snapshot = new ObservableValue(EMPTY);
  readonly #search = new MiniSearch<Item>({
    fields: [...SEARCHED_FIELDS],
    extractField: (item, field) => (isFieldName(field) ? searchText(field, item) : item.id),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: Object.fromEntries(SEARCHED_FIELDS.map((name) => [name, FIELDS[name].search?.boost ?? 1])),
    },
    processTerm: (term) => foldLetters(term),
  });

  constructor(private readonly repository: ItemsRepository) {}

  /** Reads everything once, then follows changes. Returns the function that stops following. */
  async start(): Promise<() => void> {
    // What is written while everything is being read is newer than what is read.
    let reading = true;
    const removed = new Set<ItemId>();
    const stop = this.repository.onChange(({ upserts, removals }) => {
      if (reading) {
        for (const id of removals) removed.add(id);
        for (const { id } of upserts) removed.delete(id);
      }
      this.#apply(upserts, removals);
    });
    const items = await this.repository.all();
    reading = false;
    const merged = new Map(items.filter(({ id }) => !removed.has(id)).map((item) => [item.id, item]));
    for (const [id, item] of this.snapshot().byId) merged.set(id, item);
    this.#search.removeAll();
    this.#search.addAll([...merged.values()]);
    this.#publish(merged);
    return stop;
  }

  readonly snapshot = (): LibrarySnapshot => this.#snapshot.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#snapshot.subscribe(listener);

  /** Ids that match, best first; prefix and light misspelling allowed; “lodz” finds “Łódź”. */
  search(query: string): readonly ItemId[] {
    return this.#search.search(query).map((result) => result.id as ItemId);
  }

  #apply(upserts: readonly Item[], removals: readonly ItemId[]): void {
    const byId = new Map(this.snapshot().byId);
    for (const id of removals) {
      if (byId.delete(id) && this.#search.has(id)) this.#search.discard(id);
    }
    for (const item of upserts) {
      byId.set(item.id, item);
      if (this.#search.has(item.id)) this.#search.replace(item);
      else this.#search.add(item);
    }
    this.#publish(byId);
  }

  #publish(byId: ReadonlyMap<ItemId, Item>): void {
    const items = [...byId.values()].filter((item) => item.inLibrary).sort((a, b) => b.addedAt - a.addedAt);
    this.#snapshot.set({ ready: true, byId, items });
  }
}

const searchText = <Name extends ItemFieldName>(name: Name, item: Pick<Item, Name>): string =>
  FIELDS[name].search?.text(item[name]) ?? '';
