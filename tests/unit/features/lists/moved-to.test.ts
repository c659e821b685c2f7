import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../../renderer/src/features/lists/moved-to';

describe('movedTo', () => {
  it.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['x', 0, 'abc'],
  ])('puts %s at %i: %s', (letter, place, result) => {
    expect(movedTo(['a', 'b', 'c'], (element) => element === letter, place).join('')).toBe(result);
  });
});
