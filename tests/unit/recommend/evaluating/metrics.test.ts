import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '../../../../renderer/src/recommend/math/bootstrap';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import {
  auc,
  hitRate,
  ndcg,
  precision,
  rankedRelevance,
  reciprocalRank,
} from '../../../../renderer/src/recommend/evaluating/metrics';

const ranking = (marks: string): boolean[] => Array.from(marks, (mark) => mark === 'x');

describe('metrics', () => {
  it('match values worked out by hand', () => {
    expect(ndcg(ranking('x--'), 5)).toBe(1);
    expect(ndcg(ranking('-x-'), 5)).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg(ranking('x-x'), 2)).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
    expect(ndcg(ranking('-----x'), 5)).toBe(0);
    expect([hitRate(ranking('--x'), 2), hitRate(ranking('--x'), 3)]).toEqual([0, 1]);
    expect(reciprocalRank(ranking('--x-x'))).toBeCloseTo(1 / 3, 12);
    expect([precision(ranking('x-x-xx'), 5), precision(ranking('x-'), 5)]).toEqual([0.6, 0.5]);
    expect(auc([3, 2, 1], [true, false, true])).toBe(0.5);
    expect(auc([1, 1, 1, 0], [true, false, false, false])).toBeCloseTo(2 / 3, 12);
  });

  it('are not defined without anything relevant, nor AUC without anything else', () => {
    expect([
      ndcg(ranking('--'), 5),
      hitRate(ranking('--'), 5),
      reciprocalRank(ranking('--')),
      precision(ranking('-'), 5),
      auc([1, 2], [true, true]),
      auc([1, 2], [false, false]),
    ]).toEqual(Array.from({ length: 6 }, () => Number.NaN));
  });

  it('rank under the tie rule: equal scores by lower index', () => {
    expect(rankedRelevance([1, 2, 2], [0, 0, 1])).toEqual([false, true, false]);
    expect(rankedRelevance([1, 1], [1, 0])).toEqual([true, false]);
  });

  it('AUC is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean()), { minLength: 2 }), (cases) => {
        const good = cases.filter(([, relevant]) => relevant);
        const bad = cases.filter(([, relevant]) => !relevant);
        fc.pre(good.length > 0 && bad.length > 0);
        const wins = good.flatMap(([high]) => bad.map(([low]): number => (high > low ? 1 : high === low ? 0.5 : 0)));
        expect(
          auc(
            cases.map(([score]) => score),
            cases.map(([, relevant]) => relevant),
          ),
        ).toBeCloseTo(wins.reduce((sum, win) => sum + win, 0) / wins.length, 10);
      }),
    );
  });
});

describe('bootstrap', () => {
  const random = seededRandom(7);
  const values = Array.from({ length: 400 }, () => random());

  it('gives the same interval for the same seed, around the mean', () => {
    const first = bootstrapMean(
      values,
      values.map((_, index) => index),
      { seed: 1 },
    );
    expect(
      bootstrapMean(
        values,
        values.map((_, index) => index),
        { seed: 1 },
      ),
    ).toEqual(first);
    expect(
      bootstrapMean(
        values,
        values.map((_, index) => index),
        { seed: 2 },
      ),
    ).not.toEqual(first);
    // A mean of 400 uniform numbers has a standard error of 0.0144: an interval of about ±0.028.
    expect(first.high - first.low).toBeGreaterThan(0.045);
    expect(first.high - first.low).toBeLessThan(0.07);
    expect(first.low).toBeLessThan(first.value);
    expect(first.high).toBeGreaterThan(first.value);
  });

  it('is wider where the cases of a friend are alike', () => {
    const alike = values.map((_, index) => values[Math.floor(index / 20)] ?? 0);
    const byCase = bootstrapMean(
      alike,
      alike.map((_, index) => index),
      { seed: 1 },
    );
    const byFriend = bootstrapMean(
      alike,
      alike.map((_, index) => Math.floor(index / 20)),
      { seed: 1 },
    );
    expect(byFriend.value).toBe(byCase.value);
    expect(byFriend.high - byFriend.low).toBeGreaterThan(2 * (byCase.high - byCase.low));
  });

  it('leaves out what is not defined, and says how many cases counted', () => {
    expect(bootstrapMean([1, Number.NaN, 0], ['a', 'b', 'c'], { seed: 1, rounds: 50 })).toMatchObject({
      value: 0.5,
      n: 2,
    });
    expect(bootstrapMean([], [], { seed: 1 })).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 });
  });
});
