import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdChannels, mix, scalesOf, weightsOf } from '../../../../renderer/src/recommend/scoring/mixture';
import { averageRanks, scaleOf, zScore } from '../../../../renderer/src/recommend/scoring/standardise';

describe('standardising', () => {
  it('centres and scales what is there; what is missing stands at the mean', () => {
    const values = Float64Array.of(1, Number.NaN, 3);
    const scale = scaleOf(values);
    expect([...values].map((value) => zScore(value, scale))).toEqual([-1, 0, 1]);
  });

  it('makes nothing of a constant channel, nor of an empty one', () => {
    expect(zScore(5, scaleOf(Float64Array.of(5, 5)))).toBe(0);
    expect(scaleOf(Float64Array.of(Number.NaN))).toEqual({ mean: 0, inverseDeviation: 0 });
  });

  it('ranks counts from 0 to 1, equal ones alike, whatever their scale', () => {
    expect([...averageRanks(Float64Array.of(10, 1e6, 10, Number.NaN, 500))]).toEqual([1 / 6, 1, 1 / 6, Number.NaN, 2 / 3]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (counts) => {
      const values = Float64Array.from(counts);
      expect([...averageRanks(values.map((value) => value ** 3 + 1))]).toEqual([...averageRanks(values)]);
    }));
  });
});

describe('the mixture', () => {
  const scoring = {
    trained: { next: 1, future: 0, like: 2, content: 0 }, untrained: { next: 0, future: 0, like: 0, content: 1 },
    crowd: { trained: { rating: 4, popularity: 8 }, untrained: { rating: 0, popularity: 0 } },
  };
  const channels = {
    next: Float64Array.of(0, 2), future: Float64Array.of(9, -9), like: Float64Array.of(5, 1), content: Float64Array.of(0.1, 0.3),
    ...crowdChannels([{ rating: 0.9, count: 7 }, null]),
  };
  const scales = scalesOf(channels);

  it('is the weighed sum of standardised channels', () => {
    const weights = weightsOf(scoring, true, false);
    expect([mix(channels, scales, weights, 0), mix(channels, scales, weights, 1)]).toEqual([1, -1]);
  });

  it('weighs a kind that was never trained by its own weights', () => {
    expect(mix(channels, scales, weightsOf(scoring, false, false), 1)).toBeCloseTo(1, 12);
  });

  it('uses the crowd only where it may', () => {
    const crowd = { ...channels, ...crowdChannels([{ rating: 0.9, count: 7 }, { rating: 0.5, count: 1 }]) };
    const weights = weightsOf(scoring, true, true);
    expect(mix(crowd, scalesOf(crowd), weights, 0) - mix(crowd, scalesOf(crowd), weightsOf(scoring, true, false), 0)).toBeCloseTo(12, 9);
    expect(weightsOf(scoring, true, false)).toMatchObject({ rating: 0, popularity: 0 });
  });
});
