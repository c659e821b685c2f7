import type { Recommendation } from '../../domain/recommendation';

/** Higher scores first: the order of every list that says "best first". */
export const byFallingScore = (left: { readonly score: number }, right: { readonly score: number }): number =>
  right.score - left.score;

/**
 * Recommendations as they are shown: best first. A wildcard was drawn and has no rank: it keeps its place.
 */
export function bestFirst<Shown extends Pick<Recommendation, 'score' | 'wildcard'>>(
  recommendations: readonly Shown[],
): readonly Shown[] {
  const ranked = recommendations.filter(({ wildcard }) => !wildcard).sort(byFallingScore);
  let rank = 0;
  return recommendations.map((recommendation) =>
    recommendation.wildcard ? recommendation : (ranked[rank++] ?? recommendation),
  );
}
