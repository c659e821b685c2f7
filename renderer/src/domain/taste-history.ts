import { tasteRating } from './event';
import type { ItemId } from './ids';
import type { TasteProfileEvent, TasteReaction } from './taste-profile';

/**
 * What a person's reactions, oldest first, say of their taste: each item once, by its latest statement. An opinion says
 * more than having given up, and that more than having merely met it, whatever came later. Oldest first.
 */
export function tasteHistory(reactions: readonly TasteReaction[]): readonly TasteProfileEvent[] {
  const latest = new Map<ItemId, number>();
  reactions.forEach((reaction, index) => {
    const before = reactions[latest.get(reaction.itemId) ?? -1];
    if (strength(reaction) > 0 && (before === undefined || strength(reaction) >= strength(before)))
      latest.set(reaction.itemId, index);
  });
  return [...latest.values()]
    .sort((left, right) => left - right)
    .flatMap((index) => reactions[index] ?? [])
    .map((reaction) => ({ itemId: reaction.itemId, rating: tasteRating(reaction) ?? null, at: reaction.at }));
}

/** 0: says nothing of taste. */
function strength(reaction: TasteReaction): number {
  const rating = tasteRating(reaction);
  if (rating === undefined) return 0;
  if (rating === null) return 1;
  return reaction.type === 'abandoned' ? 2 : 3;
}
