import { foldWords } from '../../identity/fold-text';
import { believed, believedRow, type MergedThing } from './merge-sources';
import type { SourceRow } from './source-row';
import type { TagReader } from './vocabulary/tag-vocabulary';

/**
 * How well known things are, by what there is: how many people rated them, and where nobody counted, prizes, sources,
 * and the fame of the people in them. Counts of two sources are not comparable, so things are ranked within their
 * source and kind; those without a count come below those with one.
 * @returns one rank per thing: 1 for the best known of its kind, above 0 for the least
 */
export function popularityOf(things: readonly MergedThing[], tags: TagReader): readonly number[] {
  const counted = rankWithinSource(things);
  const fame = fameOfPeople(things, counted);
  const byKind = new Map<string, Placed[]>();
  for (const [place, thing] of things.entries()) {
    const placed = { place, counted: counted[place] ?? null, evidence: evidenceOf(thing, fame, tags) };
    listIn(byKind, kindOf(thing)).push(placed);
  }
  const ranks = things.map(() => 0);
  for (const list of byKind.values()) {
    list.sort(
      (one, other) =>
        (other.counted ?? -1) - (one.counted ?? -1) || other.evidence - one.evidence || one.place - other.place,
    );
    for (const [rank, { place }] of list.entries()) ranks[place] = 1 - rank / list.length;
  }
  return ranks;
}

interface Placed {
  /** Of the thing in the list. */
  readonly place: number;
  readonly counted: number | null;
  readonly evidence: number;
}

const kindOf = ({ rows }: MergedThing): string => believed(rows, 'kind', ({ kind }) => kind) ?? '';

function listIn<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}

const countOf = ({ crowd, renown }: SourceRow): number | null => crowd?.count ?? renown;

/** Of each thing the share of its source's things of its kind that fewer people rated; null without a count. */
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
    return count === null ? null : placeOf(count, list) / list.length;
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

/** A name → the number of well-known things with that person in them, each by its rank. */
function fameOfPeople(
  things: readonly MergedThing[],
  counted: readonly (number | null)[],
): ReadonlyMap<string, number> {
  const fame = new Map<string, number>();
  for (const [place, { rows }] of things.entries()) {
    const rank = counted[place] ?? null;
    if (rank === null) continue;
    for (const name of peopleOf(rows)) fame.set(name, (fame.get(name) ?? 0) + rank);
  }
  return fame;
}

const peopleOf = (rows: MergedThing['rows']): ReadonlySet<string> =>
  new Set(rows.flatMap(({ row }) => [...row.creators, ...row.cast]).map(foldWords));

/** What each sign of fame counts, chosen by hand: the order among things that nobody counted, and nothing else. */
const WEIGHTS = { winner: 4, nominee: 2, source: 1, people: 2, facts: 0.2 };

function evidenceOf({ rows }: MergedThing, fame: ReadonlyMap<string, number>, tags: TagReader): number {
  const prizes = new Set(rows.flatMap(({ row }) => row.tags.flatMap((tag) => tags.peek(tag, row.kind))));
  const prize = prizes.has('oscar winner') ? WEIGHTS.winner : prizes.has('oscar nominee') ? WEIGHTS.nominee : 0;
  const sources = new Set(rows.map(({ source }) => source)).size;
  const people = [...peopleOf(rows)].reduce((sum, name) => sum + Math.log1p(fame.get(name) ?? 0), 0);
  // Sources say more of what is better known; a game's platforms and franchises are among the tags.
  const facts = rows.reduce(
    (sum, { row }) => sum + (row.creators.length > 0 ? 1 : 0) + (row.year === null ? 0 : 1) + row.tags.length,
    0,
  );
  return prize + WEIGHTS.source * (sources - 1) + WEIGHTS.people * people + WEIGHTS.facts * Math.log1p(facts);
}
