import MiniSearch from 'minisearch';
import { foldLetters } from '../../domain/fold-letters';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { FIELD_NAMES, FIELDS, isFieldName, type ItemFieldName } from '../../domain/item-fields/field-names';
import type { ItemsRepository } from '../../domain/ports/items-repository';
import { ObservableValue } from '../../domain/observable-value';
import { eachInSlices } from '../../domain/in-slices';
import { partsOf } from '../../domain/parts-of';
import { sortedInSlices } from '../../domain/sorted-in-slices';
import { byFallingAddedAt, newestFirst, newestFirstAfter } from './newest-first';
import { queryWords, swappedLetters, textWords } from './search-terms';

export interface LibrarySnapshot {
  readonly ready: boolean;
  /** Every item, those known only through friends too. A new map on every change. */
  readonly byId: ReadonlyMap<ItemId, Item>;
  /** Items of the library proper, newest first. */
  readonly items: readonly Item[];
}

const SEARCHED_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].search !== null);

/** Things put into the search at once: some milliseconds. What the page has to do meanwhile comes between. */
const INDEXED_AT_ONCE = 250;

type Change = Parameters<Parameters<ItemsRepository['onChange']>[0]>[0];

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
    tokenize: textWords,
    searchOptions: {
      tokenize: queryWords,
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: Object.fromEntries(SEARCHED_FIELDS.map((name) => [name, FIELDS[name].search?.boost ?? 1])),
    },
    processTerm: (term) => foldLetters(term),
  });

  #busy: Promise<void> | null = null;

  /** @param pause lets the page do what waits, between two parts of a large library */
  constructor(
    private readonly repository: ItemsRepository,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
  ) {}

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
      return this.#take({ upserts, removals });
    });
    const read = await this.repository.all();
    const byId = new Map<ItemId, Item>();
    await eachInSlices(read, (item) => byId.set(item.id, item), this.pause);
    const inLibrary = read.filter((item) => item.inLibrary);
    const sorted = await sortedInSlices(inLibrary, byFallingAddedAt, this.pause);
    await this.#busy;
    reading = false;
    const meanwhile = this.snapshot().byId;
    for (const id of removed) byId.delete(id);
    for (const [id, item] of meanwhile) byId.set(id, item);
    const isAsRead = removed.size === 0 && meanwhile.size === 0;
    // What comes while they are put into the search is put in by itself.
    this.#snapshot.set({ ready: false, byId, items: isAsRead ? sorted : newestFirst(byId) });
    await this.#index([...byId.keys()]);
    this.#snapshot.set({ ...this.snapshot(), ready: true });
    return stop;
  }

  readonly snapshot = (): LibrarySnapshot => this.#snapshot.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#snapshot.subscribe(listener);

  /**
   * Ids that match, best first; prefix and light misspelling allowed; “lodz” finds “Łódź”, 千尋 “千と千尋の神隠し”. Last
   * come those of which the query has two letters swapped: “tolkein”.
   */
  search(query: string): readonly ItemId[] {
    const words = queryWords(query);
    const found = this.#search.search(query);
    const swapped = words.map((word) => [word, ...swappedLetters(word)]);
    const more = swapped.every((forms) => forms.length === 1)
      ? []
      : this.#search.search(
          { combineWith: 'AND', queries: swapped.map((queries) => ({ combineWith: 'OR', queries })) },
          { fuzzy: false },
        );
    const { byId } = this.snapshot();
    // What was removed a moment ago may still be in the search.
    return [...new Set([...found, ...more].map(({ id }) => id as ItemId))].filter((id) => byId.has(id));
  }

  /** Settles once what is being taken in is in the snapshot; null: nothing is. */
  busy(): Promise<void> | null {
    return this.#busy;
  }

  /** What is small is in the snapshot at once, unless something before it is still being taken in. */
  #take(change: Change): Promise<void> | undefined {
    const isSmall = change.upserts.length + change.removals.length <= INDEXED_AT_ONCE;
    if (isSmall && this.#busy === null) {
      this.#apply(change);
      return undefined;
    }
    const before = this.#busy ?? Promise.resolve();
    const taken = before
      .then(() => (isSmall ? this.#apply(change) : this.#applyInSlices(change)))
      .then(() => {
        if (this.#busy === taken) this.#busy = null;
      });
    this.#busy = taken;
    return taken;
  }

  #apply(change: Change): void {
    const { upserts, removals } = change;
    const { byId: before, items, ready } = this.snapshot();
    const byId = new Map(before);
    for (const id of removals) byId.delete(id);
    for (const item of upserts) byId.set(item.id, item);
    for (const id of [...removals, ...upserts.map((item) => item.id)]) this.#putAsItIs(id, byId);
    this.#snapshot.set({ ready, byId, items: newestFirstAfter(items, before, byId, change) });
  }

  /** The snapshot changes once, when all of it is worked out. */
  async #applyInSlices({ upserts, removals }: Change): Promise<void> {
    await this.pause();
    const byId = new Map(this.snapshot().byId);
    await this.pause();
    await eachInSlices(removals, (id) => byId.delete(id), this.pause);
    await eachInSlices(upserts, (item) => byId.set(item.id, item), this.pause);
    await this.pause();
    const inLibrary = [...byId.values()].filter((item) => item.inLibrary);
    const items = await sortedInSlices(inLibrary, byFallingAddedAt, this.pause);
    await this.pause();
    this.#snapshot.set({ ...this.snapshot(), byId, items });
    // Found once they are in the search; then whoever searches is told.
    void this.#index([...removals, ...upserts.map(({ id }) => id)]).then(() => {
      const now = this.snapshot();
      this.#snapshot.set({ ...now, byId: new Map(now.byId), items: [...now.items] });
    });
  }

  /** Puts things into the search as they are by then; takes those out that are gone by then. */
  async #index(ids: readonly ItemId[]): Promise<void> {
    for (const part of partsOf(ids, INDEXED_AT_ONCE)) {
      const { byId } = this.snapshot();
      for (const id of part) this.#putAsItIs(id, byId);
      await this.pause();
    }
  }

  #putAsItIs(id: ItemId, byId: ReadonlyMap<ItemId, Item>): void {
    const item = byId.get(id);
    if (item !== undefined) this.#put(item);
    else if (this.#search.has(id)) this.#search.discard(id);
  }

  #put(item: Item): void {
    if (this.#search.has(item.id)) this.#search.replace(item);
    else this.#search.add(item);
  }
}

const searchText = <Name extends ItemFieldName>(name: Name, item: Pick<Item, Name>): string =>
  FIELDS[name].search?.text(item[name]) ?? '';
