import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHT_SETS } from '../../../../renderer/src/recommend/model/model-manifest';
import type { SetScoring } from '../../../../renderer/src/recommend/model/model-manifest';
import { byChannel, channelNames, CHANNELS } from '../../../../renderer/src/recommend/scoring/channels';
import type { Channels } from '../../../../renderer/src/recommend/scoring/channels';
import { mix, scalesOf, weightsOf } from '../../../../renderer/src/recommend/scoring/mixture';
import type { Weights } from '../../../../renderer/src/recommend/scoring/mixture';
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
  const EMPTY: Channels = byChannel(CHANNELS, () => new Float64Array(0));
  const set = (weights: Partial<Weights>, offset = 0): SetScoring => ({
    weights: byChannel(CHANNELS, (name) => weights[name] ?? 0),
    offset,
  });
  const scoring = {
    known: set({ next: 1, like: 2, rating: 4, popularity: 8 }),
    unknown: set({ like: 1, popularity: 1 }, 5),
    untrained: set({ content: 1 }),
  };
  const [KNOWN, UNKNOWN, UNTRAINED] = [0, 1, 2];
  const channels: Channels = {
    ...EMPTY,
    next: Float64Array.of(0, 2),
    future: Float64Array.of(9, -9),
    like: Float64Array.of(5, 1),
    content: Float64Array.of(0.1, 0.3),
    cooccurrence: Float64Array.of(0, 1),
    rating: Float64Array.of(0.9, Number.NaN),
    popularity: Float64Array.of(Math.log(8), Number.NaN),
  };
  const scales = scalesOf(CHANNELS, channels);

  it('is the weighed sum of standardised channels', () => {
    expect([...mix(CHANNELS, channels, scales, scoring, false, Uint8Array.of(KNOWN, KNOWN))]).toEqual([1, -1]);
  });

  it('weighs what is not recognised, and a kind that was never trained, by weights of their own', () => {
    const [unknown, untrained] = mix(CHANNELS, channels, scales, scoring, false, Uint8Array.of(UNKNOWN, UNTRAINED));
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
            ...EMPTY,
            next: Float64Array.from(rows, ([value]) => value),
            future: Float64Array.from(rows, ([, value]) => value),
            like: Float64Array.from(rows, ([value]) => value ** 2),
          };
          const own = scalesOf(CHANNELS, random);
          const expected = rows.map(([, , set], index) =>
            channelNames(CHANNELS).reduce(
              (sum, name) =>
                sum +
                weightsOf(CHANNELS, scoring, set, true)[name] * zScore(random[name][index] ?? Number.NaN, own[name]),
              scoring[set].offset,
            ),
          );
          const found = mix(
            CHANNELS,
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

  it('uses the crowd only where it may, and keeps the unit of popularity', () => {
    const crowd = {
      ...channels,
      rating: Float64Array.of(0.9, 0.5),
      popularity: Float64Array.of(Math.log(8), Math.log(2)),
    };
    const first = (crowdUsed: boolean): number =>
      mix(CHANNELS, crowd, scalesOf(CHANNELS, crowd), scoring, crowdUsed, Uint8Array.of(KNOWN, KNOWN))[0] ?? Number.NaN;
    expect(first(true) - first(false)).toBeCloseTo(4 + (8 * (Math.log(8) - Math.log(2))) / 2, 9);
    expect(weightsOf(CHANNELS, scoring, 'known', false)).toMatchObject({ rating: 0, popularity: 0 });
  });
});
