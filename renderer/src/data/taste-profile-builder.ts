import { type TasteEvent, type TasteEventType, tasteRating } from '../domain/event';
import type { ItemId } from '../domain/ids';
import type { Person } from '../domain/person';
import type { Share } from '../domain/share';
import type { TasteProfile } from '../domain/taste-profile';

/** How long "later" lasts, milliseconds. */
export const POSTPONED_FOR = 30 * 24 * 60 * 60 * 1000;

/** Said of a thing the person need not know. Everything else means that they do, or that it was declined for them. */
const MAY_STILL_BE_NEW: ReadonlySet<TasteEventType> = new Set(['wanted', 'chosen-over', 'postponed']);

/** Oldest first; what has no date comes before what has one, since exports leave out the dates of old things. */
export function compareEvents(a: TasteEvent, b: TasteEvent): number {
  return (a.at ?? -Infinity) - (b.at ?? -Infinity) || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);
}

/**
 * What the recommender may know of a person. Each item counts once, by its latest statement: an opinion says more than
 * having given up, and that more than having merely met it, whatever came later.
 */
export function buildTasteProfile(person: Person, events: readonly TasteEvent[], shares: readonly Share[], now: number): TasteProfile {
  const latest = new Map<ItemId, TasteEvent>();
  const excluded = new Set<ItemId>(shares.map((share) => share.itemId));
  for (const event of events.toSorted(compareEvents)) {
    if (!MAY_STILL_BE_NEW.has(event.type) || (event.type === 'postponed' && now - (event.at ?? event.recordedAt) < POSTPONED_FOR)) excluded.add(event.itemId);
    const before = latest.get(event.itemId);
    if (strength(event) > 0 && (before === undefined || strength(event) >= strength(before))) latest.set(event.itemId, event);
  }
  return {
    personId: person.id,
    events: [...latest.values()].sort(compareEvents).map((event) => ({ itemId: event.itemId, rating: tasteRating(event) ?? null, at: event.at })),
    excludedItemIds: [...excluded],
    likedTags: person.likedTags,
    avoidedTags: person.avoidedTags,
  };
}

/** 0: says nothing of taste. */
function strength(event: TasteEvent): number {
  const rating = tasteRating(event);
  if (rating === undefined) return 0;
  if (rating === null) return 1;
  return event.type === 'abandoned' ? 2 : 3;
}
