import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../domain/recommendation-request';

/**
 * True for a thing the owner has and has not given up on; wanting is not having. What a rating means for a pick is the
 * recommender's to judge (recommend/ranking/eligibility.ts), which must see badly rated parts of a series too.
 */
export function mayBePicked(item: Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status'>): boolean {
  return item.inLibrary && !item.excludedFromPicks && item.status !== 'abandoned' && item.status !== 'wanted';
}

/** What may be offered, from the library in memory. */
export function candidatesFrom(items: readonly Item[]): readonly CandidateContext[] {
  return items.filter(mayBePicked).map((item) => ({ itemId: item.id, ownRating: item.ownRating }));
}
