import type { LearnedWeight } from '../../domain/learning';

/** Without "show all". */
export const WEIGHTS_SHOWN = 12;

/** Weights below this are shown as 0.00 and left out. */
const MIN_WEIGHT = 0.005;

/** Weights worth a row, strongest first as they came: those above the threshold, and those pinned by hand. */
export function weightsToShow(weights: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return weights.filter(({ weight, pinned }) => pinned || Math.abs(weight) >= MIN_WEIGHT);
}

/** The strongest, and everything pinned by hand, so that it can be changed again. */
export function strongestWeights(telling: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return telling.filter(({ pinned }, place) => pinned || place < WEIGHTS_SHOWN);
}

/**
 * How much of a weight comes from the person's own reactions, in three steps. `evidence` is a sum of squared gradients;
 * one clear surprise adds about 0.25.
 */
export function evidenceLevel(evidence: number): 'none' | 'little' | 'some' | 'much' {
  if (evidence <= 0) return 'none';
  if (evidence < 0.5) return 'little';
  return evidence < 3 ? 'some' : 'much';
}
