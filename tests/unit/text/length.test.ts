import { expect, it } from 'vitest';
import { lengthWords } from '../../../renderer/src/text/length';

it.each([
  [125, 'movie', '2 h 5 min'],
  [120, 'movie', '2 h'],
  [45, 'podcast', '45 min'],
  [60, 'board game', '1 h'],
  [1, 'track', '1 min'],
  [320, 'book', '320 pages'],
  [1, 'comic', '1 page'],
])('%i of a %s is %s', (length, kind, words) => {
  expect(lengthWords(length, kind)).toBe(words);
});

it('groups large numbers as the locale does', () => {
  expect(lengthWords(1032, 'book')).toBe(`${new Intl.NumberFormat().format(1032)} pages`);
  expect(lengthWords(60_000, 'series')).toBe(`${new Intl.NumberFormat().format(1000)} h`);
});
