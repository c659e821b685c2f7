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

/**
 * Things of which a person's history says no more than that they would be picked over another: somebody's guess, and no
 * word of theirs. They may be named as such, never as liked.
 */
export function onlyChosen(reactions: readonly TasteReaction[]): ReadonlySet<ItemId> {
  const told = new Set(reactions.filter((one) => strength(one) > 0 && one.type !== 'chosen-over').map(itemOf));
  return new Set(
    reactions
      .filter(({ type }) => type === 'chosen-over')
      .map(itemOf)
      .filter((id) => !told.has(id)),
  );
}

const itemOf = ({ itemId }: TasteReaction): ItemId => itemId;
