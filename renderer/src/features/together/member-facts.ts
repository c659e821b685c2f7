import { isGuess } from '../../application/picks/evidence';
import type { TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { fitText } from '../../text/fit';
import { chanceWords, fitWords } from '../slate/cards/fit-words';

/**
 * How much one of the group would like it: "8 in 10 to like it", where no chance is known the fit in words; "a guess"
 * where hardly anything is known of them.
 */
export function memberFacts(
  { fit, chance }: Omit<TogetherPick['fits'][number], 'personId'>,
  profile: Pick<TasteProfile, 'events'> | undefined,
): readonly string[] {
  const guess = profile === undefined || isGuess(profile);
  const words = chanceWords(chance) ?? fitWords(fit, { confidence: guess ? 'low' : 'medium', pointed: true, chance });
  return guess ? [words, fitText.confidence.low] : [words];
}
