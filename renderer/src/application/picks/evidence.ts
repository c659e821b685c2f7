import type { TasteProfile } from '../../domain/taste-profile';

/** Below this many known things and liked tags, picks for a friend are called guesses. */
const FRIEND_KNOWN_ENOUGH = 2;
/** Below this many known things, what fits the owner or one of a group is called a guess. */
const KNOWN_ENOUGH = 3;

/** True where picks for a friend are little more than guesses: what the window says above them. */
export function isGuessForFriend({ events, likedTags }: Pick<TasteProfile, 'events' | 'likedTags'>): boolean {
  return events.length + likedTags.length < FRIEND_KNOWN_ENOUGH;
}

/** The same of the owner's own picks, and of each person's fit in a group, where tags alone say too little. */
export function isGuess({ events }: Pick<TasteProfile, 'events'>): boolean {
  return events.length < KNOWN_ENOUGH;
}
