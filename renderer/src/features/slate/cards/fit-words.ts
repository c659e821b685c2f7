import type { Level, Recommendation } from '../../../domain/recommendation';
import { fitText } from '../../../text/fit';
import { tenths } from '../../../text/numbers';
import { picksText } from '../../../text/picks';

/** Least P(like) beside each word, in steps as they are shown: 7, 6 and 5 in 10. */
const MIN_CHANCE = { excellent: 0.65, veryGood: 0.55, good: 0.45 } as const;

/** What the words of a fit rest on. */
export interface FitGrounds {
  readonly confidence: Level;
  /** True where something known of the person points to the thing. */
  readonly pointed: boolean;
  /** P(like) 0..1, which stands beside the fit; null or NaN = not known. */
  readonly chance: number | null;
}

/**
 * The fit (a percentile 0..1 of the value that orders the list, within the library) in words. While little is known of
 * the person, "good" is the strongest word used: being the best of a library does not make an excellent fit. Where
 * nothing known of them points to the thing, nothing is claimed of a fit. No word says more than the chance beside it.
 */
export function fitWords(fit: number, { confidence, pointed, chance }: FitGrounds): string {
  const words = fitText.fit;
  const likely = (word: keyof typeof MIN_CHANCE): boolean => chance === null || !(chance < MIN_CHANCE[word]);
  if (fit < 0.5) return words.loose;
  if (fit < 0.8) return words.fair;
  if (!pointed) return fitText.worthATry;
  if (!likely('good')) return words.fair;
  if (fit < 0.93 || confidence === 'low' || !likely('veryGood')) return words.good;
  return fit >= 0.98 && likely('excellent') ? words.excellent : words.veryGood;
}

/** "8 in 10 to like it"; null where the model knows nothing of the kind of thing. */
export function chanceWords(chance: number | null): string | null {
  return chance === null || Number.isNaN(chance) ? null : fitText.toLikeIt(tenths(chance));
}

/** The probability 0..1 that the friend knows the item, in three steps: finer ones would claim more than is known. */
export function knowsItWords(chance: Recommendation['pKnows']): string {
  const words = fitText.knows;
  if (chance < 1 / 3) return words.unlikely;
  return chance < 2 / 3 ? words.perhaps : words.likely;
}

/** Whole percent, 1 to 99: no prediction is certain. */
export function cautiousPercent(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

/** The calibrated probability 0..1 of liking it, in words; the window adds the figure (`inTen`). */
export function likesWords(chance: number): string {
  const words = fitText.likes;
  if (chance >= 0.85) return words.veryLikely;
  if (chance >= 0.6) return words.likely;
  if (chance >= 0.4) return words.even;
  return chance >= 0.15 ? words.unlikely : words.veryUnlikely;
}

/** The probability 0..1 with which a wildcard was drawn, in words. */
export function oddsWords(chance: number): string {
  const words = picksText.wildcardOdds;
  if (chance >= 0.3) return words.good;
  if (chance >= 0.1) return words.fair;
  return chance >= 0.02 ? words.small : words.verySmall;
}
