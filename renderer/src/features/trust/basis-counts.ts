import { OWNER_ID } from '../../domain/ids';
import type { Share } from '../../domain/share';
import type { TasteProfile } from '../../domain/taste-profile';

/** In the order shown. "Not yet" and no answer count as the same here: the outcome is not known. */
export const BASIS_OUTCOMES = ['loved', 'liked', 'meh', 'no', 'knew-it', 'unanswered'] as const;
export type BasisOutcome = (typeof BASIS_OUTCOMES)[number];

export function countOutcomes(shares: readonly Pick<Share, 'outcome'>[]): Readonly<Record<BasisOutcome, number>> {
  const counts: Record<BasisOutcome, number> = { loved: 0, liked: 0, meh: 0, no: 0, 'knew-it': 0, unanswered: 0 };
  for (const { outcome } of shares) counts[outcome === null || outcome === 'not-yet' ? 'unanswered' : outcome] += 1;
  return counts;
}

/** Reactions that the learner uses: the owner's, and those of all friends together. */
export function countReactions(profiles: readonly Pick<TasteProfile, 'personId' | 'reactions'>[]): {
  readonly own: number;
  readonly friends: number;
} {
  let own = 0;
  let friends = 0;
  for (const { personId, reactions } of profiles) {
    if (personId === OWNER_ID) own += reactions.length;
    else friends += reactions.length;
  }
  return { own, friends };
}
