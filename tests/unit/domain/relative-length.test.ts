import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeLength } from '../../../renderer/src/domain/relative-length';

describe('relative length', () => {
  it('compares with what is usual in the kind group, by the ratio', () => {
    expect([160, 320, 640, 5000].map((pages) => relativeLength(pages, 'book'))).toEqual([-1, 0, 1, 1]);
    expect(relativeLength(105, 'screen')).toBe(0);
    expect(relativeLength(320, 'screen')).toBe(1);
  });

  it('is 0 where the length is not known, is none, or the group has no scale', () => {
    expect([
      relativeLength(null, 'book'),
      relativeLength(0, 'book'),
      relativeLength(-3, 'book'),
      relativeLength(90, 'wine'),
      relativeLength(90, 'constructor'),
    ]).toEqual([0, 0, 0, 0, 0]);
  });

  it('lies within −1 and 1, and never falls as the length grows', () => {
    const length = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(length, length, fc.constantFrom('book', 'screen', 'track', 'wine'), (one, other, group) => {
        const [shorter, longer] = [
          relativeLength(Math.min(one, other), group),
          relativeLength(Math.max(one, other), group),
        ];
        expect(Math.abs(shorter)).toBeLessThanOrEqual(1);
        expect(shorter).toBeLessThanOrEqual(longer);
      }),
    );
  });
});
