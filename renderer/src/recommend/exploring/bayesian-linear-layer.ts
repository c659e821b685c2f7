import { sigmoid } from '../math/log-odds';
import { choleskyDecompose, solveLower, solveUpper } from '../math/cholesky';
import { standardNormals } from '../math/standard-normals';

export interface BayesianLinearLayerOptions {
  /** 1 / variance of the prior N(0, 1 / precision), above 0: one for all weights, or one per weight [dim]. */
  readonly priorPrecision: number | ArrayLike<number>;
}

/** Posterior of the weights: N(mean, (L · Lᵀ)⁻¹). */
export interface Posterior {
  /** [dim] */
  readonly mean: Float64Array;
  /** L, the lower Cholesky factor of the precision (not of the covariance), row-major [dim, dim]. */
  readonly precisionFactor: Float64Array;
}

interface Observation {
  readonly features: Float64Array;
  readonly offset: number;
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Newton's method needs 4 to 8 steps here. After so many the current point is used. */
const MAX_STEPS = 50;
/** Convergence: half the squared Newton decrement, an estimate of the log-posterior still to be gained. */
const SETTLED = 1e-14;
const MAX_HALVINGS = 30;

/**
 * The last layer of neural-linear Thompson sampling (Riquelme, Tucker & Snoek 2018): the network's features are fixed,
 * and a Bayesian linear layer is put on top. log-odds(like) = offset + features · weights, with a Gaussian prior around
 * 0, so that without observations the mean answer is the offset, the model's own log-odds.
 *
 * The paper's layer is a regression with Gaussian noise. Answers here are binary, so this is logistic regression with a
 * Laplace approximation (Spiegelhalter & Lauritzen 1990; Chapelle & Li 2011 for Thompson sampling): the mode and the
 * curvature there. A regression on working responses would be the first Newton step of the same and would need an
 * unknown noise variance that the offset changes per example; iterating to the mode takes ten lines and no constant.
 */
export class BayesianLinearLayer {
  readonly dim: number;
  readonly #prior: Float64Array;
  readonly #observations: Observation[] = [];
  #posterior: Posterior | null = null;

  constructor(dim: number, { priorPrecision }: BayesianLinearLayerOptions) {
    this.dim = dim;
    this.#prior =
      typeof priorPrecision === 'number'
        ? new Float64Array(dim).fill(priorPrecision)
        : Float64Array.from(priorPrecision);
    if (this.#prior.length !== dim || !this.#prior.every((precision) => precision > 0 && precision < Infinity))
      throw new RangeError(`Needs ${String(dim)} prior precisions above 0.`);
  }

  /**
   * @param features [dim].
   * @param offset log-odds.
   * @param weight how many answers it counts for, 0 or more.
   */
  observe(features: ArrayLike<number>, offset: number, label: 0 | 1, weight = 1): void {
    const kept = Float64Array.from(features);
    if (kept.length !== this.dim || !kept.every(Number.isFinite) || !Number.isFinite(offset))
      throw new RangeError(`Needs ${String(this.dim)} finite features and a finite offset.`);
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError('A weight is 0 or more.');
    this.#observations.push({ features: kept, offset, label, weight });
    this.#posterior = null;
  }

  /**
   * Depends only on the observations and their order: the optimisation always starts at 0, so a layer built again from
   * the same answers draws the same numbers. O(observations · dim²) per Newton step; cached until the next `observe`.
   */
  posterior(): Posterior {
    this.#posterior ??= this.#climb();
    return this.#posterior;
  }

  /** One draw of the weights [dim]: mean + L⁻ᵀ · z has covariance (L · Lᵀ)⁻¹. */
  sample(random: () => number): Float64Array {
    const { mean, precisionFactor } = this.posterior();
    const draw = solveUpper(precisionFactor, standardNormals(this.dim, random));
    for (let index = 0; index < draw.length; index += 1) draw[index] = (draw[index] ?? 0) + (mean[index] ?? 0);
    return draw;
  }

  /** Log-odds under given weights: a draw, or the posterior's mean. */
  score(features: ArrayLike<number>, offset: number, weights: ArrayLike<number>): number {
    let sum = offset;
    for (let index = 0; index < this.dim; index += 1) sum += (features[index] ?? 0) * (weights[index] ?? 0);
    return sum;
  }

  /** Newton's method on a strictly concave function, halving steps that overshoot; it has one maximum. */
  #climb(): Posterior {
    let mean: Float64Array = new Float64Array(this.dim);
    let precisionFactor = choleskyDecompose(this.#curvature(mean), this.dim);
    if (this.#observations.length === 0) return { mean, precisionFactor };
    let height = this.#logPosterior(mean);
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const gradient = this.#gradient(mean);
      const half = solveLower(precisionFactor, gradient);
      if (half.reduce((sum, value) => sum + value * value, 0) / 2 < SETTLED) break;
      const direction = solveUpper(precisionFactor, half);
      let size = 1;
      let next = moved(mean, direction, size);
      let reached = this.#logPosterior(next);
      for (let halving = 0; halving < MAX_HALVINGS && !(reached >= height); halving += 1) {
        size /= 2;
        next = moved(mean, direction, size);
        reached = this.#logPosterior(next);
      }
      // No step improves any more: only rounding is left.
      if (!(reached >= height)) break;
      mean = next;
      height = reached;
      precisionFactor = choleskyDecompose(this.#curvature(mean), this.dim);
    }
    return { mean, precisionFactor };
  }

  /** Up to a constant. log σ(±s) is written so that large scores neither overflow nor lose digits. */
  #logPosterior(weights: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < this.dim; index += 1)
      sum -= ((this.#prior[index] ?? 0) * (weights[index] ?? 0) ** 2) / 2;
    for (const { features, offset, label, weight } of this.#observations) {
      const score = this.score(features, offset, weights);
      const margin = label === 1 ? score : -score;
      sum -= weight * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
    }
    return sum;
  }

  /** Gradient of the log-posterior: Σ weight · (label − chance) · features − precision · weights, [dim]. */
  #gradient(weights: Float64Array): Float64Array {
    const gradient = weights.map((value, index) => -(this.#prior[index] ?? 0) * value);
    for (const { features, offset, label, weight } of this.#observations) {
      const miss = weight * (label - sigmoid(this.score(features, offset, weights)));
      for (let index = 0; index < this.dim; index += 1)
        gradient[index] = (gradient[index] ?? 0) + miss * (features[index] ?? 0);
    }
    return gradient;
  }

  /**
   * Negative Hessian, lower triangle of [dim, dim]: precision + Σ weight · chance · (1 − chance) · features ·
   * featuresᵀ.
   */
  #curvature(weights: Float64Array): Float64Array {
    const { dim } = this;
    const matrix = new Float64Array(dim * dim);
    for (let index = 0; index < dim; index += 1) matrix[index * dim + index] = this.#prior[index] ?? 0;
    for (const { features, offset, weight } of this.#observations) {
      const chance = sigmoid(this.score(features, offset, weights));
      const bend = weight * chance * (1 - chance);
      for (let row = 0; row < dim; row += 1) {
        const scaled = bend * (features[row] ?? 0);
        for (let column = 0; column <= row; column += 1)
          matrix[row * dim + column] = (matrix[row * dim + column] ?? 0) + scaled * (features[column] ?? 0);
      }
    }
    return matrix;
  }
}

function moved(from: Float64Array, direction: Float64Array, size: number): Float64Array {
  return from.map((value, index) => value + size * (direction[index] ?? 0));
}
