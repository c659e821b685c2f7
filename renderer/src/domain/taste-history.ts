import { tasteRating } from './event';
import type { ItemId } from './ids';
import type { TasteProfileEvent, TasteReaction } from './taste-profile';

/**
 * What a person's reactions, oldest first, say of their taste: each item once, by its latest statement. An opinion says
 * more than having given up, and that more than having merely met it, whatever came later. Oldest first.
 */
export function tasteHistory(reactions: readonly TasteReaction[]): readonly TasteProfileEvent[] {
  const history = new TasteHistory();
  for (const reaction of reactions) history.add(reaction);
  return history.events();
}

/** The same, reaction by reaction. */
export class TasteHistory {
  /** What holds of each item, in the order in which it was said. */
  readonly #latest = new Map<ItemId, TasteReaction>();

  add(reaction: TasteReaction): void {
    const before = this.#latest.get(reaction.itemId);
    if (strength(reaction) === 0 || (before !== undefined && strength(reaction) < strength(before))) return;
    // A map keeps the place of a key that is set again.
    this.#latest.delete(reaction.itemId);
    this.#latest.set(reaction.itemId, reaction);
  }

  events(): readonly TasteProfileEvent[] {
    return Array.from(this.#latest.values(), (reaction) => ({
      itemId: reaction.itemId,
      rating: tasteRating(reaction) ?? null,
      at: reaction.at,
    }));
  }
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
