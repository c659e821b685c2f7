import { itemIndex } from '../../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import { HalfLifeCache } from '../../../../renderer/src/recommend/learning/half-life-cache';
import { FtrlProximal } from '../../../../renderer/src/recommend/learning/ftrl';
import { learnInOrder } from '../../../../renderer/src/recommend/learning/learn-in-order';
import type { PastJudgement } from '../../../../renderer/src/recommend/learning/past-judgements';

const DAY = 24 * 3600 * 1000;
const judged = (day: number | null, label: 0 | 1, name = 'tag:horror'): PastJudgement => ({
  isRating: false,
  row: itemIndex(0),
  at: day === null ? null : day * DAY,
  reaction: 0,
  label,
  weight: 1,
  offset: 0,
  features: { names: [name], values: Float64Array.of(1) },
});
const RATES = { alpha: 0.5, beta: 1, l1: 0, l2: 1 };
const weightAfter = (judgements: readonly PastJudgement[], halfLife: number): number => {
  const learner = new FtrlProximal(RATES);
  learnInOrder(learner, judgements, halfLife);
  return learner.weight('tag:horror');
};

describe('fading', () => {
  it('lets what is old count less, and nothing fade where nothing is said to or nothing is dated', () => {
    const long = [judged(0, 0), judged(0, 0), judged(1000, 1, 'tag:other')];
    expect(weightAfter(long, Infinity)).toBeLessThan(-0.2);
    expect(weightAfter(long, 100)).toBeGreaterThan(weightAfter(long, Infinity) / 10);
    const undated = [judged(null, 0), judged(null, 0), judged(null, 1, 'tag:other')];
    expect(weightAfter(undated, 100)).toBe(weightAfter(undated, Infinity));
  });

  it('finds that a taste that keeps turning fades, and that a lasting one does not', () => {
    const turning = Array.from({ length: 400 }, (_, index) => judged(index, Math.floor(index / 100) % 2 === 0 ? 1 : 0));
    const lasting = Array.from({ length: 400 }, (_, index) => judged(index, index % 10 === 0 ? 0 : 1));
    expect(new HalfLifeCache().of([lasting])).toBe(Infinity);
    expect(new HalfLifeCache().of([turning])).toBeLessThanOrEqual(730);
  });

  it('is a function of what was judged, whenever it is asked for', () => {
    const all = Array.from({ length: 130 }, (_, index) => judged(index, Math.floor(index / 40) % 2 === 0 ? 1 : 0));
    const asked = new HalfLifeCache();
    for (let count = 1; count < all.length; count += 7) asked.of([all.slice(0, count)]);
    expect(asked.of([all])).toBe(new HalfLifeCache().of([all]));
  });
});
