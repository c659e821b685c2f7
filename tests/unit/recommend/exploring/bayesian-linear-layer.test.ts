import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { BayesianLinearLayer } from '../../../../renderer/src/recommend/exploring/bayesian-linear-layer';
import { standardNormals } from '../../../../renderer/src/recommend/math/standard-normals';

interface Example {
  readonly features: readonly number[];
  readonly offset: number;
  readonly label: 0 | 1;
  readonly weight: number;
}

const feature = fc.double({ min: -2, max: 2, noNaN: true });
const problem = fc.integer({ min: 1, max: 5 }).chain((dim) =>
  fc.record({
    dim: fc.constant(dim),
    prior: fc.array(fc.double({ min: 0.3, max: 5, noNaN: true }), { minLength: dim, maxLength: dim }),
    examples: fc.array(
      fc.record({
        features: fc.array(feature, { minLength: dim, maxLength: dim }),
        offset: fc.double({ min: -3, max: 3, noNaN: true }),
        label: fc.constantFrom(0 as const, 1 as const),
        weight: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  }),
);

const layerOf = (
  dim: number,
  priorPrecision: number | readonly number[],
  examples: readonly Example[],
): BayesianLinearLayer => {
  const layer = new BayesianLinearLayer(dim, { priorPrecision });
  for (const { features, offset, label, weight } of examples) layer.observe(features, offset, label, weight);
  return layer;
};

/** The slow way: plain gradient ascent on the log-posterior, with a step that its curvature allows everywhere. */
function ascended(dim: number, prior: readonly number[], examples: readonly Example[]): number[] {
  const steepest =
    Math.max(...prior) +
    examples.reduce(
      (sum, { features, weight }) => sum + (weight / 4) * features.reduce((square, x) => square + x * x, 0),
      0,
    );
  let weights = Array.from({ length: dim }, () => 0);
  for (let step = 0; step < 200_000; step += 1) {
    const slope = prior.map((precision, at) => -precision * (weights[at] ?? 0));
    for (const { features, offset, label, weight } of examples) {
      const score = features.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), offset);
      const miss = weight * (label - 1 / (1 + Math.exp(-score)));
      features.forEach((x, at) => {
        slope[at] = (slope[at] ?? 0) + miss * x;
      });
    }
    weights = weights.map((value, at) => value + (slope[at] ?? 0) / steepest);
    if (Math.max(...slope.map(Math.abs)) < 1e-9) break;
  }
  return weights;
}

/** Of many draws, row-major. */
function momentsOf(
  layer: BayesianLinearLayer,
  draws: number,
  random: () => number,
): { mean: number[]; covariance: number[] } {
  const { dim } = layer;
  const mean = Array.from({ length: dim }, () => 0);
  const products = Array.from({ length: dim * dim }, () => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = layer.sample(random);
    for (let row = 0; row < dim; row += 1) {
      mean[row] = (mean[row] ?? 0) + (weights[row] ?? 0) / draws;
      for (let column = 0; column < dim; column += 1)
        products[row * dim + column] =
          (products[row * dim + column] ?? 0) + ((weights[row] ?? 0) * (weights[column] ?? 0)) / draws;
    }
  }
  return {
    mean,
    covariance: products.map((product, at) => product - (mean[Math.floor(at / dim)] ?? 0) * (mean[at % dim] ?? 0)),
  };
}

describe('Bayesian linear layer', () => {
  it('has its mean where gradient ascent ends', () => {
    fc.assert(
      fc.property(problem, ({ dim, prior, examples }) => {
        const { mean } = layerOf(dim, prior, examples).posterior();
        ascended(dim, prior, examples).forEach((weight, at) => {
          expect(mean[at]).toBeCloseTo(weight, 6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has the curvature at the mean for its precision', () => {
    fc.assert(
      fc.property(problem, ({ dim, prior, examples }) => {
        const { mean, precisionFactor } = layerOf(dim, prior, examples).posterior();
        // Central differences of the gradient, not the formula once more.
        const slope = (weights: readonly number[], at: number): number =>
          examples.reduce(
            (sum, { features, offset, label, weight }) => {
              const score = features.reduce((total, x, other) => total + x * (weights[other] ?? 0), offset);
              return sum - weight * (label - 1 / (1 + Math.exp(-score))) * (features[at] ?? 0);
            },
            (prior[at] ?? 0) * (weights[at] ?? 0),
          );
        for (let row = 0; row < dim; row += 1) {
          for (let column = 0; column < dim; column += 1) {
            const nudged = (by: number): number[] => Array.from(mean, (value, at) => value + (at === column ? by : 0));
            const curvature = (slope(nudged(1e-4), row) - slope(nudged(-1e-4), row)) / 2e-4;
            let product = 0;
            for (let k = 0; k < dim; k += 1)
              product += (precisionFactor[row * dim + k] ?? 0) * (precisionFactor[column * dim + k] ?? 0);
            expect(product).toBeCloseTo(curvature, 4);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is its prior without data: mean 0, the stated precision, the offset as answer', () => {
    const layer = layerOf(3, [0.25, 1, 4], []);
    const { mean, precisionFactor } = layer.posterior();
    expect(Array.from(mean)).toEqual([0, 0, 0]);
    expect(Array.from(precisionFactor)).toEqual([0.5, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(layer.score([3, -1, 2], 0.7, mean)).toBe(0.7);
    const { covariance } = momentsOf(layer, 40_000, seededRandom(5));
    [4, 1, 0.25].forEach((variance, at) => {
      expect((covariance[at * 3 + at] ?? 0) / variance).toBeCloseTo(1, 1);
    });
  });

  it('draws with the mean and the covariance of its posterior', () => {
    // One feature is nearly the sum of the others, so that the covariance is far from diagonal.
    const random = seededRandom(11);
    const examples = Array.from({ length: 40 }, (): Example => {
      const [left = 0, right = 0] = standardNormals(2, random);
      return {
        features: [left, right, left + right + 0.3 * random()],
        offset: random() - 0.5,
        label: random() < 0.6 ? 1 : 0,
        weight: 1,
      };
    });
    const layer = layerOf(3, 0.5, examples);
    const { mean, precisionFactor } = layer.posterior();
    const drawn = momentsOf(layer, 100_000, random);
    // Covariance times precision is the identity.
    for (let row = 0; row < 3; row += 1) {
      expect(drawn.mean[row]).toBeCloseTo(mean[row] ?? 0, 1);
      for (let column = 0; column < 3; column += 1) {
        let entry = 0;
        for (let middle = 0; middle < 3; middle += 1) {
          for (let k = 0; k < 3; k += 1)
            entry +=
              (drawn.covariance[row * 3 + middle] ?? 0) *
              (precisionFactor[middle * 3 + k] ?? 0) *
              (precisionFactor[column * 3 + k] ?? 0);
        }
        expect(Math.abs(entry - (row === column ? 1 : 0))).toBeLessThan(0.08);
      }
    }
    expect(Math.abs(drawn.covariance[2] ?? 0)).toBeGreaterThan(0.1);
  });

  it('counts an answer of weight 2 as two answers, and one of weight 0 as none', () => {
    const example: Example = { features: [1, -0.5], offset: 0.3, label: 1, weight: 1 };
    const twice = layerOf(2, 1, [example, example]).posterior();
    const weighed = layerOf(2, 1, [
      { ...example, weight: 2 },
      { ...example, label: 0, weight: 0 },
    ]).posterior();
    twice.mean.forEach((value, at) => {
      expect(weighed.mean[at]).toBeCloseTo(value, 9);
    });
  });

  it('draws the same for the same seed, and the same once built anew', () => {
    const examples: Example[] = [
      { features: [1, 0, 2], offset: 0, label: 1, weight: 1 },
      { features: [0, 1, -1], offset: 1, label: 0, weight: 0.5 },
    ];
    const layer = layerOf(3, 1, examples.slice(0, 1));
    const prior = Array.from(layer.sample(seededRandom(3)));
    layer.observe([0, 1, -1], 1, 0, 0.5);
    const draw = Array.from(layer.sample(seededRandom(3)));
    expect(draw).not.toEqual(prior);
    expect(Array.from(layerOf(3, 1, examples).sample(seededRandom(3)))).toEqual(draw);
    expect(Array.from(layer.sample(seededRandom(4)))).not.toEqual(draw);
  });

  it('stays finite where the data would pull without end', () => {
    const examples = Array.from({ length: 200 }, (_, at): Example => ({
      features: [at % 2 === 0 ? 50 : -50],
      offset: at % 2 === 0 ? -40 : 40,
      label: at % 2 === 0 ? 1 : 0,
      weight: 3,
    }));
    const { mean } = layerOf(1, 1e-3, examples).posterior();
    // Of one weight: where the slope 600 · 50 · (1 − chance) − weight / 1000 changes its sign, by bisection.
    let [low, high] = [0, 100];
    for (let halving = 0; halving < 100; halving += 1) {
      const middle = (low + high) / 2;
      if (30_000 / (1 + Math.exp(50 * middle - 40)) - middle / 1000 > 0) low = middle;
      else high = middle;
    }
    expect(mean[0]).toBeCloseTo(low, 6);
  });

  it('refuses what it cannot learn from', () => {
    const layer = new BayesianLinearLayer(2, { priorPrecision: 1 });
    expect(() => {
      layer.observe([1], 0, 1);
    }).toThrow(RangeError);
    expect(() => {
      layer.observe([1, Number.NaN], 0, 1);
    }).toThrow(RangeError);
    expect(() => {
      layer.observe([1, 1], Number.POSITIVE_INFINITY, 1);
    }).toThrow(RangeError);
    expect(() => {
      layer.observe([1, 1], 0, 1, -1);
    }).toThrow(RangeError);
    expect(() => new BayesianLinearLayer(2, { priorPrecision: 0 })).toThrow(RangeError);
    expect(() => new BayesianLinearLayer(2, { priorPrecision: [1] })).toThrow(RangeError);
  });
});
