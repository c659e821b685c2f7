import type { PolicyValue } from '../../domain/policy-estimate';

/** Sums over the choices of one context; `hit` = Σ weight · reward, `miss` = Σ weight · (1 − reward), `robust` = Σ doubly robust terms. */
export interface ClusterSums {
  count: number;
  weight: number;
  hit: number;
  miss: number;
  robust: number;
}

type Statistic = (sums: ClusterSums) => number;

/**
 * A statistic of the sums with a 95 % interval: Student's t times the jackknife's standard error over contexts
 * (Efron & Stein 1981). The percentile bootstrap of math/bootstrap.ts would be too narrow here: it cannot draw the heavy
 * weight or the success that a short log happened not to meet. Four things keep this one from that:
 * - two successes and two failures more than were seen (Agresti & Coull 1998), for the interval only: a log of zeros does not claim
 *   "0, exactly". Each is worth one choice of the effective sample; of one plain choice it would be lost among the weights;
 * - degrees of freedom from the effective sample size where that is less than the contexts;
 * - with `fromAbove`, a statistic that estimates the same from the misses, the high end is taken there. Weighted sums are skewed to
 *   the right, so their own high end is the one that falls short, and their low end the one to be trusted: a policy's high end is one
 *   less the low end of its misses. Weight that the log never met then widens the interval instead of passing for failures;
 * - the interval always holds the value.
 * With one context or next to no weight there is no telling: 0 to 1.
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

/** The statistic with all contexts, and the spread of it with each left out in turn. */
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

/** Student's t at 97.5 %: as tabled for few degrees of freedom (rounded down), then Abramowitz & Stegun 26.7.5 (error below 0.001). */
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
