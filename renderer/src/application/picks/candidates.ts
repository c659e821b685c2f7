import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../domain/recommendation-request';

type Offered = Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status' | 'ownRating'>;

/** False for what is known only through friends and what the owner marked "never offer as a pick": for every purpose. */
export function mayBeOffered(item: Pick<Item, 'inLibrary' | 'excludedFromPicks'>): boolean {
  return item.inLibrary && !item.excludedFromPicks;
}

/**
 * For friends: things the owner has and has not given up on; wanting is not having. What a rating means for a pick is
 * the recommender's to judge (recommend/ranking/eligibility.ts), which must see badly rated parts of a series too.
 */
export function pickCandidates(items: readonly Item[]): readonly CandidateContext[] {
  return candidatesWhere(items, mayBePicked);
}

/**
 * For a group: the same as for friends; with the owner among the group also what they only want, since it is about a
 * thing to have together and not one to pass on.
 */
export function groupCandidates(items: readonly Item[], ownerTakesPart: boolean): readonly CandidateContext[] {
  return candidatesWhere(
    items,
    (item) => mayBePicked(item) || (ownerTakesPart && item.status === 'wanted' && mayBeOffered(item)),
  );
}

/** For the owner: their pile, that is what they have or want and have neither finished, given up nor rated. */
export function backlog(items: readonly Item[]): readonly CandidateContext[] {
  return candidatesWhere(
    items,
    (item) =>
      mayBeOffered(item) && item.ownRating === null && item.status !== 'finished' && item.status !== 'abandoned',
  );
}

function mayBePicked(item: Offered): boolean {
  return mayBeOffered(item) && item.status !== 'abandoned' && item.status !== 'wanted';
}

function candidatesWhere(items: readonly Item[], accepts: (item: Offered) => boolean): readonly CandidateContext[] {
  return items.filter(accepts).map((item) => ({ itemId: item.id, ownRating: item.ownRating }));
}
