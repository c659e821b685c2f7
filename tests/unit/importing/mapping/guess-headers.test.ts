import { expect, it } from 'vitest';
import { screenTitle } from '../../../../renderer/src/importing/cells/title-cells';
import { guessMapping } from '../../../../renderer/src/importing/mapping/guess-mapping';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from '../../../fixtures/exports/files';

it.each([
  ['Cosmos (Serie de TV)', 'Cosmos', true],
  ['Cosmos (Miniserie de TV)', 'Cosmos', true],
  ['Salt Roads (TV Mini Series)', 'Salt Roads', true],
  ['Salt Roads (TV)', 'Salt Roads', false],
  ['Quarry (C)', 'Quarry', false],
  ['Quarry (Vivir)', 'Quarry (Vivir)', false],
  ['(TV)', '(TV)', false],
])('%s', (written, title, isSeries) => {
  expect(screenTitle(written)).toEqual({ title, isSeries });
});

it('takes a table with series among its titles for one of films and series', async () => {
  const text = 'Titles,Year\nSalt Roads (Serie de TV),1980\nThe Kiln ,1931\nTide Tables (TV),1974\n';
  const file = textFile('x.csv', text);
  const { unrecognised } = await analyseFiles([file]);
  const guess = unrecognised[0]?.table?.guess;
  if (guess === undefined) throw new Error('no table');
  expect(guess.kind).toBe('movie');
  const { analyses } = await analyseFiles([file], { mapping: guess });
  expect(analyses[0]?.rows.map(({ title, kind }) => [title, kind])).toEqual([
    ['Salt Roads', 'series'],
    ['The Kiln', 'movie'],
    ['Tide Tables', 'movie'],
  ]);
});

it.each([
  [['Title', 'Author', 'Year Read'], ['A', 'Ann Vole', '2021'], { title: 0, creators: 1, finishedAt: 2 }],
  [['id', 'annee', 'nom'], ['7', '2016', 'A'], { title: 2, year: 1 }],
  [
    ['titulo', 'genero', 'autor', 'paginas', 'leido'],
    ['A', 'Misterio', 'Ann Vole', '417', 'si'],
    { tags: 1, length: 3 },
  ],
  [['Title', 'Artist', 'Jacket Type', 'Release'], ['A', 'Reed', 'Sleeve', '1993-11-09'], { year: 3 }],
  [['title', 'trakt_type', 'imdb_url'], ['A', 'show', 'https://www.imdb.com/title/tt0012345/'], { kind: 1, imdb: 2 }],
  [['tytul', 'rezyseria', 'rok'], ['A', 'Ann Vole', '1999'], { title: 0, creators: 1, year: 2 }],
  [['data', 'livro', 'capitulo'], ['2026-01-01', 'A', '1'], { title: 1, addedAt: 0 }],
  [['WatchListID', 'WatchListItemName', 'Rating'], ['7', 'A', '8'], { title: 1 }],
])('a table of %s', (header, row, columns) => {
  expect(guessMapping(header, [row]).columns).toMatchObject(columns);
});

it('takes the numbers of pages and of IMDb for numbers of the thing, and years that go on for a series', async () => {
  const text =
    'key,Title,Year,Director,link\ntt0012345,"Kiln, the",1999,Author Unknown,\ntt0012346,Lamps,2013 – ...,Ann Vole,\ntt0012347,Salt,2001,Bo Quill,https://www.themoviedb.org/movie/77-salt\n';
  const file = textFile('imdb.csv', text);
  const { unrecognised } = await analyseFiles([file]);
  const guess = unrecognised[0]?.table?.guess;
  if (guess === undefined) throw new Error('no table');
  const { analyses } = await analyseFiles([file], { mapping: guess });
  expect(analyses[0]?.rows).toMatchObject([
    { kind: 'movie', title: 'The Kiln', creators: [], identifiers: { imdb: 'tt0012345' } },
    { kind: 'series', creators: ['Ann Vole'], year: 2013 },
    { kind: 'movie', identifiers: { imdb: 'tt0012347', tmdb: '77' } },
  ]);
});
