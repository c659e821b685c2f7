import { expect, it } from 'vitest';
import { importText } from '../../../renderer/src/text/import';

it('names a source without what its table looks like', () => {
  expect(importText.sourceTitle('Goodreads library export (24 columns)')).toBe('Goodreads library export');
  expect(importText.sourceTitle('IMDb export (ratings, 16 columns)')).toBe('IMDb export (ratings)');
  expect(importText.sourceTitle('Pocket export (parts)')).toBe('Pocket export');
  expect(importText.sourceTitle('Letterboxd export (diary, lists)')).toBe('Letterboxd export (diary, lists)');
});

it('makes a sentence of what an importer says, and leaves the names of files as they are', () => {
  expect(importText.sentence('an answer without names', ['steam.json'])).toBe('An answer without names.');
  expect(importText.sentence('book.xlsx is empty', ['book.xlsx'])).toBe('book.xlsx is empty.');
  expect(importText.sentence('Save it again.', [])).toBe('Save it again.');
});
