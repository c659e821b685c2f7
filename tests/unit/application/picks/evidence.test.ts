import { describe, expect, it } from 'vitest';
import { isGuess, isGuessForFriend } from '../../../../renderer/src/application/picks/evidence';
import { itemId } from '../../../../renderer/src/domain/ids';

const events = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ itemId: itemId(String(index)), rating: 1, at: null }));

describe('what is too little to go on', () => {
  it('is for a friend fewer than two known things and liked tags together', () => {
    expect([0, 1, 2].map((count) => isGuessForFriend({ events: events(count), likedTags: [] }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isGuessForFriend({ events: events(1), likedTags: ['cosy'] })).toBe(false);
  });

  it('is for the owner, and for each of a group, fewer than three known things', () => {
    expect([2, 3].map((count) => isGuess({ events: events(count) }))).toEqual([true, false]);
  });
});
