import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../domain/recommendation-request';

type Offered = Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status' | 'ownRating'>;

/** For every purpose: false for items known only through friends, and for those marked "never offer as a pick". */
export function mayBeOffered(item: Pick<Item, 'inLibrary' | 'excludedFromPicks'>): boolean {
  return item.inLibrary && !item.excludedFromPicks;
}

/**
 * For friends: items the owner has and has not abandoned, not those they only want. Whether a rating is good enough is
 * decided by the recommender (recommend/ranking/eligibility.ts), which must also see badly rated parts of a series.
 */
export function pickCandidates(items: readonly Item[]): readonly CandidateContext[] {
  return candidatesWhere(items, mayBePicked);
}

/**
 * For a group: the same as for friends. With the owner in the group also what the owner only wants, since the group is
 * going to have it together.
 */
export function groupCandidates(items: readonly Item[], ownerTakesPart: boolean): readonly CandidateContext[] {
  return candidatesWhere(
    items,
    (item) => mayBePicked(item) || (ownerTakesPart && item.status === 'wanted' && mayBeOffered(item)),
  );
}

/** For the owner: their backlog, that is what they have or want and have neither finished, abandoned nor rated. */
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
