import type { Level, Recommendation } from '../../../domain/recommendation';
import { picksText } from '../../../text/picks';

/**
 * The fit (a percentile 0..1 within the library) in words. While little is known of the friend, "good" is the strongest
 * word used: being the best of a library does not make an excellent fit.
 */
export function fitWords(fit: number, confidence: Level): string {
  const words = picksText.fit;
  if (fit < 0.5) return words.longShot;
  if (fit < 0.8) return words.fair;
  if (fit < 0.93 || confidence === 'low') return words.good;
  return fit >= 0.98 ? words.excellent : words.veryGood;
}

export function confidenceWords(confidence: Level): string {
  return picksText.confidence[confidence];
}

/** The probability 0..1 that the friend knows the item, in three steps: finer ones would claim more than is known. */
export function knowsItWords(chance: Recommendation['pKnows']): string {
  const words = picksText.knowsChance;
  if (chance < 1 / 3) return words.unlikely;
  return chance < 2 / 3 ? words.perhaps : words.likely;
}

/** Whole percent, 1 to 99: no prediction is certain. */
export function cautiousPercent(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

/** The calibrated probability 0..1 of liking it, in words; the window adds the figure (`inTen`). */
export function likesWords(chance: number): string {
  const words = picksText.likes;
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
