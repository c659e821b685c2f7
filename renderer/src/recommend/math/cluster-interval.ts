import type { PolicyValue } from '../../domain/policy-estimate';

/**
 * Sums over the choices of one context: `hit` = Σ weight · reward, `miss` = Σ weight · (1 − reward), `robust` = Σ
 * doubly robust terms.
 */
export interface ClusterSums {
  count: number;
  weight: number;
  hit: number;
  miss: number;
  robust: number;
}

type Statistic = (sums: ClusterSums) => number;

/**
 * A statistic of the sums with a 95 % interval: Student's t times the jackknife's standard error over contexts (Efron &
 * Stein 1981). The percentile bootstrap of math/bootstrap.ts would be too narrow here, because it cannot draw a heavy
 * weight or a success that a short log happens to lack. Four corrections:
 * - For the interval only, two successes and two failures are added (Agresti & Coull 1998), so that a log of zeros does
 *   not claim "exactly 0". Each weighs one choice of the effective sample; at the weight of one plain choice it would
 *   be lost.
 * - Degrees of freedom come from the effective sample size where that is below the number of contexts.
 * - With `fromAbove`, a statistic that estimates the same value from the misses, the high end is taken from that one.
 *   Weighted sums are skewed to the right, so their own high end falls short while their low end is reliable: the high
 *   end of a policy's value is 1 less the low end of its misses. Probability that the log never met then widens the
 *   interval instead of counting as failure.
 * - The interval always contains the value.
 * With one context or next to no weight nothing can be said: 0 to 1.
 */
export function clusterInterval(
  clusters: readonly ClusterSums[],
  effectiveSampleSize: number,
  statistic: Statistic,
  fromAbove: Statistic = statistic,
): PolicyValue {
  const value = statistic(total(clusters));
  const freedom = Math.min(clusters.length, effectiveSampleSize) - 1;
  if (!(freedom > 0))
    return Number.isNaN(value)
      ? { value, low: 0, high: 1 }
      : { value, low: Math.min(0, value), high: Math.max(1, value) };
  const size = total(clusters).count / effectiveSampleSize;
  const ghosts = [1, 1, 0, 0].map((reward) => ({
    count: size,
    weight: size,
    hit: size * reward,
    miss: size * (1 - reward),
    robust: size * reward,
  }));
  const all = [...clusters, ...ghosts];
  const reach = studentQuantile(freedom);
  const low = jackknife(all, statistic);
  const high = fromAbove === statistic ? low : jackknife(all, fromAbove);
  return {
    value,
    low: Math.min(value, low.centre - reach * low.error),
    high: Math.max(value, high.centre + reach * high.error),
  };
}

/** The statistic over all contexts, and its jackknife standard error (each context left out in turn). */
function jackknife(
  clusters: readonly ClusterSums[],
  statistic: Statistic,
): { readonly centre: number; readonly error: number } {
  const whole = total(clusters);
  const without = clusters.map((left) =>
    statistic({
      count: whole.count - left.count,
      weight: whole.weight - left.weight,
      hit: whole.hit - left.hit,
      miss: whole.miss - left.miss,
      robust: whole.robust - left.robust,
    }),
  );
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { centre: statistic(whole), error: Math.sqrt((squares * (clusters.length - 1)) / clusters.length) };
}

function total(clusters: readonly ClusterSums[]): ClusterSums {
  const sums = { count: 0, weight: 0, hit: 0, miss: 0, robust: 0 };
  for (const { count, weight, hit, miss, robust } of clusters) {
    sums.count += count;
    sums.weight += weight;
    sums.hit += hit;
    sums.miss += miss;
    sums.robust += robust;
  }
  return sums;
}

/**
 * Student's t quantile at 97.5 %: tabled for few degrees of freedom (rounded down), else Abramowitz & Stegun 26.7.5
 * (error below 0.001).
 */
export function studentQuantile(freedom: number): number {
  const tabled = [12.706, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447][Math.floor(freedom)];
  if (tabled !== undefined) return tabled;
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}
