import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { evenly } from '../pack';
import type { AppScorer, AppScores } from './app-scores';
import type { KnowsCase, KnownFriend, SwapCase, WhomCase } from './people-cases';
import type { CaseValue } from './person-series';
import { targetOf } from './variant-targets';

/** Cases about few things and several friends. */
export type FriendCase = WhomCase | SwapCase | KnowsCase;

/** Scores of one thing under one history. */
export type FriendScore = (friend: KnownFriend, item: ItemId, caseId: string) => number;

export const itemsOf = (one: FriendCase): readonly ItemId[] => (one.form === 'swap' ? one.items : [one.item]);
export const friendsOf = (one: FriendCase): readonly KnownFriend[] =>
  one.form === 'knows' ? [one.friend] : one.friends;

const MIN_POOL = 200;
const BATCH = 32;

/**
 * The things every history is asked about: all that any case asks, filled up from the pack. The app standardises scores
 * over what it is asked about, so a thing alone has none.
 */
export function poolOf(items: readonly LibraryItem[], cases: readonly FriendCase[]): readonly ItemId[] {
  const asked = new Set(cases.flatMap(itemsOf));
  const rest = items.map(({ id }) => id).filter((id) => !asked.has(id));
  return [...asked, ...evenly(rest, Math.max(0, MIN_POOL - asked.size))];
}

/** The app's scores of the pool for every history of the cases of one variant. */
export async function appFriendScores(
  variant: string,
  cases: readonly FriendCase[],
  pool: readonly ItemId[],
  app: AppScorer,
  onProgress: (done: number) => void,
): Promise<Readonly<Record<keyof AppScores, FriendScore>>> {
  const histories = new Map(cases.flatMap(friendsOf).map((known) => [keyOf(known), known] as const));
  const found = new Map<string, AppScores>();
  const waiting = [...histories];
  for (let first = 0; first < waiting.length; first += BATCH) {
    const batch = waiting.slice(first, first + BATCH);
    const scores = await app.scores(
      batch.map(([, { friend, events }]) => ({ person: friend, events, candidates: pool })),
      targetOf(variant),
    );
    batch.forEach(([key], index) => {
      const own = scores[index];
      if (own !== undefined) found.set(key, own);
    });
    onProgress((batch.length / waiting.length) * cases.length);
  }
  const places = new Map(pool.map((id, place) => [id, place]));
  const read =
    (of: (scores: AppScores) => Float64Array): FriendScore =>
    (known, item) => {
      const scores = found.get(keyOf(known));
      return scores === undefined ? Number.NaN : (of(scores)[places.get(item) ?? -1] ?? Number.NaN);
    };
  return { handpicked: read(({ handpicked }) => handpicked), taskScore: read(({ taskScore }) => taskScore) };
}

const keyOf = ({ friend, events }: KnownFriend): string =>
  `${friend} ${events.map(({ itemId, rating, at }) => `${itemId} ${String(rating)} ${String(at)}`).join('|')}`;

/** "Whom": per pair of a friend who liked the thing and one who did not, whether the first scores higher; ties half. */
export function whomValue(one: WhomCase, score: FriendScore): CaseValue {
  const scored = one.friends.map((friend) => ({
    friend: friend.friend,
    wanted: one.relevant.has(friend.friend),
    score: score(friend, one.item, one.id),
  }));
  return {
    k: one.k,
    parts: scored
      .filter(({ wanted }) => wanted)
      .flatMap((liking) =>
        scored
          .filter(({ wanted }) => !wanted)
          .map((other) => ({ value: wins(liking.score - other.score), people: [liking.friend, other.friend] })),
      ),
  };
}

/** Swap: whether the right assignment has the higher sum; what belongs to item or person alone cancels. Ties: half. */
export function swapValue({ id, k, items, friends }: SwapCase, score: FriendScore): CaseValue {
  const [[first, second], [left, right]] = [items, friends];
  const difference =
    score(left, first, id) - score(left, second, id) - (score(right, first, id) - score(right, second, id));
  return { k, parts: [{ value: wins(difference), people: [left.friend, right.friend] }] };
}

/** Smaller differences are rounding. */
const TIE = 1e-12;

function wins(difference: number): number {
  return Math.abs(difference) <= TIE || Number.isNaN(difference) ? 0.5 : difference > 0 ? 1 : 0;
}
