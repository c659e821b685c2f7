import type { Reason } from '../../domain/recommendation';
import type { TasteProfile } from '../../domain/taste-profile';

/** Below this many known items and liked tags together, picks for a friend are called guesses. */
const FRIEND_KNOWN_ENOUGH = 2;
/** Below this many known items, the fit of the owner or of a group's member is called a guess. */
const KNOWN_ENOUGH = 3;

/** True where so little is known of a friend that the window calls their picks guesses. */
export function isGuessForFriend({ events, likedTags }: Pick<TasteProfile, 'events' | 'likedTags'>): boolean {
  return events.length + likedTags.length < FRIEND_KNOWN_ENOUGH;
}

/** The same for the owner's own picks and for each member of a group, where liked tags do not count. */
export function isGuess({ events }: Pick<TasteProfile, 'events'>): boolean {
  return events.length < KNOWN_ENOUGH;
}

/** True where a reason that raised the score is about the person: not the owner's rating, nor everybody's. */
export function pointsToPerson(reasons: readonly Pick<Reason, 'type' | 'contribution'>[]): boolean {
  return reasons.some(({ type, contribution }) => contribution > 0 && type !== 'own-rating' && type !== 'crowd');
}
