import { expect, it } from 'vitest';
import { opinionReader } from '../../../../renderer/src/importing/cells/rating-words';
import { parseRating, starScaleOf } from '../../../../renderer/src/importing/cells/ratings';

it.each([
  ['4/5', 10, 0.8],
  ['8/10', 5, 0.8],
  ['4,5 / 5', 5, 0.9],
  ['7 out of 10', 5, 0.7],
  ['80 %', 5, 0.8],
  ['⭐⭐⭐⭐', 10, 0.8],
  ['⭐️⭐️⭐️', 5, 0.6],
  ['★★★½', 5, 0.7],
  ['★★★☆☆', 5, 0.6],
  ['⭐⭐⭐⭐⭐⭐⭐', 10, 0.7],
  ['6/5', 5, null],
  ['0/5', 5, null],
  ['4 stars', 10, 0.8],
  ['4.0 out of 5 stars', 10, 0.8],
  ['3,5 Sterne', 5, 0.7],
  ['8 stars', 10, 0.8],
  ['4⭐', 5, 0.8],
  ['★ 5', 5, 1],
  ['****½', 5, 0.9],
  ['❤️❤️', 5, 0.4],
  ['4½', 5, 0.9],
  ['3 1/2', 5, 0.7],
  ['2¼', 5, 0.45],
  ['5 - Excellent', 5, 1],
  ['4 (very good)', 5, 0.8],
  ['4.125', 10, 0.4125],
  ['4 of a kind', 5, null],
  ['½ price', 5, null],
  ['', 5, null],
] as const)('%s on a scale to %d is %s', (cell, maximum, rating) => {
  expect(parseRating(cell, maximum)).toBe(rating);
});

it('counts stars of ten where a column has more than five of them', () => {
  expect(starScaleOf(['4 stars', '8 stars'], 10)).toBe(10);
  expect(starScaleOf(['4 stars', '5 stars'], 10)).toBe(5);
  expect(parseRating('4 stars', 10, 10)).toBe(0.4);
});

it.each([
  ['A+', 1],
  ['A−', 0.92],
  ['b +', 0.83],
  ['C', 0.5],
  ['F', 0.08],
  ['S tier', 1],
  ['Loved it!', 1],
  ['It was OK', 0.6],
  ['didn’t like it', 0.4],
  ['sehr gut', 0.9],
  ['Me gustó', 0.8],
  ['ужасно', 0.2],
] as const)('“%s” is %d of 1', (cell, rating) => {
  expect(opinionReader([cell])(cell)).toEqual({ rating });
});

it('knows thumbs, which have no place on a scale, and the words of Goodreads, which have others than everybody', () => {
  const opinionOf = opinionReader([]);
  for (const up of ['👍', '👍🏽👍🏽', 'Thumbs up', 'like']) expect(opinionOf(up)).toEqual({ rating: null, liked: true });
  for (const down of ['👎', 'two thumbs down', 'Dislike'])
    expect(opinionOf(down)).toEqual({ rating: null, disliked: true });
  expect(['PG-13', 'Apples', 'E', ''].map(opinionOf)).toEqual([null, null, null, null]);
  const words = ['did not like it', 'it was ok', 'liked it', 'really liked it', 'it was amazing'];
  expect(words.map((word) => opinionReader(words)(word)?.rating)).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  expect(opinionOf('liked it')).toEqual({ rating: 0.8 });
});
