import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { BayesianLinearLayer } from '../../../../renderer/src/recommend/exploring/bayesian-linear-layer';
import { drawWildcard, MIN_DRAWS, wildcardPool } from '../../../../renderer/src/recommend/exploring/thompson-wildcard';
import type {
  WildcardCandidates,
  WildcardRequest,
} from '../../../../renderer/src/recommend/exploring/thompson-wildcard';

/** `n` candidates with random features, and a layer that has seen `answers` random answers about such things. */
function candidatesOf(seed: number, n: number, dim: number, answers: number): WildcardCandidates {
  const random = seededRandom(seed);
  const row = (): number[] => Array.from({ length: dim }, () => 2 * random() - 1);
  const layer = new BayesianLinearLayer(dim, { priorPrecision: 1 });
  for (let at = 0; at < answers; at += 1) layer.observe(row(), random() - 0.5, random() < 0.5 ? 1 : 0);
  return {
    layer,
    features: Float64Array.from(Array.from({ length: n }, row).flat()),
    offsets: Array.from({ length: n }, () => random() - 0.5),
    doesNotKnow: Array.from({ length: n }, () => 0.6 + 0.4 * random()),
  };
}
const requestOf = (seed: number, pool: readonly number[], facts: Partial<WildcardRequest> = {}): WildcardRequest => ({
  ...candidatesOf(seed, 1 + Math.max(...pool), 3, 10),
  pool,
  epsilon: 0.1,
  draws: MIN_DRAWS,
  random: seededRandom(seed),
  ...facts,
});
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('Thompson wildcard', () => {
  it('has propensities that add up to 1, none below the floor', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (seed, pool, epsilon) => {
          const drawn = drawWildcard(requestOf(seed, pool, { epsilon }));
          expect(Math.abs(drawn.propensities.reduce((sum, chance) => sum + chance, 0) - 1)).toBeLessThan(1e-9);
          expect(drawn.floor).toBeCloseTo(epsilon / pool.length, 12);
          for (const chance of drawn.propensities) {
            expect(chance).toBeGreaterThanOrEqual(drawn.floor);
            expect(chance).toBeLessThanOrEqual(1 + 1e-12);
          }
          const at = pool.indexOf(drawn.index);
          expect([drawn.propensity, drawn.standardError]).toEqual([drawn.propensities[at], drawn.standardErrors[at]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is deterministic for a seed', () => {
    expect(drawWildcard(requestOf(4, upTo(8)))).toEqual(drawWildcard(requestOf(4, upTo(8))));
    const other = drawWildcard({ ...requestOf(4, upTo(8)), random: seededRandom(5) });
    expect(other.propensities).not.toEqual(drawWildcard(requestOf(4, upTo(8))).propensities);
  });

  it('shows a thing as often as its propensity says, over draws made anew', () => {
    for (const seed of [1, 2]) {
      const request = requestOf(seed, [5, 0, 3, 2, 4]);
      // Stated from 20,000 draws, the propensities are known to .003, so that the error of the shares is nearly all
      // there is:
      // 500 rounds then tell no less (.022 for a share of a half) than 1,500 beside propensities of 1,000 draws (.019).
      const stated = drawWildcard({ ...request, draws: 20_000 });
      const rounds = 500;
      const shown = new Map<number, number>();
      const random = seededRandom(100 + seed);
      for (let round = 0; round < rounds; round += 1) {
        const { index } = drawWildcard({ ...request, random });
        shown.set(index, (shown.get(index) ?? 0) + 1 / rounds);
      }
      request.pool.forEach((index, at) => {
        const chance = stated.propensities[at] ?? 0;
        const error = Math.hypot(stated.standardErrors[at] ?? 0, Math.sqrt((chance * (1 - chance)) / rounds));
        expect(Math.abs((shown.get(index) ?? 0) - chance)).toBeLessThan(4 * error);
      });
    }
  });

  it('draws what it shows from the very propensities it states', () => {
    // The last uniform number decides; everything before it is replayed, so the propensities stay.
    const seed = 9;
    let used = 0;
    const counted = seededRandom(seed);
    const stated = drawWildcard(
      requestOf(seed, upTo(6), {
        random: () => {
          used += 1;
          return counted();
        },
      }),
    );
    const steps = 150;
    const shown = new Float64Array(6);
    for (let step = 0; step < steps; step += 1) {
      const replayed = seededRandom(seed);
      let call = 0;
      const { index, propensities } = drawWildcard(
        requestOf(seed, upTo(6), {
          random: () => {
            call += 1;
            return call === used ? (step + 0.5) / steps : replayed();
          },
        }),
      );
      expect(propensities).toEqual(stated.propensities);
      shown[index] = (shown[index] ?? 0) + 1 / steps;
    }
    stated.propensities.forEach((chance, at) => {
      expect(Math.abs((shown[at] ?? 0) - chance)).toBeLessThan(1.01 / steps);
    });
  });

  it('has standard errors that the propensities of other draws keep to', () => {
    const request = requestOf(21, upTo(6));
    const long = drawWildcard({ ...request, draws: 100_000 });
    let wide = 0;
    for (let round = 0; round < 50; round += 1) {
      const short = drawWildcard({ ...request, random: seededRandom(round) });
      short.propensities.forEach((chance, at) => {
        if (Math.abs(chance - (long.propensities[at] ?? 0)) > 2 * (short.standardErrors[at] ?? 0)) wide += 1;
      });
    }
    // 300 comparisons, 4.6 % outside two standard errors by rights.
    expect(wide).toBeLessThan(35);
    expect(wide).toBeGreaterThan(1);
  });

  it('chooses by chance × not known, with the mean and spread of that', () => {
    const layer = new BayesianLinearLayer(1, { priorPrecision: 1 });
    const sure = {
      layer,
      features: Float64Array.of(0, 0, 1),
      offsets: [2, 1, 0],
      doesNotKnow: [0.1, 1, 1],
      draws: 20_000,
      epsilon: 0.1,
      random: seededRandom(1),
    };
    const { means, deviations, propensities } = drawWildcard({ ...sure, pool: [0, 1, 2] });
    // The first is liked most but known; the third beats the second where the draw is above 1: 15.9 % of the time.
    expect(means[0]).toBeCloseTo(0.1 / (1 + Math.exp(-2)), 9);
    expect([deviations[0], deviations[1]].every((deviation) => (deviation ?? 1) < 1e-6)).toBe(true);
    expect(deviations[2]).toBeCloseTo(0.208, 2);
    expect(propensities[0]).toBeCloseTo(0.1 / 3, 9);
    expect(propensities[2]).toBeCloseTo(0.9 * 0.1587 + 0.1 / 3, 2);
  });

  it('explores what is unsure, and less of it once answers have come', () => {
    const layer = new BayesianLinearLayer(1, { priorPrecision: 1 });
    const request = {
      layer,
      features: Float64Array.of(0, 1),
      offsets: [0.5, 0],
      doesNotKnow: [1, 1],
      pool: [0, 1],
      draws: MIN_DRAWS,
      epsilon: 0.1,
    };
    const before = drawWildcard({ ...request, random: seededRandom(1) }).propensities[1] ?? 0;
    for (let at = 0; at < 40; at += 1) layer.observe([1], 0, at % 2 === 0 ? 1 : 0);
    const after = drawWildcard({ ...request, random: seededRandom(1) }).propensities[1] ?? 0;
    expect(before).toBeGreaterThan(0.25);
    expect(after).toBeLessThan(before / 2);
  });

  it('pools the eligible that are worth most under the mean', () => {
    const layer = new BayesianLinearLayer(1, { priorPrecision: 1 });
    const candidates = {
      layer,
      features: new Float64Array(5),
      offsets: [3, 2, 1, 0, 2],
      doesNotKnow: [0.1, 1, 1, 1, 1],
    };
    expect(wildcardPool(candidates, [0, 1, 2, 3, 4], 3)).toEqual([1, 4, 2]);
    expect(wildcardPool(candidates, [3, 0], 50)).toEqual([3, 0]);
  });

  it('refuses an empty pool, no floor and too few draws', () => {
    expect(() => drawWildcard({ ...requestOf(1, [0]), pool: [] })).toThrow(RangeError);
    expect(() => drawWildcard(requestOf(1, [0], { epsilon: 0 }))).toThrow(RangeError);
    expect(() => drawWildcard(requestOf(1, [0], { draws: MIN_DRAWS - 1 }))).toThrow(RangeError);
  });
});
