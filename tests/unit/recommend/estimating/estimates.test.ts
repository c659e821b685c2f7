import { describe, expect, it } from 'vitest';
import { estimate, interceptOf, weighedBy, weightOf } from '../../../../renderer/src/recommend/estimating/estimates';
import type { LinearEstimate } from '../../../../renderer/src/recommend/estimating/estimates';
import { byFeature } from '../../../../renderer/src/recommend/estimating/features';
import type { FeatureName } from '../../../../renderer/src/recommend/estimating/features';

const weights = (some: Partial<Record<FeatureName, number>> = {}) => byFeature((name) => some[name] ?? 0);
const values = (some: Partial<Record<FeatureName, readonly number[]>>, things: number) =>
  byFeature((name) => Float64Array.from({ length: things }, (_, at) => some[name]?.[at] ?? 0));
const LINEAR: LinearEstimate = {
  intercepts: { book: 1, '': -2 },
  weights: weights({ crowdRating: 0.5, fame: 2 }),
  groups: { book: weights({ fame: 1, age: 4 }), '': weights({ likeness: 8 }) },
  few: weights(),
};
/** So many that hardly anything is little known. */
const MANY = 1e9;

describe('an estimate', () => {
  it("adds the intercept of a thing's kind to weight times feature", () => {
    const features = values({ crowdRating: [2, 2, 2], fame: [0.5, 0.5, 0.5], age: [1, 1, 1], likeness: [1, 1, 1] }, 3);
    // Book: 1 + .5 × 2 + (2 + 1) × ½ + 4. Any other: −2 + .5 × 2 + 2 × ½ + 8.
    expect(Array.from(estimate(LINEAR, features, ['book', 'wine', 'screen'], MANY))).toEqual([7.5, 8, 8]);
  });

  it('is the intercept where nothing is known, and 0 where there is none', () => {
    expect(Array.from(estimate(LINEAR, values({}, 2), ['book', 'wine'], MANY))).toEqual([1, -2]);
    const without = { ...LINEAR, intercepts: { book: 1 }, groups: {} };
    expect(interceptOf(without, 'wine')).toBe(0);
    expect(weightOf(without, 'fame', 'wine', MANY)).toBe(2);
  });

  it("adds the weights of a thing's own group, and those of any other only to groups without their own", () => {
    expect(weightOf(LINEAR, 'fame', 'book', MANY)).toBe(3);
    expect(weightOf(LINEAR, 'likeness', 'book', MANY)).toBe(0);
    expect(weightOf(LINEAR, 'likeness', 'wine', MANY)).toBe(8);
    expect(weightOf(LINEAR, 'age', 'wine', MANY)).toBe(0);
  });

  it('of what holds of anybody leaves out the features about the person', () => {
    const features = values({ crowdRating: [2, 2], fame: [0.5, 0.5], age: [1, 1], likeness: [1, 1] }, 2);
    expect(Array.from(estimate(LINEAR, features, ['book', 'wine'], MANY, 'item'))).toEqual([7.5, 0]);
  });

  it('weighs otherwise for people of whom little is known, less with every event', () => {
    const few = { ...LINEAR, few: weights({ fame: -4, tagMatch: 6 }) };
    // (2 + 1) and 0 of any person; -4 and 6 more of one who is not known at all, half of these at three events.
    expect([0, 3, 9].map((events) => weightOf(few, 'fame', 'book', events))).toEqual([-1, 1, 2]);
    expect([0, 3, 9].map((events) => weightOf(few, 'tagMatch', 'book', events))).toEqual([6, 3, 1.5]);
    const features = values({ fame: [0.5], tagMatch: [1] }, 1);
    expect(Array.from(estimate(few, features, ['book'], 3))).toEqual([1 + 0.5 + 3]);
    expect(Array.from(estimate(few, features, ['book'], 3, 'item'))).toEqual([1 + 0.5]);
  });

  it('names every feature that it weighs for any kind or for anybody', () => {
    expect([...weighedBy(LINEAR)].sort()).toEqual(['age', 'crowdRating', 'fame', 'likeness']);
    expect(weighedBy({ ...LINEAR, few: weights({ tagMatch: 1 }) })).toContain('tagMatch');
  });
});
