import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { attribute } from '../../../../renderer/src/recommend/explaining/attribution';
import type { ValueOf } from '../../../../renderer/src/recommend/explaining/attribution';

const game =
  (value: (subset: readonly boolean[]) => number): ValueOf =>
  (subsets) =>
    Promise.resolve(subsets.map(value));
const members = (subset: readonly boolean[]): number[] => subset.flatMap((inside, part) => (inside ? [part] : []));

/** Shapley's formula as it is defined: over all orders. */
function exact(parts: number, value: (subset: readonly boolean[]) => number): number[] {
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((part) => orders(left.filter((other) => other !== part)).map((rest) => [part, ...rest]));
  const all = orders(Array.from({ length: parts }, (_, part) => part));
  const sums = Array.from({ length: parts }, () => 0);
  for (const order of all) {
    const subset = sums.map(() => false);
    for (const part of order) {
      const before = value(subset);
      subset[part] = true;
      sums[part] = (sums[part] ?? 0) + value(subset) - before;
    }
  }
  return sums.map((total) => total / all.length);
}

describe('attribution', () => {
  it('adds up, whatever the parts do to each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), fc.integer(), async (parts, seed) => {
        const random = seededRandom(seed);
        const table = new Map<string, number>();
        const value = (subset: readonly boolean[]): number => {
          const key = members(subset).join();
          const found = table.get(key) ?? random() * 4 - 2;
          table.set(key, found);
          return found;
        };
        const { none, all, each, together, method } = await attribute(parts, game(value), seededRandom(1));
        expect(none + each.reduce((total, part) => total + part, 0) + together).toBeCloseTo(all, 9);
        if (method === 'shapley') expect(together).toBeCloseTo(0, 9);
      }),
    );
  });

  it('is one left out where parts add up by themselves', async () => {
    const worth = [1, -0.5, 2];
    const found = await attribute(
      3,
      game((subset) => members(subset).reduce((total, part) => total + (worth[part] ?? 0), 0.25)),
      seededRandom(1),
    );
    expect(found.method).toBe('leave-one-out');
    expect([found.none, ...found.each]).toEqual([0.25, 1, -0.5, 2].map((value) => expect.closeTo(value, 9)));
  });

  it('gives stand-ins their share by sampled Shapley values, near those of every order', async () => {
    // Either of the first two is enough: without one of them nothing is lost.
    const value = (subset: readonly boolean[]): number =>
      (subset[0] === true || subset[1] === true ? 2 : 0) +
      (subset[2] === true ? 0.5 : 0) +
      (subset[3] === true && subset[0] === true ? 0.3 : 0);
    const found = await attribute(4, game(value), seededRandom(7));
    expect(found.method).toBe('shapley');
    const expected = exact(4, value);
    found.each.forEach((part, index) => {
      expect(Math.abs(part - (expected[index] ?? 0))).toBeLessThan(0.25);
    });
    expect(found.each[0]).toBeGreaterThan(0.5);
  });
});
