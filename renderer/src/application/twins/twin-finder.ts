import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { areSaidDifferent, staysFirst } from '../../domain/merge-items';
import { isSameJson } from '../../domain/same-json';
import type { ComparisonScope } from '../../identity/compare-things';
import { haveSameFacts } from '../../identity/same-facts';
import { ThingIndex } from '../../identity/thing-index';
import { likelihoodOf } from './likelihood';

/** Two things of the library that may be one. */
export interface TwinPair {
  /** The same for the same two things. */
  readonly key: string;
  /** In the order in which they are best put together: the first stays. */
  readonly things: readonly [Item, Item];
  /** What the comparison says of them. */
  readonly verdict: 'same' | 'doubtful';
  /** Evidence for and against, the strongest first. */
  readonly evidence: readonly IdentityEvidence[];
  /** Equal for pairs with the same evidence, between things of the same kinds. */
  readonly likeness: string;
}

export const pairKey = (one: ItemId, other: ItemId): string => (one < other ? [one, other] : [other, one]).join(' ');

interface FoundPair {
  readonly ids: readonly [ItemId, ItemId];
  readonly verdict: 'same' | 'doubtful';
  readonly evidence: readonly IdentityEvidence[];
  readonly likeness: string;
  readonly likelihood: number;
}

/** Sources under which things of very different origin come together: a field means not the same in all of them. */
const MIXED_SOURCES: ReadonlySet<string> = new Set(['manual', 'csv', 'share']);

/** Two rows of one service describe things in the same way. */
const scopeBetween = (one: Item, other: Item): ComparisonScope =>
  one.source === other.source && !MIXED_SOURCES.has(one.source) ? 'one-source' : 'two-sources';

/** After so many things it is asked whether to pause. */
const THINGS_PER_STEP = 25;
/** The index is made anew once it holds more old versions of things than this, and than things there are. */
const MAX_OLD_VERSIONS = 1000;

/**
 * Finds the pairs of a library that may be one thing, and keeps up with it: after the first time only what changed is
 * compared.
 */
export class TwinFinder {
  #index = new ThingIndex<Item>('two-sources');
  /** As they were when they were put into the index; what the index has besides is old. */
  readonly #indexed = new Map<ItemId, Item>();
  #oldVersions = 0;
  readonly #pairs = new Map<string, FoundPair>();
  readonly #pairsOf = new Map<ItemId, Set<string>>();

  /**
   * Compares what is new or changed.
   * @param yieldIfDue called all the time, so that the work may pause; what it throws ends it, the next call goes on
   */
  async update(
    library: ReadonlyMap<ItemId, Item>,
    yieldIfDue: () => Promise<void>,
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<void> {
    for (const id of this.#indexed.keys()) if (!library.has(id)) this.#forget(id);
    if (this.#oldVersions > MAX_OLD_VERSIONS && this.#oldVersions > this.#indexed.size) this.#startOver();
    const changed: Item[] = [];
    for (const item of library.values()) {
      const before = this.#indexed.get(item.id);
      if (before === undefined || !isAsBefore(before, item)) changed.push(item);
    }
    for (const [place, item] of changed.entries()) {
      if (place % THINGS_PER_STEP === 0) {
        onProgress(place, changed.length);
        await yieldIfDue();
      }
      this.#put(item);
    }
  }

  /** Likeliest first, without what the owner said is different. */
  pairs(library: ReadonlyMap<ItemId, Item>): readonly TwinPair[] {
    const found = [...this.#pairs].flatMap(([key, { ids, ...pair }]) => {
      const [one, other] = [library.get(ids[0]), library.get(ids[1])];
      if (one === undefined || other === undefined || areSaidDifferent(one, other)) return [];
      const things = staysFirst(one, other);
      return [{ key, things, ...pair, sortKey: `${things[0].title} ${key}` }];
    });
    // By code unit: thousands of comparisons by the rules of a language take a quarter of a second.
    return found
      .toSorted((a, b) => b.likelihood - a.likelihood || (a.sortKey < b.sortKey ? -1 : 1))
      .map(({ key, things, verdict, evidence, likeness }) => ({ key, things, verdict, evidence, likeness }));
  }

  #put(item: Item): void {
    if (this.#indexed.has(item.id)) this.#forget(item.id);
    for (const alike of this.#index.alike(item, (other) => scopeBetween(other, item))) {
      const { thing, verdict, evidence } = alike;
      if (thing.id === item.id || this.#indexed.get(thing.id) !== thing) continue;
      const key = pairKey(thing.id, item.id);
      const likeness = [...evidence.toSorted(), ...[thing.kind, item.kind].toSorted()].join(' ');
      this.#pairs.set(key, { ids: [thing.id, item.id], verdict, evidence, likeness, likelihood: likelihoodOf(alike) });
      for (const id of [thing.id, item.id]) this.#pairsOf.set(id, (this.#pairsOf.get(id) ?? new Set()).add(key));
    }
    this.#index.add(item);
    this.#indexed.set(item.id, item);
  }

  #forget(id: ItemId): void {
    for (const key of this.#pairsOf.get(id) ?? []) this.#pairs.delete(key);
    this.#pairsOf.delete(id);
    this.#indexed.delete(id);
    this.#oldVersions += 1;
  }

  #startOver(): void {
    this.#index = new ThingIndex<Item>('two-sources');
    this.#indexed.clear();
    this.#pairs.clear();
    this.#pairsOf.clear();
    this.#oldVersions = 0;
  }
}

/** Nothing is otherwise that is compared. */
const isAsBefore = (before: Item, item: Item): boolean =>
  before === item ||
  (haveSameFacts(before, item) &&
    before.length === item.length &&
    before.source === item.source &&
    isSameJson(before.twins?.same, item.twins?.same));
