import type { Item } from '../../domain/item';
import type { CandidateContext } from '../../domain/recommendation-request';

/** True for a thing the owner has or wants, and has neither finished, given up nor rated. "Never offer as a pick" counts here too. */
export function isOnBacklog(item: Pick<Item, 'inLibrary' | 'excludedFromPicks' | 'status' | 'ownRating'>): boolean {
  return (
    item.inLibrary &&
    !item.excludedFromPicks &&
    item.ownRating === null &&
    item.status !== 'finished' &&
    item.status !== 'abandoned'
  );
}

/** The owner's own pile, from the library in memory. */
export function backlogFrom(items: readonly Item[]): readonly CandidateContext[] {
  return items.filter(isOnBacklog).map((item) => ({ itemId: item.id, ownRating: item.ownRating }));
}
