import type { CatalogueEntry } from '../../domain/catalogue';
import { NO_LINK } from '../../domain/catalogue-link';
import type { Item } from '../../domain/item';
import { compareThings } from '../../identity/compare-things';
import { foldTitle } from '../../identity/fold-title';
import type { Thing } from '../../identity/same-facts';
import { entryKeys } from '../catalogue/entry-keys';
import type { LibrarySnapshot } from './library-index';

type ItemsById = LibrarySnapshot['byId'];

/** Finds which thing of the library an entry of the catalogue is: by what was said, by ids, by the one identity. */
export class LibraryThings {
  /** Per thing; it is another object once it is changed. */
  readonly #keys = new WeakMap<Item, readonly string[]>();
  #indexed: ItemsById = new Map();
  #byKey: ReadonlyMap<string, readonly Item[]> = new Map();

  constructor(private readonly library: { readonly snapshot: () => Pick<LibrarySnapshot, 'byId'> }) {}

  find(entry: CatalogueEntry): Item | undefined {
    const { byId } = this.library.snapshot();
    if (byId !== this.#indexed) this.#index(byId);
    const keys = entryKeys(entry);
    const titles = [entry.title, ...entry.aliases];
    const candidates = new Set(
      [...keys, ...titles.map(titleKey)]
        .flatMap((key) => this.#byKey.get(key) ?? [])
        .filter((item) => !isRefused(item, keys)),
    );
    let [found, closest]: [Item | undefined, number] = [undefined, 0];
    for (const item of candidates) {
      if (isConfirmed(item, keys)) return item;
      const strength = Math.max(...titles.map((title) => strengthOf(item, entry, title)));
      if (strength > closest) [found, closest] = [item, strength];
    }
    return found;
  }

  #index(byId: ItemsById): void {
    const byKey = new Map<string, Item[]>();
    for (const item of byId.values())
      for (const key of this.#keysOf(item)) {
        const items = byKey.get(key);
        if (items === undefined) byKey.set(key, [item]);
        else items.push(item);
      }
    [this.#indexed, this.#byKey] = [byId, byKey];
  }

  #keysOf(item: Item): readonly string[] {
    const known = this.#keys.get(item);
    if (known !== undefined) return known;
    const titles = [item.title, ...(item.originalTitle === null ? [] : [item.originalTitle])];
    const keys = [...new Set([...entryKeys(item), ...(item.catalogue?.entry ?? []), ...titles.map(titleKey)])];
    this.#keys.set(item, keys);
    return keys;
  }
}

const titleKey = (title: string): string => `title ${foldTitle(title).key}`;

const isConfirmed = ({ catalogue }: Item, keys: readonly string[]): boolean =>
  (catalogue ?? NO_LINK).entry.some((key) => keys.includes(key));
const isRefused = ({ catalogue }: Item, keys: readonly string[]): boolean =>
  (catalogue ?? NO_LINK).different.some((key) => keys.includes(key));

/** How much speaks for the two being one thing; 0 where they are not. */
function strengthOf(item: Item, entry: CatalogueEntry, title: string): number {
  const { kind, creators, year, identifiers, length } = entry;
  const thing: Thing = { kind, title, creators, year, identifiers, length, series: null, originalTitle: entry.title };
  const { verdict, strength } = compareThings(item, thing, 'two-sources');
  if (verdict === 'same') return strength;
  return verdict === 'doubtful' && isNothingButTitle(item) && isTitled(item, title) && item.kind === kind ? 1 : 0;
}

/** Nothing but a title was ever typed: it is the thing that is chosen by this title now. */
const isNothingButTitle = ({ year, creators, identifiers, series }: Item): boolean =>
  year === null && creators.length === 0 && series === null && Object.keys(identifiers).length === 0;

const isTitled = (item: Item, title: string): boolean => foldTitle(item.title).key === foldTitle(title).key;
