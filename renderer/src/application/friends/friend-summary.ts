import type { TasteEvent } from '../../domain/event';
import type { Person } from '../../domain/person';
import type { Share } from '../../domain/share';
import { isDisliked, isLiked } from '../../domain/taste-scale';

import { isPending } from '../sharing/outcomes';

export interface KnownTaste {
  /** Liked, loved or rated high, newest first. */
  readonly loves: readonly TasteEvent[];
  /** Disliked or rated low, newest first. */
  readonly nevers: readonly TasteEvent[];
  /** Other events recorded by hand: picks declined or known, items met without an opinion. */
  readonly others: readonly TasteEvent[];
}

const LIKING_TYPES: ReadonlySet<TasteEvent['type']> = new Set(['loved', 'liked', 'chosen-over']);
const DISLIKING_TYPES: ReadonlySet<TasteEvent['type']> = new Set(['never-again', 'disliked']);

/**
 * A friend's events grouped as the page shows them. Reactions to shares are left out: they are shown with the shares.
 */
export function knownTaste(events: readonly TasteEvent[]): KnownTaste {
  const newestFirst = events.filter((event) => event.type !== 'reacted').sort((a, b) => b.recordedAt - a.recordedAt);
  const rated = (event: TasteEvent): number | null => (event.type === 'rated' ? event.rating : null);
  const loves = newestFirst.filter((event) => LIKING_TYPES.has(event.type) || isLiked(rated(event)));
  const nevers = newestFirst.filter((event) => DISLIKING_TYPES.has(event.type) || isDisliked(rated(event)));
  const sorted = new Set([...loves, ...nevers]);
  return { loves, nevers, others: newestFirst.filter((event) => !sorted.has(event)) };
}

export interface FriendSummary {
  readonly loves: number;
  readonly nevers: number;
  readonly tags: number;
  readonly lastShare: Share | null;
  /** Shares without an answer, and those answered "not yet". */
  readonly pending: number;
}

export function friendSummary(friend: Person, events: readonly TasteEvent[], shares: readonly Share[]): FriendSummary {
  const { loves, nevers } = knownTaste(events);
  const own = shares.filter((share) => share.personId === friend.id);
  const lastShare = own.reduce<Share | null>(
    (last, share) => (last === null || share.sharedAt > last.sharedAt ? share : last),
    null,
  );
  return {
    loves: loves.length,
    nevers: nevers.length,
    tags: friend.likedTags.length + friend.avoidedTags.length,
    lastShare,
    pending: own.filter(isPending).length,
  };
}
