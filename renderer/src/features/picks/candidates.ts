import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../workers/recommender-contract';

/** Below this rating (0..1) the owner did not think much of it, and would not pass it on. */
const WORTH_SENDING_FROM = 0.5;

/** True for a thing the owner has, has not given up on, and did not rate badly. Wanting is not having. */
export function mayBePicked(item: Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status' | 'ownRating'>): boolean {
  return item.inLibrary && !item.excludedFromPicks && item.status !== 'abandoned' && item.status !== 'wanted'
    && (item.ownRating === null || item.ownRating >= WORTH_SENDING_FROM);
}

/** What may be offered, from the library in memory. */
export function candidatesFrom(items: readonly Item[]): readonly CandidateContext[] {
  return items.filter(mayBePicked).map((item) => ({ itemId: item.id, ownRating: item.ownRating }));
}
