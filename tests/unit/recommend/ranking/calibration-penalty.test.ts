import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CalibrationPenalty,
  classesOfItem,
  targetDistribution,
} from '../../../../renderer/src/recommend/ranking/calibration-penalty';
import type { ClassDistribution } from '../../../../renderer/src/recommend/ranking/calibration-penalty';

const distribution: fc.Arbitrary<ClassDistribution> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
  .map((pairs) => {
    const counts = new Map(pairs);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return new Map([...counts].map(([name, count]) => [name, count / total]));
  });

/** KL(p ‖ q~) as Steck writes it. */
function divergence(chosen: readonly ClassDistribution[], target: ClassDistribution): number {
  let sum = 0;
  for (const [name, wanted] of target) {
    const held = chosen.reduce((total, classes) => total + (classes.get(name) ?? 0), 0) / Math.max(1, chosen.length);
    sum += wanted * Math.log(wanted / (0.99 * held + 0.01 * wanted));
  }
  return sum;
}

const listed = (target: ClassDistribution, chosen: readonly ClassDistribution[]): number => {
  const penalty = new CalibrationPenalty(target);
  for (const classes of chosen) penalty.add(classes);
  return penalty.current();
};

describe('calibration penalty', () => {
  it('is the divergence, added to step by step or at once', () => {
    fc.assert(
      fc.property(fc.array(distribution, { maxLength: 6 }), distribution, distribution, (chosen, next, target) => {
        const penalty = new CalibrationPenalty(target);
        for (const classes of chosen) {
          penalty.after(next);
          penalty.add(classes);
        }
        expect(penalty.current()).toBeCloseTo(divergence(chosen, target), 9);
        expect(penalty.after(next)).toBeCloseTo(divergence([...chosen, next], target), 9);
      }),
    );
  });

  it('is 0 for the very mix and −log 0.01 for nothing in common', () => {
    const target = new Map([
      ['a', 0.5],
      ['b', 0.5],
    ]);
    expect(listed(target, [new Map([['a', 1]]), new Map([['b', 1]])])).toBeCloseTo(0, 12);
    expect(listed(target, [new Map([['z', 1]])])).toBeCloseTo(-Math.log(0.01), 12);
  });
});

describe('what an item and a person are', () => {
  it('halves an item between its kind and its tags, and weighs recent likings more', () => {
    expect([...classesOfItem('book', ['a', 'b'])]).toEqual([
      ['kind:book', 0.5],
      ['tag:a', 0.25],
      ['tag:b', 0.25],
    ]);
    const target = targetDistribution(
      [
        { classes: classesOfItem('book', []), weight: 1, at: 0 },
        { classes: classesOfItem('screen', []), weight: 1, at: 100 },
      ],
      100,
      100,
    );
    expect(target.get('kind:screen')).toBeCloseTo(2 / 3, 12);
    expect(targetDistribution([], 0).size).toBe(0);
  });
});
