import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { estimateHalfLife } from '../../../../renderer/src/recommend/learning/half-life';
import type { DatedExample } from '../../../../renderer/src/recommend/learning/half-life';

const DAY = 24 * 3600 * 1000;
const example = (days: number, label: 0 | 1): DatedExample => ({
  features: { names: ['bias'], values: Float64Array.of(1) },
  offset: 0,
  label,
  weight: 1,
  at: days * DAY,
});
/** One answer every four days; `turns` after so many days, a taste becomes its opposite, and back. */
const person = (count: number, turns: number, seed: number): readonly DatedExample[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const likes = Math.floor((4 * at) / turns) % 2 === 0;
    return example(4 * at, random() < 0.9 === likes ? 1 : 0);
  });
};
const learner = { alpha: 0.5, l1: 0, l2: 0.5 };

describe('how fast events fade', () => {
  it('does not fade what stays as it is', () => {
    const found = estimateHalfLife([person(300, Infinity, 1), person(300, Infinity, 2)], { learner });
    expect(found.halfLifeDays).toBe(Infinity);
    const losses = new Map(found.losses.map(({ halfLifeDays, loss }) => [halfLifeDays, loss]));
    expect(losses.get(30)).toBeGreaterThan(losses.get(Infinity) ?? Number.NaN);
  });

  it('fades what changes, and tells why', () => {
    const found = estimateHalfLife([person(300, 200, 1), person(300, 200, 2)], { learner });
    expect(found.halfLifeDays).toBeLessThan(365);
    const best = found.losses.find(({ halfLifeDays }) => halfLifeDays === found.halfLifeDays);
    expect(best?.loss).toBe(Math.min(...found.losses.map(({ loss }) => loss)));
    expect(found.losses.map(({ halfLifeDays }) => halfLifeDays)).toEqual([30, 90, 180, 365, 730, Infinity]);
  });

  it('says nothing on few examples, counted over everybody', () => {
    expect(estimateHalfLife([person(29, 40, 1)], { learner })).toEqual({ halfLifeDays: Infinity, losses: [] });
    expect(estimateHalfLife([])).toEqual({ halfLifeDays: Infinity, losses: [] });
    expect(estimateHalfLife([person(15, 40, 1), person(15, 40, 2)], { learner }).losses).toHaveLength(6);
  });

  it('wants more than a lucky difference', () => {
    // A single unexpected answer at the end, after a long gap: decay predicts it better by one lucky case.
    const steady = Array.from({ length: 40 }, (_, at) => example(at, 1));
    const surprised = [...steady, example(400, 0)];
    const found = estimateHalfLife([surprised], { learner, candidates: [60] });
    expect(found.losses[0]?.loss).toBeLessThan(found.losses[1]?.loss ?? Number.NaN);
    expect(found.halfLifeDays).toBe(Infinity);
  });

  it('replays the newest only', () => {
    const old = Array.from({ length: 100 }, (_, at) => example(at, 0));
    const recent = Array.from({ length: 50 }, (_, at) => example(1000 + at, 1));
    const only = estimateHalfLife([recent], { learner });
    expect(estimateHalfLife([[...old, ...recent]], { learner, maxExamples: 50 })).toEqual(only);
    expect(estimateHalfLife([old, recent], { learner, maxExamples: 50 })).toEqual(only);
  });

  it('predicts before it learns: the first answer of anybody costs log 2', () => {
    const alone = Array.from({ length: 30 }, () => [example(0, 1)]);
    for (const { loss } of estimateHalfLife(alone, { learner }).losses) expect(loss).toBeCloseTo(Math.LN2, 12);
    const heavy = alone.map((examples) => examples.map((one) => ({ ...one, weight: 2 })));
    for (const { loss } of estimateHalfLife(heavy, { learner }).losses) expect(loss).toBeCloseTo(2 * Math.LN2, 12);
  });

  it('survives gaps of a lifetime', () => {
    const rare = Array.from({ length: 40 }, (_, at) => example(at * 30_000, 1));
    for (const { loss } of estimateHalfLife([rare], { learner, candidates: [1] }).losses)
      expect(loss).toBeGreaterThan(0);
  });
});
