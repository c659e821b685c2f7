import { describe, expect, it } from 'vitest';
import { TASTE_EVENT_TYPES, tasteRating } from '../../../renderer/src/domain/event';
import { isDisliked, isLiked, isLoved, opinionOf } from '../../../renderer/src/domain/taste-scale';

const opinions = (points: readonly number[], best: number): readonly string[] =>
  points.map((value) => opinionOf(value / best));

describe('what a rating says', () => {
  it('is liked from 4 of 5 stars, so-so at 3, disliked up to 2', () => {
    expect(opinions([0.5, 1, 2, 2.5, 3, 3.5, 4, 4.5, 5], 5)).toEqual([
      ...Array<string>(3).fill('disliked'),
      ...Array<string>(3).fill('soSo'),
      'liked',
      'loved',
      'loved',
    ]);
  });

  it('is liked from 8 of 10, never at 7', () => {
    expect(opinions([1, 4, 5, 6, 7, 8, 9, 10], 10)).toEqual([
      ...Array<string>(2).fill('disliked'),
      ...Array<string>(3).fill('soSo'),
      'liked',
      'loved',
      'loved',
    ]);
    expect(opinions([40, 41, 79, 80, 89, 90], 100)).toEqual(['disliked', 'soSo', 'soSo', 'liked', 'liked', 'loved']);
  });

  it('is nothing where there is none', () => {
    expect(opinionOf(null)).toBe('met');
    expect([isLoved(null), isLiked(null), isDisliked(null)]).toEqual([false, false, false]);
  });

  it('has what is loved among what is liked', () => {
    expect([0.7, 0.8, 0.9].map(isLiked)).toEqual([false, true, true]);
    expect([0.7, 0.8, 0.9].map(isLoved)).toEqual([false, false, true]);
    expect([0.3, 0.4, 0.5].map(isDisliked)).toEqual([true, true, false]);
  });
});

describe('what was said without a rating', () => {
  it('reads as it was said; what was given up is not called disliked', () => {
    const said = TASTE_EVENT_TYPES.flatMap((type) => {
      const rating = tasteRating({ type, rating: null, outcome: null });
      return rating === undefined || rating === null ? [] : [[type, opinionOf(rating)]];
    });
    expect(Object.fromEntries(said)).toEqual({
      loved: 'loved',
      liked: 'liked',
      'chosen-over': 'liked',
      abandoned: 'soSo',
      disliked: 'disliked',
      'not-for-them': 'disliked',
      'never-again': 'disliked',
    });
    const outcomes = (['loved', 'liked', 'meh', 'no'] as const).map((outcome) =>
      opinionOf(tasteRating({ type: 'reacted', rating: null, outcome }) ?? null),
    );
    expect(outcomes).toEqual(['loved', 'liked', 'soSo', 'disliked']);
  });
});
