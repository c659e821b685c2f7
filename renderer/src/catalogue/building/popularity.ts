import { foldWords } from '../../identity/fold-text';
import { believed, believedRow, type MergedThing } from './merge-sources';
import type { SourceRow } from './source-row';
import type { TagReader } from './vocabulary/tag-vocabulary';

/** As if so many things, better known than all, were missing of each kind: the best of fifteen are not world famous. */
const BETTER_KNOWN = 20;
/** The same within a source: the best of a hundred of one are not as known as the best of ten thousand of another. */
const BETTER_KNOWN_IN_SOURCE = 500;
/** What nothing says of that anybody knows it stands below the middle, however much is written of it. */
const MOST_UNPROVEN = 0.5;

/**
 * How well known things are, by what there is: how many people rated them, and where nobody counted, prizes, sources,
 * editions, and the fame of the people in them. Counts of two sources are not comparable, so things are ranked within
 * their source and kind; those without a count come below those with one, and those of which nothing says that they
 * are known below these.
 * @returns one rank per thing: near 1 for the best known of its kind, above 0 for the least
 */
export function popularityOf(things: readonly MergedThing[], tags: TagReader): readonly number[] {
  const counted = rankWithinSource(things);
  const fame = fameOfPeople(things, counted);
  const byKind = new Map<string, Placed[]>();
  for (const [place, thing] of things.entries()) {
    const placed = { place, counted: counted[place] ?? null, ...evidenceOf(thing, fame, tags) };
    listIn(byKind, kindOf(thing)).push(placed);
  }
  const ranks = things.map(() => 0);
  for (const list of byKind.values()) {
    list.sort(
      (one, other) =>
        (other.counted ?? -1) - (one.counted ?? -1) ||
        Number(other.isProven) - Number(one.isProven) ||
        other.evidence - one.evidence ||
        one.place - other.place,
    );
    const unproven = list.filter((one) => one.counted === null && !one.isProven).length;
    for (const [rank, { place, counted: ownCount, isProven }] of list.entries()) {
      const left = list.length - rank;
      const share = left / (list.length + BETTER_KNOWN);
      ranks[place] = ownCount === null && !isProven ? Math.min(share, (MOST_UNPROVEN * left) / unproven) : share;
    }
  }
  return ranks;
}

interface Placed {
  /** Of the thing in the list. */
  readonly place: number;
  readonly counted: number | null;
  readonly evidence: number;
  /** Something says that people know it. */
  readonly isProven: boolean;
}

const kindOf = ({ rows }: MergedThing): string => believed(rows, 'kind', ({ kind }) => kind) ?? '';

function listIn<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}

const countOf = ({ crowd, renown }: SourceRow): number | null => crowd?.count ?? renown;

/** Of each thing about the share of its source's things of its kind that fewer people rated; null without a count. */
function rankWithinSource(things: readonly MergedThing[]): readonly (number | null)[] {
  const counts = things.map((thing) => {
    const found = believedRow(thing.rows, 'crowd', (row) => countOf(row) !== null);
    return { key: `${found?.source ?? ''}\n${kindOf(thing)}`, count: found === null ? null : countOf(found.row) };
  });
  const sorted = new Map<string, number[]>();
  for (const { key, count } of counts) if (count !== null) listIn(sorted, key).push(count);
  for (const list of sorted.values()) list.sort((one, other) => one - other);
  return counts.map(({ key, count }) => {
    const list = sorted.get(key) ?? [];
    return count === null ? null : placeOf(count, list) / (list.length + BETTER_KNOWN_IN_SOURCE);
  });
}

/** How many numbers of a rising list are below a value. */
function placeOf(value: number, rising: readonly number[]): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A name → the number of well-known things with that person in them, each by its rank. By kind, for a singer and a
 * maker of games may share a name.
 */
function fameOfPeople(
  things: readonly MergedThing[],
  counted: readonly (number | null)[],
): ReadonlyMap<string, number> {
  const fame = new Map<string, number>();
  for (const [place, thing] of things.entries()) {
    const rank = counted[place] ?? null;
    if (rank === null) continue;
    for (const person of peopleOf(thing)) fame.set(person, (fame.get(person) ?? 0) + rank);
  }
  return fame;
}

const peopleOf = (thing: MergedThing): ReadonlySet<string> => {
  const kind = kindOf(thing);
  const names = thing.rows.flatMap(({ row }) => [...row.creators, ...row.cast]);
  return new Set(names.map((name) => `${kind}\n${foldWords(name)}`));
};

/** What each sign of fame counts, chosen by hand: the order among things that nobody counted, and nothing else. */
const WEIGHTS = { winner: 4, nominee: 2, source: 1, people: 2, editions: 0.5, facts: 0.2 };
/** A thing that one source has in so many editions (a game on as many systems) is known. */
const MANY_EDITIONS = 4;

function evidenceOf(
  thing: MergedThing,
  fame: ReadonlyMap<string, number>,
  tags: TagReader,
): Pick<Placed, 'evidence' | 'isProven'> {
  const { rows } = thing;
  const prizes = new Set(rows.flatMap(({ row }) => row.tags.flatMap((tag) => tags.peek(tag, row.kind))));
  const prize = prizes.has('oscar winner') ? WEIGHTS.winner : prizes.has('oscar nominee') ? WEIGHTS.nominee : 0;
  const sources = new Set(rows.map(({ source }) => source)).size;
  const editions = Math.max(...rows.map(({ source }) => rows.filter((other) => other.source === source).length));
  const people = [...peopleOf(thing)].reduce((sum, name) => sum + Math.log1p(fame.get(name) ?? 0), 0);
  // A shop describes each of its things with a dozen tags: how much is written of one says next to nothing.
  const facts = (rows[0]?.row.creators.length ?? 0) > 0 ? 1 : 0;
  return {
    evidence:
      prize +
      WEIGHTS.source * (sources - 1) +
      WEIGHTS.people * people +
      WEIGHTS.editions * Math.log(editions) +
      WEIGHTS.facts * Math.log1p(facts),
    isProven: prize > 0 || sources > 1 || people > 0 || editions >= MANY_EDITIONS,
  };
}
