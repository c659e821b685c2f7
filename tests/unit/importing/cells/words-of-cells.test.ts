import { expect, it } from 'vitest';
import { isbnIdentifiers } from '../../../../renderer/src/importing/cells/identifier-cells';
import { parseYear, wordsOfCell } from '../../../../renderer/src/importing/cells/cell-values';
import { kindOfWord } from '../../../../renderer/src/importing/cells/kind-words';
import { seriesOf } from '../../../../renderer/src/importing/cells/series-cell';
import { UnreadCells } from '../../../../renderer/src/importing/cells/unread-cells';
import { textOfNote } from '../../../../renderer/src/importing/containers/html-text';

it.each([
  ['Lamps (#8)', 'Lamps', 8],
  ['Lamps #9', 'Lamps', 9],
  ['Lamps, Book 10', 'Lamps', 10],
  ['Lamps (11)', 'Lamps', 11],
  ['Lamps: 12', 'Lamps', 12],
  ['Lamps, #1.5', 'Lamps', 1.5],
  ['(Lamps, #3)', 'Lamps', 3],
  ['Lamps Vol. 3', 'Lamps', 3],
  ['Die Lampen, Band 4', 'Die Lampen', 4],
  ['Book 3 of the Lamps series', 'Lamps', 3],
  ['Lamps #1-3', 'Lamps', 1],
  ['Lamps (#8), Night (#2)', 'Lamps', 8],
  ['Lamps [8]; Night [2]', 'Lamps', 8],
  ['Area 51', 'Area 51', null],
  ['Lamps, 2049', 'Lamps, 2049', null],
  ['Lamps, Night', 'Lamps, Night', null],
] as const)('the series %s is %s, %s', (cell, name, position) => {
  expect(seriesOf(cell)).toEqual({ name, position });
});

it('names no series where the cell names none', () => {
  expect(seriesOf('  ')).toBeNull();
});

it.each([
  ['Movie', 'other', 'movie', null],
  ['TV Show', 'other', 'series', null],
  ['tv', 'other', 'series', null],
  ['TV', 'anime', 'anime', null],
  ['Fiction', 'other', 'book', 'Fiction'],
  ['Paperback', 'other', 'book', null],
  ['main game', 'other', 'game', null],
  ['Jeu vidéo', 'other', 'game', null],
  ['фильм', 'other', 'movie', null],
  ['映画', 'other', 'movie', null],
  ['digital', 'book', 'book', null],
] as const)('the kind “%s” in a table of the kind %s', (word, usual, kind, tag) => {
  expect(kindOfWord(word, usual)).toEqual({ kind, tag });
});

it.each(['GB', 'Minutes', '12', '', 'Ann'])('“%s” is no kind', (word) => {
  expect(kindOfWord(word, 'other')).toBeNull();
});

it.each([
  ['=', '='],
  ['=LOVE', '=LOVE'],
  ['="Lamps"', 'Lamps'],
  ["'=LOVE", '=LOVE'],
  ["'Tis the Fen", "'Tis the Fen"],
  ['Salt &amp; Wind', 'Salt & Wind'],
  ['Caf&eacute; &#39;Fen&#39;', "Café 'Fen'"],
  ['R&B; Soul', 'R&B; Soul'],
])('the words of %s are %s', (cell, words) => {
  expect(wordsOfCell(cell)).toBe(words);
});

it.each([
  ['if a<b and c>d then fine', 'if a<b and c>d then fine'],
  ['seen with <Bo> on Friday', 'seen with <Bo> on Friday'],
  ['<untitled> is how it starts', '<untitled> is how it starts'],
  ['<3 it', '<3 it'],
  ['one<br/>two', 'one\ntwo'],
  ['<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['a <i>fine</i> book', 'a fine book'],
  ['caf&eacute;', 'café'],
  [' ', null],
])('the note %j', (cell, note) => {
  expect(textOfNote(cell)).toBe(note);
});

it('reads every ISBN of a cell', () => {
  expect(isbnIdentifiers(['0306406152, 9780306406157'])).toEqual({ isbn10: '0306406152', isbn13: '9780306406157' });
  expect(isbnIdentifiers(['[0306406152]'])).toEqual({ isbn10: '0306406152' });
  expect(isbnIdentifiers(['978-0-306-40615-7; 0-306-40615-2'])).toEqual({
    isbn13: '9780306406157',
    isbn10: '0306406152',
  });
});

it('takes Calibre’s first day for no year', () => {
  expect(parseYear('0101-01-01T00:00:00+00:00')).toBeNull();
  expect(parseYear('2019-03-05T01:00:00+01:00')).toBe(2019);
});

it('counts what could not be read, by column, with the first examples', () => {
  const unread = new UnreadCells('f.csv');
  for (const cell of ['', '-', 'n/a', '[]', '0', '0000-00-00', 'Unrated']) unread.note('Rating', 2, cell);
  expect(unread.columns).toEqual([]);
  for (let line = 2; line < 9; line += 1) unread.note('Date', line, `someday ${String(line)}`);
  unread.note('Rating', 3, 'great');
  expect(unread.checked(4, 'Rating', 4, '4')).toBe(4);
  expect(unread.columns).toEqual([
    {
      file: 'f.csv',
      column: 'Date',
      count: 7,
      examples: [2, 3, 4, 5, 6].map((line) => ({ line, cell: `someday ${String(line)}` })),
    },
    { file: 'f.csv', column: 'Rating', count: 1, examples: [{ line: 3, cell: 'great' }] },
  ]);
});
