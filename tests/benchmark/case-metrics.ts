import { auc, hitRate, ndcg, precision, reciprocalRank } from '../../renderer/src/recommend/evaluating/metrics';
import type { Variant } from './pack';

/** Metric names as in the rows. */
export const METRICS: Readonly<Record<Variant, readonly string[]>> = {
  next: ['ndcg@10', 'hr@10', 'mrr'],
  share: ['ndcg@5', 'p@5', 'auc'],
  'share-rated': ['ndcg@5', 'p@5', 'auc'],
};

/** NaN scores rank last. */
export function numbers(scores: Float64Array): Float64Array {
  return scores.map((score) => (Number.isNaN(score) ? -Infinity : score));
}

/** Values in the order of METRICS[variant]; NaN where a metric is not defined for the case. */
export function caseMetrics(variant: Variant, given: Float64Array, relevant: Uint8Array): readonly number[] {
  const scores = numbers(given);
  const ranking = rankedRelevance(scores, relevant);
  if (variant === 'next') return [ndcg(ranking, 10), hitRate(ranking, 10), reciprocalRank(ranking)];
  return [ndcg(ranking, 5), precision(ranking, 5), auc(scores, relevant)];
}

/**
 * Relevance in ranked order of all candidates, by the tie rule (higher score first, then lower index). With few
 * relevant candidates their ranks are counted, which is linear, instead of sorting tens of thousands of scores.
 */
export function rankedRelevance(scores: Float64Array, relevant: Uint8Array): boolean[] {
  const wanted: number[] = [];
  for (let index = 0; index < relevant.length; index++) if (relevant[index] === 1) wanted.push(index);
  // oxlint-disable-next-line unicorn/no-new-array -- Array.from calls back for every one of tens of thousands of places
  const ranking = new Array<boolean>(scores.length).fill(false);
  for (const index of wanted) {
    const score = scores[index] ?? -Infinity;
    let place = 0;
    for (let other = 0; other < scores.length; other++) {
      const rival = scores[other] ?? -Infinity;
      if (rival > score || (rival === score && other < index)) place += 1;
    }
    ranking[place] = true;
  }
  return ranking;
}
