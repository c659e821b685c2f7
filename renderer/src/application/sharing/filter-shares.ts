import type { PersonId } from '../../domain/ids';
import type { Outcome, Share } from '../../domain/share';

export interface ShareFilter {
  /** Null = everybody. */
  readonly personId: PersonId | null;
  /** Null = everything; 'unanswered' = no answer yet. */
  readonly outcome: Outcome | 'unanswered' | null;
}

/** What matches, newest first. */
export function filterShares(shares: readonly Share[], { personId, outcome }: ShareFilter): readonly Share[] {
  return shares
    .filter((share) => personId === null || share.personId === personId)
    .filter(
      (share) => outcome === null || (outcome === 'unanswered' ? share.outcome === null : share.outcome === outcome),
    )
    .sort((a, b) => b.sharedAt - a.sharedAt);
}
