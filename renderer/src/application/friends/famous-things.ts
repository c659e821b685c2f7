import { backgroundFactsOf, type CatalogueEntry } from '../../domain/catalogue';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import { type ItemId, itemId, type PersonId } from '../../domain/ids';
import { completeItem, type Item } from '../../domain/item';
import { libraryItemOf } from '../../domain/item-fields/library-item';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { Clock, IdSource } from '../../domain/ports/clock';
import type { RecommenderPort } from '../../domain/ports/recommender';
import type { NewThing, TasteRepository } from '../../domain/ports/taste-repository';
import type { LibraryItem } from '../../domain/recommendation-request';
import { draftOfEntry } from '../catalogue/draft-of-entry';
import type { LibrarySnapshot } from '../library/library-index';

/** Famous things of the catalogue for one sitting. Nothing of it is stored before an answer names it. */
export interface FamousThings {
  /** The best known first; what the library or a friend's history has already is that thing. */
  readonly famous: readonly ItemId[];
  /** Those that are there nowhere yet: as they would be added, */
  readonly newThings: readonly NewThing[];
  /** as they are shown, */
  readonly shown: ReadonlyMap<ItemId, Item>;
  /** and as the recommender gets them. */
  readonly outside: readonly LibraryItem[];
}

export const NO_FAMOUS_THINGS: FamousThings = { famous: [], newThings: [], shown: new Map(), outside: [] };

export interface FamousThingsPorts {
  readonly catalogue: Pick<CataloguePort, 'famous'>;
  readonly recommender: Pick<RecommenderPort, 'fame'>;
  readonly taste: Pick<TasteRepository, 'eventsOf'>;
  readonly library: { readonly snapshot: () => Pick<LibrarySnapshot, 'items' | 'byId'> };
  readonly libraryThings: { readonly find: (entry: CatalogueEntry) => Item | undefined };
  readonly newId: IdSource;
  readonly clock: Clock;
}

/** Kinds of which some things are known to everybody. Of recipes and wines none is. */
const KINDS_WITH_FAME: ReadonlySet<string> = new Set([
  'movie',
  'series',
  'book',
  'anime',
  'game',
  'board game',
  'album',
]);
/** Where the library says little of what a friend may know. */
const FIRST_KINDS = ['movie', 'series', 'book'] as const;
/** So many share the pool that each has enough for pairs. */
const MAX_KINDS = 4;
/** So many of each kind are asked for; those that the model's table knows best are taken. */
const ASKED = 400;
/** With fewer things of a kind in the model's table, the catalogue alone says which are famous. */
const MIN_IN_TABLE = 8;
/** Somewhat more than a question takes: of some the opinion is known. */
const TAKEN = 80;

/** For a sitting with this friend. None where there is no catalogue or it cannot answer: then the library must do. */
export async function famousThings(friend: PersonId, ports: FamousThingsPorts): Promise<FamousThings> {
  try {
    const { items, byId } = ports.library.snapshot();
    const events = await ports.taste.eventsOf(friend);
    const kinds = kindsToAsk(
      items.map(({ kind }) => kind),
      events.flatMap(({ itemId: id }) => byId.get(id)?.kind ?? []),
    );
    const ofKinds = await Promise.all(kinds.map((kind) => ports.catalogue.famous({ kind, limit: ASKED })));
    if (ofKinds.every((entries) => entries.length === 0)) return NO_FAMOUS_THINGS;
    return takenOf(inTurn(await bestKnown(ofKinds, ports)), ports);
  } catch {
    return NO_FAMOUS_THINGS;
  }
}

/**
 * Kinds of the library, the commonest first. Where it is empty, or the friend is known by things of other kinds, films,
 * series and books before them.
 */
export function kindsToAsk(library: readonly string[], known: readonly string[]): readonly string[] {
  const [own, theirs] = [commonest(library), commonest(known)];
  const isElsewhere = own.length === 0 || theirs.some((kind) => !own.includes(kind));
  const kinds = isElsewhere ? [...FIRST_KINDS, ...theirs, ...own] : own;
  return [...new Set(kinds)].slice(0, MAX_KINDS);
}

function commonest(kinds: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) if (KINDS_WITH_FAME.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1]).map(([kind]) => kind);
}

/**
 * A catalogue's fame is that of its sources, which may be of one year or one shop; the model's table has seen others.
 * What both know well comes first.
 */
async function bestKnown(
  ofKinds: readonly (readonly CatalogueEntry[])[],
  { recommender, clock }: Pick<FamousThingsPorts, 'recommender' | 'clock'>,
): Promise<readonly (readonly CatalogueEntry[])[]> {
  const entries = ofKinds.flat();
  const now = clock();
  const fame = await recommender.fame({
    items: entries.map((entry, place) => describedEntry(entry, thingOf(entry, itemId(String(place)), now))),
  });
  const fameOf = new Map(entries.map((entry, place) => [entry, fame[place] ?? null]));
  return ofKinds.map((list) => {
    const inTable = list.filter((entry) => (fameOf.get(entry) ?? null) !== null);
    if (inTable.length < MIN_IN_TABLE) return list;
    return inTable.toSorted((left, right) => (fameOf.get(right) ?? 0) - (fameOf.get(left) ?? 0));
  });
}

/** The first of each list, then the second of each, … */
function inTurn<Value>(lists: readonly (readonly Value[])[]): readonly Value[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}

function takenOf(
  entries: readonly CatalogueEntry[],
  { libraryThings, newId, clock }: Pick<FamousThingsPorts, 'libraryThings' | 'newId' | 'clock'>,
): FamousThings {
  const famous = new Set<ItemId>();
  const shown = new Map<ItemId, Item>();
  const newThings: NewThing[] = [];
  const outside: LibraryItem[] = [];
  for (const entry of entries) {
    if (famous.size === TAKEN) break;
    const there = libraryThings.find(entry);
    if (there === undefined) {
      const id = itemId(newId());
      const thing = thingOf(entry, id, clock());
      shown.set(id, thing);
      newThings.push({ id, draft: draftOf(entry) });
      outside.push(describedEntry(entry, thing));
      famous.add(id);
    } else famous.add(there.id);
  }
  return { famous: [...famous], newThings, shown, outside };
}

const draftOf = (entry: CatalogueEntry): NewThing['draft'] =>
  draftOfEntry({ title: entry.title, kind: UNKNOWN_KIND, inLibrary: false }, entry);

const thingOf = (entry: CatalogueEntry, id: ItemId, now: number): Item => completeItem(draftOf(entry), id, now);

/** With what the catalogue knows of it. Its kin is left out: the model's table knows the famous themselves. */
const describedEntry = (entry: CatalogueEntry, thing: Item): LibraryItem =>
  libraryItemOf({ ...thing, backgroundFacts: backgroundFactsOf(entry, []) });
