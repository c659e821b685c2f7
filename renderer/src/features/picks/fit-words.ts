import type { Level, Recommendation } from '../../domain/recommendation';
import { picksText } from '../../text/picks';

/** The fit (a percentile 0..1 within the library) in words. */
export function fitWords(fit: number): string {
  const words = picksText.fit;
  if (fit >= 0.95) return words.excellent;
  if (fit >= 0.85) return words.veryGood;
  if (fit >= 0.7) return words.good;
  return fit >= 0.5 ? words.fair : words.longShot;
}

export function confidenceWords(confidence: Level, friendName: string): string {
  return picksText.confidence[confidence](friendName);
}

/** The chance 0..1 that the friend knows the thing, in three steps: finer would claim more than is known. */
export function knowsItWords(chance: Recommendation['knowsItChance']): string {
  const words = picksText.knowsChance;
  if (chance < 1 / 3) return words.unlikely;
  return chance < 2 / 3 ? words.perhaps : words.likely;
}

/** Whole percent, never 0 or 100: nothing here is certain. */
export function cautiousPercent(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}
