import { isGuess } from '../../application/picks/evidence';
import type { TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { fitText } from '../../text/fit';
import { chanceWords, fitWords } from '../slate/cards/fit-words';

/** How well a thing fits somebody, which orders the list, and what else is known of that. */
export interface MemberFacts {
  readonly fit: string;
  /** "8 in 10 to like it", where a chance is known; "a guess" where hardly anything is known of them. */
  readonly others: readonly string[];
}

type Member = Pick<TasteProfile, 'events' | 'likedTags'>;

/** What is said of one of the group. */
export function memberFacts(
  { fit, chance }: Omit<TogetherPick['fits'][number], 'personId'>,
  profile: Member | undefined,
): MemberFacts {
  const guess = profile === undefined || isGuess(profile);
  const pointed = profile !== undefined && profile.events.length + profile.likedTags.length > 0;
  const likes = chanceWords(chance);
  return {
    fit: fitWords(fit, { confidence: guess ? 'low' : 'medium', pointed, chance }),
    others: [...(likes === null ? [] : [likes]), ...(guess ? [fitText.confidence.low] : [])],
  };
}

/**
 * How well a thing fits all of them: the value that orders the list, in words. "Good" is the strongest where hardly
 * anything is known of one of them: that holds for the whole list, so that it never looks out of order.
 */
export function groupFit(score: number, profiles: readonly (Pick<Member, 'events'> | undefined)[]): string {
  const guess = profiles.some((profile) => profile === undefined || isGuess(profile));
  return fitWords(score, { confidence: guess ? 'low' : 'medium', pointed: true, chance: null });
}
