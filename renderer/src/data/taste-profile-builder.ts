import type { TasteEvent, TasteEventType } from '../domain/event';
import { compareEvents } from '../domain/event-order';
import type { ItemId } from '../domain/ids';
import type { Person } from '../domain/person';
import type { Share } from '../domain/share';
import { eachInSlices } from '../domain/in-slices';
import { sortedInSlices } from '../domain/sorted-in-slices';
import { TasteHistory } from '../domain/taste-history';
import type { TasteProfile, TasteReaction } from '../domain/taste-profile';

/** How long "later" lasts, milliseconds. */
export const POSTPONED_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * Event types that do not mean that the person knows the item. Every other type means that they do, or that it was
 * declined for them.
 */
const MAY_STILL_BE_NEW: ReadonlySet<TasteEventType> = new Set(['wanted', 'chosen-over', 'postponed']);

/**
 * What the recommender gets of a person: all events, oldest first, and what must not be suggested now. Of very many
 * events it is made in slices.
 */
export async function buildTasteProfile(
  person: Person,
  events: readonly TasteEvent[],
  shares: readonly Share[],
  now: number,
  pause: () => Promise<void>,
): Promise<TasteProfile> {
  const excluded = new Set<ItemId>(shares.map((share) => share.itemId));
  const reactions: TasteReaction[] = [];
  const history = new TasteHistory();
  await eachInSlices(
    await sortedInSlices(events, compareEvents, pause),
    (event) => {
      const reaction = toReaction(event);
      reactions.push(reaction);
      history.add(reaction);
      if (
        !MAY_STILL_BE_NEW.has(event.type) ||
        (event.type === 'postponed' && now - (event.at ?? event.recordedAt) < POSTPONED_FOR)
      )
        excluded.add(event.itemId);
    },
    pause,
  );
  return {
    personId: person.id,
    events: history.events(),
    reactions,
    excludedItemIds: [...excluded],
    likedTags: person.likedTags,
    avoidedTags: person.avoidedTags,
    learning: person.learning,
  };
}

function toReaction({ itemId, otherItemId, type, rating, outcome, at }: TasteEvent): TasteReaction {
  return { itemId, otherItemId, type, rating, outcome, at };
}
