import { isGuess } from '../../application/picks/evidence';
import type { Level } from '../../domain/recommendation';
import type { TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { inTen } from '../../text/numbers';
import { picksText } from '../../text/picks';
import { togetherText } from '../../text/together';
import { cautiousPercent, fitWords, likesWords } from '../slate/cards/fit-words';

/** How strong the words for a fit may be: low where the person's fit is a guess. */
export function levelOf(profile: Pick<TasteProfile, 'events'>): Level {
  return isGuess(profile) ? 'low' : 'medium';
}

/** "Very good fit; likely to like it: about 8 in 10"; without a chance, the place among the candidates instead. */
export function fitSentence({ fit, chance }: Omit<TogetherPick['fits'][number], 'personId'>, level: Level): string {
  const words = fitWords(fit, level);
  if (chance === null || Number.isNaN(chance)) return `${words}, ${togetherText.aboveChoice(cautiousPercent(fit))}`;
  return `${words}; ${picksText.likesChance(likesWords(chance), inTen(chance)).toLocaleLowerCase()}`;
}
