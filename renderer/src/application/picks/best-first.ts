import type { Recommendation } from '../../domain/recommendation';
import { pointsToPerson } from './evidence';
import { FIT_LEVELS, fitLevel } from './fit-level';

/** Higher scores first. */
export const byFallingScore = (left: { readonly score: number }, right: { readonly score: number }): number =>
  right.score - left.score;

type Ranked = Pick<Recommendation, 'score' | 'fit' | 'confidence' | 'reasons' | 'chance' | 'wildcard'>;

const levelOf = ({ fit, confidence, reasons, chance }: Ranked): number =>
  FIT_LEVELS.indexOf(fitLevel(fit, { confidence, chance, pointed: pointsToPerson(reasons) }));

/**
 * Recommendations as they are shown: by what is said of the fit, then by score. The words stop short of the score where
 * little is known of a person or the chance beside them is low; a list in the order of the scores alone would read
 * "good, excellent, fair". A wildcard was drawn and has no rank: it keeps its place.
 */
export function bestFirst<Shown extends Ranked>(recommendations: readonly Shown[]): readonly Shown[] {
  const ranked = recommendations
    .filter(({ wildcard }) => !wildcard)
    .sort((left, right) => levelOf(right) - levelOf(left) || byFallingScore(left, right));
  let rank = 0;
  return recommendations.map((recommendation) =>
    recommendation.wildcard ? recommendation : (ranked[rank++] ?? recommendation),
  );
}
