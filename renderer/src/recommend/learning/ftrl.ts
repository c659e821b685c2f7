import type { LearnedWeight } from '../../domain/learning';
import { sigmoid } from '../math/log-odds';
import type { SparseFeatures } from './item-features';

export interface FtrlExample {
  readonly features: SparseFeatures;
  /** Log-odds that the model gives before anything is learned. */
  readonly offset: number;
  readonly label: 0 | 1;
  /** How much the example counts, about 0.3–2. It multiplies the gradient, as so many equal examples seen at once would. */
  readonly weight: number;
}

export interface FtrlOptions {
  /** Learning rate: a coordinate's is alpha / (beta + √n). */
  readonly alpha: number;
  readonly beta: number;
  /** Keeps a weight at its prior until the evidence exceeds this. */
  readonly l1: number;
  /** Shrinks towards the prior. */
  readonly l2: number;
  /** Where each weight starts and what it is shrunk towards: what everyone else teaches. */
  readonly prior: ReadonlyMap<string, number>;
  /** Whole weights set by hand: used as they are, and never learned. */
  readonly pinned: ReadonlyMap<string, number>;
}

/** Slow on purpose: chosen on dev packs so that learning never costs where the model is good (`--suite learning`). */
export const FTRL_DEFAULTS: FtrlOptions = {
  alpha: 0.05,
  beta: 1,
  l1: 0.05,
  l2: 8,
  prior: new Map(),
  pinned: new Map(),
};

/**
 * FTRL-Proximal logistic regression (McMahan et al. 2013, "Ad Click Prediction: a View from the Trenches", Algorithm 1):
 * per-coordinate rates, L1 and L2, state only for features met. Two things are added. The score starts from an offset, the
 * model's own log-odds, so that with no data it *is* the model. And a weight is `prior + w`: only the departure w from what
 * everyone else teaches is learned and shrunk, which makes the prior a hierarchical one (its influence falls as a person's
 * own evidence grows). Deterministic; an update touches the example's features and nothing else.
 */
export class FtrlProximal {
  readonly #options: FtrlOptions;
  /** Per feature the sums z and n of the paper. */
  readonly #z = new Map<string, number>();
  readonly #n = new Map<string, number>();
  /** Weights as last worked out; those that changed since are missing. */
  readonly #weights = new Map<string, number>();

  constructor(options: Partial<FtrlOptions> = {}) {
    this.#options = { ...FTRL_DEFAULTS, ...options };
  }

  /** What is added to the model's log-odds. */
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
    // All gradients belong to the weights before this example.
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
   * Lets evidence fade by a factor above 0 and at most 1: both sums shrink alike, so what is old counts less, and weights
   * drift back to their prior, as l1, l2 and beta stay. Near to, but not exactly, the leader over exponentially discounted
   * losses: n, which stands under a root, fades half as fast there, so this pulls a little harder towards the prior.
   */
  decay(factor: number): void {
    if (!(factor > 0 && factor <= 1)) throw new RangeError('Evidence fades by a factor above 0 and at most 1.');
    if (factor === 1) return;
    for (const [name, value] of this.#z) this.#z.set(name, value * factor);
    for (const [name, value] of this.#n) this.#n.set(name, value * factor);
    this.#weights.clear();
  }

  /** The whole weight of a feature, log-odds per unit. */
  weight(name: string): number {
    const known = this.#weights.get(name);
    if (known !== undefined) return known;
    const weight = this.#options.pinned.get(name) ?? (this.#options.prior.get(name) ?? 0) + this.#departure(name);
    this.#weights.set(name, weight);
    return weight;
  }

  /** Every weight that is not zero, is pinned, or was learned from; the strongest first, equal ones by name. */
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

  /** The paper's closed form of the per-coordinate optimum, around the prior. */
  #departure(name: string): number {
    const z = this.#z.get(name) ?? 0;
    const { alpha, beta, l1, l2 } = this.#options;
    if (Math.abs(z) <= l1) return 0;
    return -(z - Math.sign(z) * l1) / ((beta + Math.sqrt(this.#n.get(name) ?? 0)) / alpha + l2);
  }
}
