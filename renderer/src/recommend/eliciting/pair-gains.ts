import { sigmoid } from '../math/log-odds';
import { dot } from './taste-belief';
import type { TasteBelief } from './taste-belief';

/** What asking about two things of the pool is worth; higher is better. */
export type PairWorth = (one: number, other: number) => number;

export interface PairQuestion {
  readonly belief: TasteBelief;
  /** Of the things a pair may be made of. [pool] */
  readonly pool: readonly Float64Array[];
  /** Of the things to be ranked, each less the mean of its kind group: only differences matter. [targets] */
  readonly targets: readonly Float64Array[];
  /** What the model expects of each thing of the pool now, log-odds. [pool] */
  readonly means: Float64Array;
  /** The same of the targets. [targets] */
  readonly targetMeans: Float64Array;
}

/** Variance of the difference at which a chance from a point estimate is moderated (MacKay 1992). */
const MODERATION = Math.PI / 8;

/** Chance that one is chosen over another, the uncertainty of their difference averaged over. */
export const chanceOfChoosing = (difference: number, variance: number): number =>
  sigmoid(difference / Math.sqrt(1 + MODERATION * Math.max(0, variance)));

/**
 * Expected drop in the summed variance of the targets for each pair of the pool, log-odds²:
 * λ ‖Tᵀ Σ φ‖² / (1 + λ φᵀ Σ φ), φ = φₐ − φ_b, λ = p (1 − p). Through Gram matrices, so that every pair costs O(1).
 */
export function pairGains({ belief, pool, targets, means }: PairQuestion): PairWorth {
  const spreads = pool.map((direction) => belief.spread(direction));
  const gram = (rows: readonly Float64Array[], columns: readonly Float64Array[]): readonly Float64Array[] =>
    rows.map((row) => {
      const products = new Float64Array(columns.length);
      for (let at = 0; at < columns.length; at += 1) products[at] = dot(row, columns[at] ?? row);
      return products;
    });
  const reaches = gram(spreads, targets);
  const [variances, reached] = [gram(pool, spreads), gram(reaches, reaches)];
  const between = (matrix: readonly Float64Array[], one: number, other: number): number =>
    (matrix[one]?.[one] ?? 0) + (matrix[other]?.[other] ?? 0) - 2 * (matrix[one]?.[other] ?? 0);
  return (one, other) => {
    const variance = between(variances, one, other);
    const chance = chanceOfChoosing((means[one] ?? 0) - (means[other] ?? 0), variance);
    const information = chance * (1 - chance);
    return (information * between(reached, one, other)) / (1 + information * variance);
  };
}
