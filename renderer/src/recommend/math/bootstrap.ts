import { seededRandom } from './seeded-random';

/** A mean with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Values counted. */
  readonly n: number;
}

const LOW = 0.025;
const HIGH = 0.975;

/**
 * Percentile bootstrap (Efron 1979) of the mean, resampling whole clusters: the cases of one friend are not independent
 * of each other, so friends are drawn, not cases. `clusters[i]` names the cluster of `values[i]`; NaN values are left
 * out.
 */
export function bootstrapMean(
  values: ArrayLike<number>,
  clusters: ArrayLike<string | number>,
  options: { readonly seed: number; readonly rounds?: number },
): Estimate {
  const sums = new Map<string | number, { sum: number; count: number }>();
  let sum = 0;
  let n = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const name = clusters[index] ?? index;
    const cluster = sums.get(name) ?? { sum: 0, count: 0 };
    cluster.sum += value;
    cluster.count += 1;
    sums.set(name, cluster);
    sum += value;
    n += 1;
  }
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, n };
  const groups = [...sums.values()];
  const random = seededRandom(options.seed);
  const rounds = options.rounds ?? 1000;
  const means = new Float64Array(rounds);
  for (let round = 0; round < rounds; round += 1) {
    let total = 0;
    let count = 0;
    for (let draw = 0; draw < groups.length; draw += 1) {
      const group = groups[Math.floor(random() * groups.length)];
      total += group?.sum ?? 0;
      count += group?.count ?? 0;
    }
    means[round] = total / count;
  }
  means.sort();
  const at = (share: number): number => means[Math.min(rounds - 1, Math.floor(share * rounds))] ?? Number.NaN;
  return { value: sum / n, low: at(LOW), high: at(HIGH), n };
}
