import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../domain/recommendation-request';
import { mayBePicked } from '../../application/picks/candidates';

/**
 * What may be picked for friends alone; with the owner at the table also what they only want, since it is about a thing
 * to have together and not one to pass on. What somebody has met is the recommender's to leave out.
 */
export function mayBeDecided(
  item: Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status'>,
  ownerTakesPart: boolean,
): boolean {
  return mayBePicked(item) || (ownerTakesPart && item.status === 'wanted' && item.inLibrary && !item.excludedFromPicks);
}

/** What may be decided about, from the library in memory. */
export function decisionCandidates(items: readonly Item[], ownerTakesPart: boolean): readonly CandidateContext[] {
  return items
    .filter((item) => mayBeDecided(item, ownerTakesPart))
    .map((item) => ({ itemId: item.id, ownRating: item.ownRating }));
}
