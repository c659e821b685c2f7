import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topK } from '../../../../renderer/src/recommend/math/top-k';

describe('topK', () => {
  it('gives equal scores to the lower index', () => {
    expect(topK([1, 2, 2, 1, 2], 4)).toEqual([1, 2, 4, 0]);
    expect(topK([0, 0, 0, 0], 2)).toEqual([0, 1]);
  });

  it('is the head of a stable descending sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), fc.nat(12), (scores, k) => {
        const sorted = scores
          .map((_, index) => index)
          .sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
        expect(topK(Float64Array.from(scores), k)).toEqual(sorted.slice(0, k));
      }),
    );
  });

  it.each([
    ['rising', 1],
    ['falling', -1],
    ['level', 0],
  ])('keeps to it when scores come in %s order', (_name, step) => {
    const scores = Float64Array.from({ length: 500 }, (_, index) => index * step);
    const sorted = [...scores.keys()].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
    expect(topK(scores, 20)).toEqual(sorted.slice(0, 20));
    expect(topK(scores, 500)).toEqual(sorted);
  });
});
