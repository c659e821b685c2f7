import { expect, it } from 'vitest';
import { saidByName } from '../../../../renderer/src/importing/pasted/list-name';
import { makerSide } from '../../../../renderer/src/importing/pasted/maker-side';

it.each([
  ['books_to_read.txt', 'book', 'wanted'],
  ['old/Movies watched (1).csv', 'movie', 'finished'],
  ['to-read.md', 'book', 'wanted'],
  ['reading list.csv', 'book', 'none'],
  ['gamesWishlist.csv', 'game', 'wanted'],
  ['Bücherliste.txt', 'book', 'none'],
  ['recetas.csv', 'recipe', 'none'],
  ['Książki.txt', 'book', 'none'],
  ['README.md', null, 'none'],
  ['films and books.txt', null, 'none'],
  ['kinopoisk (1).csv', 'movie', 'none'],
  ['steam_backlog.csv', 'game', 'wanted'],
  ['export.csv', null, 'none'],
  ['x.csv', null, 'none'],
] as const)('the name %s says what things are, and how far somebody is', (name, kind, status) => {
  expect(saidByName(name)).toEqual({ kind, status });
});

it.each([
  ['right', 'Kilns - Ann Vole\nThe Oven - Bo Quill\nLamps of the North - Cy Marsh\nOn Clay - Di Reed\nSalt'],
  ['left', 'Ann Vole - Kilns\nBo Quill - The Oven\nCy Marsh - Lamps of the North\nDi Reed – On Clay'],
  [null, 'Ann Vole - Kilns\nThe Oven - Bo Quill\nLamps - Cy Marsh\nDi Reed - Clay\nEd Stone - Salt'],
  [null, 'Kilns - Ann Vole\nThe Oven - Bo Quill'],
  [null, 'Copper Gate - Winter Ledger\nReed Hours - Salt Roads\nAlpine Hours - Long Kiln\nRed Lamp - Blue Oven'],
] as const)('the makers stand %s of the dash', (side, text) => {
  expect(makerSide(text.split('\n'))).toBe(side);
});
