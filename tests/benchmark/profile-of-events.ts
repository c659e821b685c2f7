import { personId } from '../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../renderer/src/domain/learning';
import type { TasteProfile, TasteProfileEvent, TasteReaction } from '../../renderer/src/domain/taste-profile';

/** A profile of whom nothing but these events is known; without reactions there is nothing to learn from. */
export function profileOfEvents(
  name: string,
  events: readonly TasteProfileEvent[],
  facts: Partial<Pick<TasteProfile, 'reactions' | 'excludedItemIds'>> = {},
): TasteProfile {
  return {
    personId: personId(name),
    events,
    reactions: [],
    excludedItemIds: [],
    likedTags: [],
    avoidedTags: [],
    learning: NO_LEARNING_SETTINGS,
    ...facts,
  };
}

/** The event as the person recorded it: rated, or merely met. */
export function reactionOf({ itemId, rating, at }: TasteProfileEvent): TasteReaction {
  return { itemId, otherItemId: null, type: rating === null ? 'finished' : 'rated', rating, outcome: null, at };
}
