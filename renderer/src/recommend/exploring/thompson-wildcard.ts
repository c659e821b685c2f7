import { sigmoid } from '../math/log-odds';
import { topK } from '../math/top-k';
import type { BayesianLinearLayer } from './bayesian-linear-layer';

/** Candidates for the randomised place; row i of each array is candidate i. */
export interface WildcardCandidates {
  readonly layer: BayesianLinearLayer;
  /** Row-major [n, layer.dim]. */
  readonly features: Float64Array;
  /** The model's log-odds of liking, [n]. */
  readonly offsets: ArrayLike<number>;
  /** Probability 0..1 that the person does not know it yet, [n]. */
  readonly doesNotKnow: ArrayLike<number>;
}

export interface WildcardRequest extends WildcardCandidates {
  /** Candidates that may be drawn, not empty; without the picks of the other places. */
  readonly pool: readonly number[];
  /** 0 < epsilon <= 1: share of the uniform policy. */
  readonly epsilon: number;
  /** Posterior draws, at least MIN_DRAWS. */
  readonly draws: number;
  /** Uniform, 0 <= u < 1. */
  readonly random: () => number;
}

export interface WildcardDraw {
  /** The candidate to show, from the pool. */
  readonly index: number;
  /** Its probability of being shown. */
  readonly propensity: number;
  readonly standardError: number;
  /** epsilon / pool size: the lowest propensity. */
  readonly floor: number;
  /** Over the pool, in its order; they add up to 1. */
  readonly propensities: Float64Array;
  /** Standard error of each propensity as an estimate of the posterior's own probability. */
  readonly standardErrors: Float64Array;
  /** Mean and standard deviation over the draws of the worth, chance × not known yet, 0..1. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  readonly draws: number;
}

/** Fewer draws estimate propensities of a percent or two too badly to weight answers by. */
export const MIN_DRAWS = 1000;

/**
 * Thompson sampling (Thompson 1933; Chapelle & Li 2011) of one item: draw weights from the posterior and show what is
 * worth most under them. Policy = (1 − epsilon) × Thompson + epsilon × uniform over the pool. Without the uniform part
 * some items could never be shown, and no answer could be weighted for a policy that prefers them (Strehl et al. 2010).
 *
 * Thompson's probabilities have no closed form and are counted over many draws. The shown item is then drawn from the
 * counted mixture, which equals taking the winner of one draw at random. So the stored propensity is exactly the
 * probability it was shown with, not an estimate. Ties: the first in the pool.
 */
export function drawWildcard(request: WildcardRequest): WildcardDraw {
  const { layer, features, pool, epsilon, draws, random } = request;
  const size = pool.length;
  if (size === 0) throw new RangeError('A wildcard needs a pool.');
  if (!(epsilon > 0 && epsilon <= 1)) throw new RangeError('Epsilon lies above 0 and is 1 at most.');
  if (!(draws >= MIN_DRAWS)) throw new RangeError(`A wildcard needs ${String(MIN_DRAWS)} draws or more.`);
  const rows = pool.map((index) => features.subarray(index * layer.dim, (index + 1) * layer.dim));
  const offsets = pool.map((index) => request.offsets[index] ?? 0);
  const doesNotKnow = pool.map((index) => request.doesNotKnow[index] ?? 0);
  const wins = new Float64Array(size);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = layer.sample(random);
    let winner = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < size; at += 1) {
      const worth = sigmoid(layer.score(rows[at] ?? [], offsets[at] ?? 0, weights)) * (doesNotKnow[at] ?? 0);
      sums[at] = (sums[at] ?? 0) + worth;
      squares[at] = (squares[at] ?? 0) + worth * worth;
      if (worth > most) {
        most = worth;
        winner = at;
      }
    }
    wins[winner] = (wins[winner] ?? 0) + 1;
  }
  const floor = epsilon / size;
  const propensities = wins.map((count) => (1 - epsilon) * (count / draws) + floor);
  const standardErrors = wins.map((count) => (1 - epsilon) * binomialError(count, draws));
  const means = sums.map((sum) => sum / draws);
  const deviations = squares.map((square, at) => Math.sqrt(Math.max(0, square / draws - (means[at] ?? 0) ** 2)));
  const shown = positionDrawn(propensities, random());
  return {
    index: pool[shown] ?? 0,
    propensity: propensities[shown] ?? 0,
    standardError: standardErrors[shown] ?? 0,
    floor,
    propensities,
    standardErrors,
    means,
    deviations,
    draws,
  };
}

/**
 * The `size` eligible candidates that are worth most under the posterior mean, best first. A small pool keeps the floor
 * high enough to be useful and excludes hopeless items.
 */
export function wildcardPool(
  { layer, features, offsets, doesNotKnow }: WildcardCandidates,
  eligible: readonly number[],
  size: number,
): readonly number[] {
  const { mean } = layer.posterior();
  const worth = eligible.map((index) => {
    const row = features.subarray(index * layer.dim, (index + 1) * layer.dim);
    return sigmoid(layer.score(row, offsets[index] ?? 0, mean)) * (doesNotKnow[index] ?? 0);
  });
  return topK(worth, size).map((at) => eligible[at] ?? 0);
}

/** Standard error of a share with Laplace smoothing (one win and one loss more): never 0. */
function binomialError(wins: number, draws: number): number {
  const share = (wins + 1) / (draws + 2);
  return Math.sqrt((share * (1 - share)) / draws);
}

/** The place in which a uniform number 0..1 falls when the probabilities are laid end to end. */
function positionDrawn(chances: Float64Array, uniform: number): number {
  let rest = uniform;
  for (let at = 0; at < chances.length - 1; at += 1) {
    rest -= chances[at] ?? 0;
    if (rest < 0) return at;
  }
  return chances.length - 1;
}
