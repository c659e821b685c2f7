import type { ItemId } from '../../../renderer/src/domain/ids';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { hash } from '../baselines';
import { evenly } from '../pack';
import type { Case, Pack } from '../pack';
import { grouped } from '../people/grouped';
import { fameOf } from '../picks/genre-friends';

/** A friend whose answers can be simulated, and what their picks are judged on. */
export interface PairFriend {
  readonly name: string;
  /** Things that a pair may be made of, the most popular first: none of them is judged. */
  readonly pool: readonly ItemId[];
  /** Opinions on things of the pool, 0..1. */
  readonly opinions: ReadonlyMap<ItemId, number>;
  readonly candidates: readonly ItemId[];
  readonly liked: ReadonlySet<ItemId>;
}

/** Fewer opinions than this cannot answer twelve questions. */
const MIN_OPINIONS = 16;
const MAX_POOL = 60;
const MIN_CANDIDATES = 10;
const LIKED_LATER = 0.9;
const NOT_LIKED = 0.5;

/**
 * Friends of the share cases who have opinions on at least 16 things that are not judged. Judged is the case with the
 * most things they liked later. Half of the pool are things they have an opinion on, half are the pack's most popular
 * ones of which nothing is known.
 */
export function pairFriends(
  { items, cases }: Pick<Pack, 'items' | 'cases'>,
  limit: number | null,
): readonly PairFriend[] {
  const byFame = items.toSorted((left, right) => fameOf(right) - fameOf(left)).map(({ id }) => id);
  const found = [...grouped(cases, ({ cluster }) => cluster)].flatMap(([name, own]) => friendOf(name, own, byFame));
  return limit === null ? found : evenly(found, limit);
}

function friendOf(name: string, cases: readonly Case[], byFame: readonly ItemId[]): readonly PairFriend[] {
  const [judged] = cases
    .filter(({ variant, candidates }) => variant === 'share' && candidates.length >= MIN_CANDIDATES)
    .toSorted((left, right) => right.relevant.length - left.relevant.length);
  if (judged === undefined || judged.candidates === 'all') return [];
  const [candidates, liked] = [judged.candidates, new Set(judged.relevant)];
  const isJudged = new Set(candidates);
  if (liked.size === 0 || liked.size === isJudged.size) return [];
  const opinions = new Map([...opinionsOf(cases)].filter(([id]) => !isJudged.has(id)));
  if (opinions.size < MIN_OPINIONS) return [];
  const known = byFame.filter((id) => opinions.has(id)).slice(0, MAX_POOL / 2);
  const unknown = byFame.filter((id) => !opinions.has(id) && !isJudged.has(id)).slice(0, known.length);
  const pool = byFame.filter((id) => known.includes(id) || unknown.includes(id));
  return [{ name, pool, opinions, candidates, liked }];
}

/** All the cases say of the friend: ratings of known events, what was liked later, what was rated and not liked. */
function opinionsOf(cases: readonly Case[]): ReadonlyMap<ItemId, number> {
  const opinions = new Map<ItemId, number>();
  for (const { variant, events, candidates, relevant } of cases) {
    for (const { itemId, rating } of events) if (rating !== null) opinions.set(itemId, rating);
    for (const id of relevant) if (!opinions.has(id)) opinions.set(id, LIKED_LATER);
    if (variant === 'share-rated' && candidates !== 'all')
      for (const id of candidates) if (!opinions.has(id)) opinions.set(id, NOT_LIKED);
  }
  return opinions;
}

/** What counts as no opinion: below liked, above not liked. */
const NO_OPINION = 0.7;

/**
 * What the friend picks: the thing they think more of, where something not known stands below what they like and above
 * what they do not; of two they think the same of, one by chance. Null where nothing is known of either: skipped.
 */
export function answerOf(
  { name, opinions }: Pick<PairFriend, 'name' | 'opinions'>,
  [left, right]: readonly [ItemId, ItemId],
): ItemId | null {
  const [one, other] = [opinions.get(left), opinions.get(right)];
  if (one === undefined && other === undefined) return null;
  const preference = (one ?? NO_OPINION) - (other ?? NO_OPINION);
  if (preference !== 0) return preference > 0 ? left : right;
  const [first, second] = left < right ? [left, right] : [right, left];
  return seededRandom(hash(`${name} ${first} ${second}`))() < 0.5 ? first : second;
}
