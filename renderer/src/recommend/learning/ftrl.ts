import type { LearnedWeight } from '../../domain/learning';
import { sigmoid } from '../math/log-odds';
import type { SparseFeatures } from './item-features';

export interface FtrlExample {
  readonly features: SparseFeatures;
  /** The model's own log-odds, before anything is learned. */
  readonly offset: number;
  readonly label: 0 | 1;
  /** Weight of the example, about 0.3 to 2. It multiplies the gradient, like that many equal examples at once. */
  readonly weight: number;
}

export interface FtrlOptions {
  /** Learning rate: that of a coordinate is alpha / (beta + √n). */
  readonly alpha: number;
  readonly beta: number;
  /** L1: a weight stays at its prior until its evidence exceeds this. */
  readonly l1: number;
  /** L2: shrinks a weight towards its prior. */
  readonly l2: number;
  /** Start of each weight and what it is shrunk towards: the prior from other people. */
  readonly prior: ReadonlyMap<string, number>;
  /** Weights set by hand: used as they are and never learned. */
  readonly pinned: ReadonlyMap<string, number>;
}

/**
 * Slow on purpose: chosen on the dev packs so that learning costs nothing where the model is good (`--suite learning`).
 */
export const FTRL_DEFAULTS: FtrlOptions = {
  alpha: 0.05,
  beta: 1,
  l1: 0.05,
  l2: 8,
  prior: new Map(),
  pinned: new Map(),
};

/**
 * FTRL-Proximal logistic regression (McMahan et al. 2013, "Ad Click Prediction: a View from the Trenches", Algorithm
 * 1): per-coordinate rates, L1 and L2, state only for features seen. Two additions. The score starts from an offset,
 * the model's own log-odds, so that without data the prediction is the model's. And a weight is `prior + w`, of which
 * only w is learned and shrunk, so the prior is hierarchical: its influence falls as a person's own evidence grows.
 * Deterministic; an update changes only the features of its example.
 */
export class FtrlProximal {
  readonly #options: FtrlOptions;
  /** The paper's sums z and n, per feature. */
  readonly #z = new Map<string, number>();
  readonly #n = new Map<string, number>();
  /** Weights computed since they last changed. */
  readonly #weights = new Map<string, number>();

  constructor(options: Partial<FtrlOptions> = {}) {
    this.#options = { ...FTRL_DEFAULTS, ...options };
  }

  /** Log-odds added to the model's. */
  correction(features: SparseFeatures): number {
    return features.names.reduce((sum, name, index) => sum + (features.values[index] ?? 0) * this.weight(name), 0);
  }

  /** P(label = 1), 0..1. */
  predict(features: SparseFeatures, offset: number): number {
    return sigmoid(offset + this.correction(features));
  }

  update({ features, offset, label, weight }: FtrlExample): void {
    const miss = weight * (this.predict(features, offset) - label);
    const { alpha } = this.#options;
    // All gradients are taken at the weights before this example.
    const own = features.names.map((name) => this.#departure(name));
    features.names.forEach((name, index) => {
      if (this.#options.pinned.has(name)) return;
      const gradient = miss * (features.values[index] ?? 0);
      const n = this.#n.get(name) ?? 0;
      const sigma = (Math.sqrt(n + gradient * gradient) - Math.sqrt(n)) / alpha;
      this.#z.set(name, (this.#z.get(name) ?? 0) + gradient - sigma * (own[index] ?? 0));
      this.#n.set(name, n + gradient * gradient);
      this.#weights.delete(name);
    });
  }

  /**
   * Discounts the evidence by a factor in (0, 1]: z and n are both multiplied, so old examples count less and weights
   * drift back to their prior (l1, l2 and beta stay). Not exactly the optimum over exponentially discounted losses: n
   * stands under a square root and so decays half as fast there, which pulls slightly more towards the prior.
   */
  decay(factor: number): void {
    if (!(factor > 0 && factor <= 1)) throw new RangeError('Evidence fades by a factor above 0 and at most 1.');
    if (factor === 1) return;
    for (const [name, value] of this.#z) this.#z.set(name, value * factor);
    for (const [name, value] of this.#n) this.#n.set(name, value * factor);
    this.#weights.clear();
  }

  /** Weight of a feature, prior included, in log-odds per unit. */
  weight(name: string): number {
    const known = this.#weights.get(name);
    if (known !== undefined) return known;
    const weight = this.#options.pinned.get(name) ?? (this.#options.prior.get(name) ?? 0) + this.#departure(name);
    this.#weights.set(name, weight);
    return weight;
  }

  /** Every weight that is not zero, is pinned, or has evidence; largest magnitude first, ties by name. */
  weights(): readonly LearnedWeight[] {
    const { prior, pinned } = this.#options;
    return [...new Set([...pinned.keys(), ...this.#n.keys(), ...prior.keys()])]
      .map((name) => ({
        name,
        weight: this.weight(name),
        prior: prior.get(name) ?? 0,
        pinned: pinned.has(name),
        evidence: this.#n.get(name) ?? 0,
      }))
      .sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight) || (left.name < right.name ? -1 : 1));
  }

  /** w: the paper's closed form of the per-coordinate optimum, around the prior. */
  #departure(name: string): number {
    const z = this.#z.get(name) ?? 0;
    const { alpha, beta, l1, l2 } = this.#options;
    if (Math.abs(z) <= l1) return 0;
    return -(z - Math.sign(z) * l1) / ((beta + Math.sqrt(this.#n.get(name) ?? 0)) / alpha + l2);
  }
}
