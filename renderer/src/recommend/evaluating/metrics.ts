/**
 * Ranking metrics of one case. `ranking` has one entry per candidate in ranked order, true where it is relevant: all
 * candidates, never a sample (Krichene & Rendle 2020). NaN where a metric is not defined for the case.
 */

/** Order of candidates under the tie rule: higher score first, equal scores by lower index. */
export function rankedRelevance(scores: ArrayLike<number>, relevant: ArrayLike<boolean | number>): boolean[] {
  const order = Array.from({ length: scores.length }, (_, index) => index);
  order.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
  return order.map((index) => Boolean(relevant[index]));
}

/** Binary NDCG at k (Järvelin & Kekäläinen 2002), 0..1. */
export function ndcg(ranking: readonly boolean[], k: number): number {
  const total = countRelevant(ranking);
  if (total === 0) return Number.NaN;
  let gain = 0;
  let ideal = 0;
  for (let place = 0; place < Math.min(k, ranking.length); place += 1) {
    const discount = 1 / Math.log2(place + 2);
    if (ranking[place] === true) gain += discount;
    if (place < total) ideal += discount;
  }
  return gain / ideal;
}

/** 1 where a relevant item is among the first k, else 0. */
export function hitRate(ranking: readonly boolean[], k: number): number {
  if (countRelevant(ranking) === 0) return Number.NaN;
  return ranking.slice(0, k).includes(true) ? 1 : 0;
}

/** 1 / rank of the first relevant item. */
export function reciprocalRank(ranking: readonly boolean[]): number {
  const place = ranking.indexOf(true);
  return place === -1 ? Number.NaN : 1 / (place + 1);
}

/** Relevant items among the first k, divided by min(k, number of candidates). */
export function precision(ranking: readonly boolean[], k: number): number {
  if (countRelevant(ranking) === 0) return Number.NaN;
  const top = ranking.slice(0, k);
  return countRelevant(top) / top.length;
}

/**
 * Chance that a relevant item scores above another one, ties counted half (Mann–Whitney U). Computed from scores, not
 * from the ranking, so that the tie rule does not matter.
 */
export function auc(scores: ArrayLike<number>, relevant: ArrayLike<boolean | number>): number {
  const order = Array.from({ length: scores.length }, (_, index) => index).sort(
    (left, right) => (scores[left] ?? 0) - (scores[right] ?? 0),
  );
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) end += 1;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at += 1) {
      if (!relevant[order[at] ?? 0]) continue;
      positives += 1;
      rankSum += rank;
    }
    start = end;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function countRelevant(ranking: readonly boolean[]): number {
  let count = 0;
  for (const relevant of ranking) if (relevant) count += 1;
  return count;
}
