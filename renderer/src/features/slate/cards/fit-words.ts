import { fitLevel, type FitGrounds } from '../../../application/picks/fit-level';
import type { Recommendation } from '../../../domain/recommendation';
import { fitText } from '../../../text/fit';
import { tenths } from '../../../text/numbers';
import { picksText } from '../../../text/picks';

/** The level of a fit in words. */
export function fitWords(fit: number, grounds: FitGrounds): string {
  const level = fitLevel(fit, grounds);
  return level === 'worthATry' ? fitText.worthATry : fitText.fit[level];
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
