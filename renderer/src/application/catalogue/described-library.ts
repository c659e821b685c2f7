import {
  backgroundFactsIn,
  type BackgroundFacts,
  type CatalogueEntry,
  type CatalogueMatch,
} from '../../domain/catalogue';
import { NO_LINK } from '../../domain/catalogue-link';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { partsOf } from '../../domain/parts-of';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { BackgroundFactsStore, LookedUpThing } from '../../domain/ports/background-facts-store';
import type { LibraryItem } from '../../domain/recommendation-request';
import { stableHash } from '../../domain/stable-hash';
import { descriptionsOf } from './describe-item';
import { entryKeys } from './entry-keys';
import { lookUpInSlices, type LookedUp } from './look-up-in-slices';

export interface DescribedLibraryPorts {
  readonly catalogue: Pick<CataloguePort, 'recognise' | 'kin' | 'state'>;
  readonly store: BackgroundFactsStore;
  /** Whether the owner lets things be looked up. */
  readonly isOn: () => Promise<boolean>;
  /** Lets the page do what waits, between two parts of a large library. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** Things of which it is worked out at once what would be asked about them: some milliseconds. */
const COMPARED_AT_ONCE = 500;

/**
 * The library's things with what the catalogue knows of them, for the recommender alone: exports carry little, and a
 * title typed for a friend carries nothing else. What was looked up once is kept between starts.
 */
export class DescribedLibrary {
  readonly #ports: DescribedLibraryPorts;
  readonly #known = new Map<ItemId, LookedUpThing>();
  /** What is asked about an item that does not change is worked out once: it is compared at every start and change. */
  readonly #asked = new WeakMap<Item, number>();
  #isOn = true;

  constructor(ports: DescribedLibraryPorts) {
    this.#ports = ports;
  }

  /** Reads what earlier starts looked up. Where that fails, it is looked up again. */
  async start(): Promise<void> {
    this.#isOn = await this.#ports.isOn();
    for (const thing of await this.#ports.store.read().catch(() => [])) this.#known.set(thing.id, thing);
  }

  /** The thing with what is known of it as it is now. */
  describe(item: Item): LibraryItem {
    const known = this.#isOn ? this.#known.get(item.id) : undefined;
    if (known === undefined || known.facts === null || known.asked !== this.#askedOf(item)) return item;
    return { ...item, backgroundFacts: known.facts };
  }

  /** True where it was not looked up as it is now. */
  isUnknown(item: Item): boolean {
    return this.#known.get(item.id)?.asked !== this.#askedOf(item);
  }

  /** Those that were not looked up as they are now. */
  async unknownAmong(items: readonly Item[]): Promise<readonly Item[]> {
    const found: Item[] = [];
    for (const part of partsOf(items, COMPARED_AT_ONCE)) {
      found.push(...part.filter((item) => this.isUnknown(item)));
      if (part.length === COMPARED_AT_ONCE) await this.#ports.pause?.();
    }
    return found;
  }

  forget(ids: readonly ItemId[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#known.delete(id);
    this.#ports.store.remove(ids).catch(() => undefined);
  }

  /**
   * Looks up what was not looked up as it is now, in this catalogue. Answers with the things of which something else is
   * known than before.
   * Without a catalogue, or where the owner switched it off, none.
   */
  async lookUp(items: readonly Item[]): Promise<readonly Item[]> {
    const wasOn = this.#isOn;
    this.#isOn = await this.#ports.isOn();
    if (!this.#isOn) return wasOn ? items.filter(({ id }) => (this.#known.get(id)?.facts ?? null) !== null) : [];
    const { status, contents } = await this.#ports.catalogue.state({});
    if (status !== 'ready' || contents === null) return [];
    const changed: Item[] = [];
    for (const part of partsOf(items, COMPARED_AT_ONCE)) {
      const pending = part
        .filter((item) => this.isUnknown(item) || this.#known.get(item.id)?.version !== contents)
        .map((item) => ({ item, descriptions: descriptionsOf(item) }));
      for await (const slice of lookUpInSlices(this.#ports.catalogue, pending))
        changed.push(...(await this.#keep(slice, contents)));
      await this.#ports.pause?.();
    }
    return wasOn ? changed : items.filter(({ id }) => (this.#known.get(id)?.facts ?? null) !== null);
  }

  #askedOf(item: Item): number {
    const asked = this.#asked.get(item) ?? askedOf(item);
    this.#asked.set(item, asked);
    return asked;
  }

  /** Answers with the things of which something else is known than before. */
  async #keep(slice: readonly LookedUp<{ readonly item: Item }>[], version: string): Promise<readonly Item[]> {
    const changed: Item[] = [];
    const facts = await this.#factsOf(slice);
    const found = slice.map(({ thing: { item } }, place): LookedUpThing => {
      const thing = { id: item.id, asked: this.#askedOf(item), version, facts: facts[place] ?? null };
      const before = this.#known.get(item.id)?.facts ?? null;
      if (JSON.stringify(before) !== JSON.stringify(thing.facts)) changed.push(item);
      this.#known.set(item.id, thing);
      return thing;
    });
    await this.#ports.store.put(found).catch(() => undefined);
    return changed;
  }

  /** With the kin of each thing: of one that the catalogue does not know, by its makers. */
  async #factsOf(slice: readonly LookedUp<{ readonly item: Item }>[]): Promise<readonly (BackgroundFacts | null)[]> {
    const found = slice.map(({ thing: { item }, match }) => ({ item, meant: meantBy(match, item) }));
    const kin = await this.#ports.catalogue.kin({
      things: found.map(({ item, meant }) => ({
        index: meant === null ? null : meant.index,
        kind: item.kind,
        creators: item.creators,
      })),
    });
    return found.map(({ meant }, place) => backgroundFactsIn(meant, kin[place] ?? []));
  }
}

/**
 * null where the catalogue does not know the thing, or knows only what its owner said that it is not. Where the owner
 * chose one, nothing of another counts, however much better known it is.
 */
function meantBy(match: CatalogueMatch, { catalogue }: Item): Recognised | null {
  const { entry: chosen, different } = catalogue ?? NO_LINK;
  if (match.verdict === 'doubtful') {
    const found = match.candidates.find(({ entry }) => isNamed(entry, chosen));
    // The owner's word makes it the same.
    return found === undefined ? null : { ...found, verdict: 'same', by: 'id', alias: null };
  }
  if (!('entry' in match) || isNamed(match.entry, different)) return null;
  return chosen.length > 0 && !isNamed(match.entry, chosen) ? null : match;
}

type Recognised = Extract<CatalogueMatch, { readonly verdict: 'same' | 'part' }>;

const isNamed = (entry: CatalogueEntry, keys: readonly string[]): boolean =>
  entryKeys(entry).some((key) => keys.includes(key));

function askedOf(item: Item): number {
  const { entry: chosen, different } = item.catalogue ?? NO_LINK;
  return stableHash(JSON.stringify([descriptionsOf(item), different, ...(chosen.length > 0 ? [chosen] : [])]));
}
