import { describe, expect, it } from 'vitest';
import { guideOf, inOrderOf } from '../../../../renderer/src/recommend/evaluating/better-way';

describe('guideOf', () => {
  it('is Handpicked unless a simple way is better for the person', () => {
    expect(guideOf({ verdict: 'worse', bestSimpleWay: 'likeness' })).toBe('likeness');
    expect(guideOf({ verdict: 'too-few', bestSimpleWay: 'likeness' })).toBe('handpicked');
    expect(guideOf({ verdict: 'better', bestSimpleWay: 'likeness' })).toBe('handpicked');
    expect(guideOf({ verdict: 'worse', bestSimpleWay: null })).toBe('handpicked');
  });
});

describe('inOrderOf', () => {
  const inOrder = (scores: readonly number[], logOdds: readonly number[], groups?: readonly string[]): number[] =>
    Array.from(inOrderOf(Float64Array.from(scores), Float64Array.from(logOdds), groups ?? logOdds.map(() => 'book')));

  it('deals the same log-odds out in the order of the scores', () => {
    expect(inOrder([0.1, 0.9, 0.5], [3, 1, 2])).toEqual([1, 3, 2]);
  });

  it('keeps the order of what the scores do not tell apart', () => {
    expect(inOrder([0.5, 0.5, 0.9], [1, 2, 0])).toEqual([0, 1, 2]);
    expect(inOrder([0, 0, 0], [1, 3, 2])).toEqual([1, 3, 2]);
  });

  it('compares things of one kind only', () => {
    expect(inOrder([0.1, 0.2, 0.9, 0.8], [4, 3, 1, 2], ['book', 'book', 'film', 'film'])).toEqual([3, 4, 2, 1]);
  });
});
