import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHT_SETS } from '../../../../renderer/src/recommend/model/model-manifest';
import {
  CHANNEL_NAMES,
  crowdChannels,
  mix,
  NO_CROWD,
  scalesOf,
  weightsOf,
} from '../../../../renderer/src/recommend/scoring/mixture';
import type { Channels } from '../../../../renderer/src/recommend/scoring/mixture';
import { averageRanks, scaleOf, zScore } from '../../../../renderer/src/recommend/math/standardise';

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
    expect([...averageRanks(Float64Array.of(10, 1e6, 10, Number.NaN, 500))]).toEqual([
      1 / 6,
      1,
      1 / 6,
      Number.NaN,
      2 / 3,
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (counts) => {
        const values = Float64Array.from(counts);
        expect([...averageRanks(values.map((value) => value ** 3 + 1))]).toEqual([...averageRanks(values)]);
      }),
    );
  });
});

describe('the mixture', () => {
  const none = { next: 0, future: 0, like: 0, content: 0, cooccurrence: 0, neighbourhood: 0, usual: 0, offset: 0 };
  const scoring = {
    known: { ...none, next: 1, like: 2 },
    unknown: { ...none, like: 1, offset: 5 },
    untrained: { ...none, content: 1 },
    crowd: {
      known: { rating: 4, popularity: 8 },
      unknown: { rating: 0, popularity: 1 },
      untrained: { rating: 0, popularity: 0 },
    },
  };
  const [KNOWN, UNKNOWN, UNTRAINED] = [0, 1, 2];
  const channels: Channels = {
    next: Float64Array.of(0, 2),
    future: Float64Array.of(9, -9),
    like: Float64Array.of(5, 1),
    content: Float64Array.of(0.1, 0.3),
    cooccurrence: Float64Array.of(0, 1),
    neighbourhood: new Float64Array(0),
    usual: new Float64Array(0),
    ...crowdChannels([{ rating: 0.9, count: 7 }, null]),
  };
  const scales = scalesOf(channels);

  it('is the weighed sum of standardised channels', () => {
    expect([...mix(channels, scales, scoring, false, Uint8Array.of(KNOWN, KNOWN))]).toEqual([1, -1]);
  });

  it('weighs what is not recognised, and a kind that was never trained, by weights of their own', () => {
    const [unknown, untrained] = mix(channels, scales, scoring, false, Uint8Array.of(UNKNOWN, UNTRAINED));
    expect(unknown).toBe(6);
    expect(untrained).toBeCloseTo(1, 12);
  });

  it("is, channel by channel, what each candidate's own sum is; a missing value adds nothing", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ noNaN: true, min: -5, max: 5 }),
            fc.constantFrom(Number.NaN, 0.5, 3),
            fc.constantFrom(...WEIGHT_SETS),
          ),
          { minLength: 1 },
        ),
        (rows) => {
          const random: Channels = {
            ...channels,
            next: Float64Array.from(rows, ([value]) => value),
            future: Float64Array.from(rows, ([, value]) => value),
            like: Float64Array.from(rows, ([value]) => value ** 2),
            content: new Float64Array(rows.length),
            cooccurrence: new Float64Array(rows.length),
            ...NO_CROWD,
          };
          const own = scalesOf(random);
          const expected = rows.map(([, , set], index) =>
            CHANNEL_NAMES.reduce(
              (sum, name) =>
                sum + weightsOf(scoring, set, true)[name] * zScore(random[name][index] ?? Number.NaN, own[name]),
              scoring[set].offset,
            ),
          );
          const found = mix(
            random,
            own,
            scoring,
            true,
            Uint8Array.from(rows, ([, , set]) => WEIGHT_SETS.indexOf(set)),
          );
          found.forEach((value, index) => {
            expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9);
          });
        },
      ),
    );
  });

  it('uses the crowd only where it may, and counts by their logarithm', () => {
    const crowd = {
      ...channels,
      ...crowdChannels([
        { rating: 0.9, count: 7 },
        { rating: 0.5, count: 1 },
      ]),
    };
    const first = (crowdUsed: boolean): number =>
      mix(crowd, scalesOf(crowd), scoring, crowdUsed, Uint8Array.of(KNOWN, KNOWN))[0] ?? Number.NaN;
    expect(first(true) - first(false)).toBeCloseTo(4 + (8 * (Math.log(8) - Math.log(2))) / 2, 9);
    expect(weightsOf(scoring, 'known', false)).toMatchObject({ rating: 0, popularity: 0 });
  });
});
