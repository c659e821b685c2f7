import type { ItemId } from '../../../renderer/src/domain/ids';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { hash } from '../baselines';
import type { Case, Pack } from '../pack';

/** pair: one curator's items for one friend. merged: several curators' items for one friend. */
export const POOL_SORTS = ['pair', 'merged'] as const;
export type PoolSort = (typeof POOL_SORTS)[number];

/** What a method may know of a case. */
export interface ReplayQuestion {
  readonly id: string;
  readonly sort: PoolSort;
  readonly friend: string;
  readonly curators: readonly string[];
  /** Known events at the start, oldest first. */
  readonly known: readonly TasteProfileEvent[];
  /** Items that may be sent, in random order. */
  readonly pool: readonly ItemId[];
}

export interface ReplayCase extends ReplayQuestion {
  /** Per item of the pool: whether the friend rated it 0.8 or better. */
  readonly liked: readonly boolean[];
}

/** With fewer items, a third of the pool ends before picks six to ten. */
const MIN_POOL = 25;
const MERGED_FROM = 2;

/** Cases of one sort in random order: the first N are a fair sample. */
export function replayCases(
  pack: Pick<Pack, 'name' | 'shareRated'>,
  sort: PoolSort,
  limit: number | null = null,
): readonly ReplayCase[] {
  const groups =
    sort === 'pair'
      ? grouped(pack.shareRated, (one) => `${curatorOf(one)} ${one.cluster}`)
      : grouped(pack.shareRated, ({ cluster }) => cluster);
  const cases = groups.flatMap((group) => {
    const one = replayCase(group, sort);
    return one.pool.length < MIN_POOL || (sort === 'merged' && one.curators.length < MERGED_FROM) ? [] : [one];
  });
  const order = new Map(
    shuffled(
      cases.map(({ id }) => id),
      pack.name,
    ).map((id, place) => [id, place]),
  );
  const sorted = cases.toSorted((left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0));
  return limit === null ? sorted : sorted.slice(0, limit);
}

/**
 * One case from all that a file has of a pair or friend. Where it was cut at several lengths, the shortest history is
 * known; later events may be in the pools and are revealed like all others.
 */
function replayCase(group: readonly Case[], sort: PoolSort): ReplayCase {
  const [shortest] = group.toSorted(
    (left, right) => left.events.length - right.events.length || compare(left.id, right.id),
  );
  if (shortest === undefined) throw new Error('A group of cases is empty.');
  const sources = sort === 'pair' ? [shortest] : group;
  const met = new Set<string>([
    ...shortest.events.map(({ itemId }) => itemId),
    ...sources.flatMap(({ exclude }) => exclude),
  ]);
  const id = sort === 'pair' ? shortest.id : `merged ${shortest.cluster}`;
  const pool = shuffled(
    sources.flatMap(({ candidates }) => (candidates === 'all' ? [] : candidates)).filter((item) => !met.has(item)),
    id,
  );
  const relevant = new Set<string>(sources.flatMap((one) => one.relevant));
  const curators = [...new Set(sources.map(curatorOf))].sort(compare);
  return {
    id,
    sort,
    friend: shortest.cluster,
    curators,
    known: shortest.events,
    pool,
    liked: pool.map((item) => relevant.has(item)),
  };
}

/** A case without a curator has a library of its own. */
function curatorOf({ curator, id }: Case): string {
  return curator ?? id;
}

function grouped(cases: readonly Case[], key: (one: Case) => string): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** The distinct names in an order that depends only on `seed` and the names (Fisher–Yates). */
function shuffled<T extends string>(names: readonly T[], seed: string): readonly T[] {
  const left = [...new Set(names)].sort(compare);
  const random = seededRandom(hash(seed));
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** By code units, the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
