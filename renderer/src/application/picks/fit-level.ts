import type { Level } from '../../domain/recommendation';

/** What is said of a fit, from the weakest to the strongest. worthATry: high in the list, nothing claimed of a fit. */
export const FIT_LEVELS = ['loose', 'fair', 'worthATry', 'good', 'veryGood', 'excellent'] as const;
export type FitLevel = (typeof FIT_LEVELS)[number];

/** Least P(like) beside each level, in steps as they are shown: 7, 6 and 5 in 10. */
const MIN_CHANCE = { excellent: 0.65, veryGood: 0.55, good: 0.45 } as const;
/** Least percentile of the value for each level. */
const MIN_FIT = { excellent: 0.98, veryGood: 0.93, good: 0.8, fair: 0.5 } as const;

/** What the level of a fit rests on. */
export interface FitGrounds {
  readonly confidence: Level;
  /** True where something known of the person points to the thing. */
  readonly pointed: boolean;
  /** P(like) 0..1, which stands beside the fit; null or NaN = not known. */
  readonly chance: number | null;
}

/**
 * Level of a fit, which is a percentile 0..1 of the value that orders the list, within the library. While little is
 * known of the person, "good" is the highest: being the best of a library does not make an excellent fit. Where nothing
 * known of them points to the thing, nothing is claimed of a fit. No level says more than the chance beside it.
 */
export function fitLevel(fit: number, { confidence, pointed, chance }: FitGrounds): FitLevel {
  const likely = (level: keyof typeof MIN_CHANCE): boolean => chance === null || !(chance < MIN_CHANCE[level]);
  if (fit < MIN_FIT.fair) return 'loose';
  if (fit < MIN_FIT.good) return 'fair';
  if (!pointed) return 'worthATry';
  if (!likely('good')) return 'fair';
  if (fit < MIN_FIT.veryGood || confidence === 'low' || !likely('veryGood')) return 'good';
  return fit >= MIN_FIT.excellent && likely('excellent') ? 'excellent' : 'veryGood';
}
