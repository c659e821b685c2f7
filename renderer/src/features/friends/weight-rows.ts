import type { LearnedWeight } from '../../domain/learning';

/** Without "show all". */
export const WEIGHTS_SHOWN = 12;

/** Two decimals show nothing below this, and nothing is to be read from it. */
const MIN_WEIGHT = 0.005;

/** What is worth a row, in the order it came (strongest first): what says something, and what was set by hand. */
export function tellingWeights(weights: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return weights.filter(({ weight, pinned }) => pinned || Math.abs(weight) >= MIN_WEIGHT);
}

/** The strongest, and everything set by hand, which must stay in reach. */
export function strongestWeights(telling: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return telling.filter(({ pinned }, place) => pinned || place < WEIGHTS_SHOWN);
}

/**
 * How much somebody's own reactions have said of a weight, in three steps; the figure is a sum of squared gradients, to
 * which one clear surprise adds about a quarter.
 */
export function evidenceLevel(evidence: number): 'none' | 'little' | 'some' | 'much' {
  if (evidence <= 0) return 'none';
  if (evidence < 0.5) return 'little';
  return evidence < 3 ? 'some' : 'much';
}
