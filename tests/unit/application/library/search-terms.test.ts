import { expect, it } from 'vitest';
import { swappedLetters, textWords } from '../../../../renderer/src/application/library/search-terms';

it('lets a text of a script without spaces be found by any part of it', () => {
  expect(textWords('千と千尋の神隠し')).toContain('千尋の神隠し');
  expect(textWords('Lamps, at night')).toEqual(['Lamps', 'at', 'night']);
});

it('swaps neighbours in words long enough', () => {
  expect(swappedLetters('tolkein')).toContain('tolkien');
  expect(swappedLetters('moth')).toEqual([]);
});
