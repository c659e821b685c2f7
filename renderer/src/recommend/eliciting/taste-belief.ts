/**
 * What is not known yet of a person's interest in some things: a Gaussian over functions of the things,
 * f = Σₘ zₘ Fₘ / √M, where Fₘ is the interest that imagined friend m has in each of them, z ~ N(0, Σ) and Σ = I at
 * first. An answer "a rather than b" is a logistic observation of f(a) − f(b) (Bradley & Terry 1952); it narrows Σ by
 * its curvature (Laplace). Only how wide the belief is stands here: its middle is what the model says under the
 * person's history.
 */
export class TasteBelief {
  /** Of z, row-major [friends, friends]. */
  readonly #covariance: Float64Array;
  readonly #friends: number;
  /** √(1/M) × F by thing: [things] of [friends]. */
  readonly #directions: readonly Float64Array[];

  /** @param interests of each imagined friend in each thing, in log-odds: [friends] of [things] */
  constructor(interests: readonly Float64Array[]) {
    const size = interests.length;
    const things = interests[0]?.length ?? 0;
    const scale = 1 / Math.sqrt(Math.max(1, size));
    this.#friends = size;
    this.#directions = Array.from({ length: things }, (_, thing) =>
      Float64Array.from(interests, (interest) => scale * (interest[thing] ?? 0)),
    );
    this.#covariance = new Float64Array(size * size);
    for (let at = 0; at < size; at += 1) this.#covariance[at * size + at] = 1;
  }

  direction(thing: number): Float64Array {
    return this.#directions[thing] ?? new Float64Array(this.#friends);
  }

  /** Narrows the belief along a direction that was observed with so much information (p × (1 − p) of an answer). */
  observe(direction: Float64Array, information: number): void {
    const size = this.#friends;
    const spread = this.spread(direction);
    const gain = information / (1 + information * dot(direction, spread));
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) {
        const at = row * size + column;
        this.#covariance[at] = (this.#covariance[at] ?? 0) - gain * (spread[row] ?? 0) * (spread[column] ?? 0);
      }
  }

  /** Σ × direction. */
  spread(direction: Float64Array): Float64Array {
    const size = this.#friends;
    const covariance = this.#covariance;
    const spread = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      for (let column = 0; column < size; column += 1)
        sum += (covariance[row * size + column] ?? 0) * (direction[column] ?? 0);
      spread[row] = sum;
    }
    return spread;
  }

  /** Variance of f along a direction, log-odds². */
  variance(direction: Float64Array): number {
    return dot(direction, this.spread(direction));
  }
}

export function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

export const difference = (left: Float64Array, right: Float64Array): Float64Array =>
  left.map((value, at) => value - (right[at] ?? 0));
