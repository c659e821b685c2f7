import type { Comparison, Guide } from '../../domain/backtest';

/** Handpicked, unless a simple way did better on the person's own opinions than luck explains. */
export function guideOf({ verdict, bestSimpleWay }: Pick<Comparison, 'verdict' | 'bestSimpleWay'>): Guide {
  return verdict === 'worse' && bestSimpleWay !== null ? bestSimpleWay : 'handpicked';
}

/**
 * The same log-odds, dealt out anew within each group: the thing that `scores` puts first gets the highest. So the
 * chances keep their level and their spread, and only who has which changes. Where the scores say nothing between two
 * things (a crowd's average that both lack), they keep their order. [rows]
 * @param groups things of different kinds have averages that do not compare.
 */
export function inOrderOf(scores: Float64Array, logOdds: Float64Array, groups: readonly string[]): Float64Array {
  const dealt = new Float64Array(logOdds.length);
  const members = new Map<string, number[]>();
  groups.forEach((group, index) => {
    const found = members.get(group);
    if (found === undefined) members.set(group, [index]);
    else found.push(index);
  });
  const falling = (values: Float64Array, left: number, right: number): number =>
    (values[right] ?? 0) - (values[left] ?? 0);
  for (const indices of members.values()) {
    const before = indices.toSorted((left, right) => falling(logOdds, left, right) || left - right);
    const after = before.toSorted((left, right) => falling(scores, left, right));
    after.forEach((index, place) => {
      dealt[index] = logOdds[before[place] ?? 0] ?? 0;
    });
  }
  return dealt;
}
