import type { TasteEvent } from '../domain/event';
import { compareEvents } from '../domain/event-order';
import type { WildcardOutcome } from '../domain/exploration';
import { OWNER_ID } from '../domain/ids';
import type { Share } from '../domain/share';
import { isLiked } from '../domain/taste-scale';
import { groupBy } from './group-by';
import type { StoredSlate } from './schema';

const pairKey = (personId: string, itemId: string): string => `${personId}/${itemId}`;

/**
 * What became of each wildcard (slates oldest first). An answer counts for the last showing before it and for no other,
 * so that a thing shown ten times before it was sent is not ten successes.
 */
export function joinOutcomes(
  slates: readonly StoredSlate[],
  events: readonly TasteEvent[],
  shares: readonly Share[],
): readonly WildcardOutcome[] {
  const eventsByPair = groupBy(events, (event) => pairKey(event.personId, event.itemId));
  const sharesByPair = groupBy(shares, (share) => pairKey(share.personId, share.itemId));
  const shownNext = new Map<string, number>();
  const outcomes: WildcardOutcome[] = [];
  // Backwards: each showing ends where the next of the same thing begins.
  for (const slate of slates.toReversed()) {
    const { personId, createdAt, wildcard } = slate;
    const pair = pairKey(personId, wildcard.shown);
    const until = shownNext.get(pair) ?? Infinity;
    const within = (at: number | null): boolean => at !== null && at >= createdAt && at < until;
    const answers = (eventsByPair.get(pair) ?? []).filter((event) => within(event.at)).sort(compareEvents);
    const wasSent = personId === OWNER_ID || (sharesByPair.get(pair) ?? []).some((share) => within(share.sharedAt));
    const reward = answers.map((event) => rewardOf(event, wasSent)).findLast((value) => value !== null) ?? null;
    outcomes.push({ contextId: personId, record: wildcard, reward });
    shownNext.set(pair, createdAt);
  }
  return outcomes.reverse();
}

/**
 * 1 = liked and was not known yet, 0 = not so, null = says nothing of it. A friend's liking without a share may be
 * older than the showing, and so says nothing; the owner is sent nothing, and their own word is the answer.
 */
function rewardOf(event: Pick<TasteEvent, 'type' | 'rating' | 'outcome'>, wasSent: boolean): number | null {
  const liked = wasSent ? 1 : null;
  switch (event.type) {
    case 'reacted':
      if (event.outcome === null || event.outcome === 'not-yet') return null;
      return event.outcome === 'loved' || event.outcome === 'liked' ? 1 : 0;
    case 'loved':
    case 'liked':
      return liked;
    case 'rated':
      if (event.rating === null) return null;
      return isLiked(event.rating) ? liked : 0;
    case 'disliked':
    case 'never-again':
    case 'not-for-them':
    case 'knows-it':
      return 0;
    case 'chosen-over':
    case 'finished':
    case 'abandoned':
    case 'wanted':
    case 'postponed':
      return null;
  }
}
