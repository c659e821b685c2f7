import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import type { ImportAnalysis, ImportedRow } from '../../../renderer/src/domain/imported-row';
import { splitTitle } from '../../../renderer/src/importing/sources/goodreads-title';
import { kindOfTitleType, normaliseGenre } from '../../../renderer/src/importing/sources/imdb-words';
import {
  bytesFile,
  exportFile,
  fixtureText,
  latin1File,
  letterboxdMembers,
  textFile,
  zipOf,
} from '../../fixtures/exports/files';
import { blankRow } from '../../../renderer/src/importing/source';

async function analysisOf(...files: readonly ExportFile[]): Promise<ImportAnalysis> {
  const [analysis] = (await analyseFiles(files)).analyses;
  if (analysis === undefined) throw new Error('nothing was recognised');
  return analysis;
}

function rowNamed({ rows }: ImportAnalysis, title: string): ImportedRow {
  const row = rows.find((candidate) => candidate.title === title);
  if (row === undefined)
    throw new Error(`no row "${title}" among ${rows.map((candidate) => candidate.title).join(', ')}`);
  return row;
}

describe('Goodreads', () => {
  it('tells which cells it could not read', async () => {
    const header = fixtureText('goodreads-24-columns.csv').split('\n')[0] ?? '';
    const line = (id: number, rating: string, read = ''): string =>
      `${String(id)},Book ${String(id)},Ann Vole,"Vole, Ann",,,,${rating},3.9,Fen,Paperback,300,2001,2001,${read},2024/01/02,,,read,,,,1,0`;
    const lines = [line(1, '3'), line(2, '4/5', '2021-02-30'), line(3, 'great'), line(4, '0')];
    const analysis = await analysisOf(textFile('g.csv', [header, ...lines].join('\n')));
    expect(analysis.rows.map(({ ownRating }) => ownRating)).toEqual([0.6, 0.8, null, null]);
    expect(analysis.unreadCells).toMatchObject([
      { column: 'Date Read', count: 1, examples: [{ line: 3, cell: '2021-02-30' }] },
      { column: 'My Rating', count: 1, examples: [{ line: 4, cell: 'great' }] },
    ]);
  });

  it('reads every field of a row and merges another edition into it', async () => {
    const row = rowNamed(await analysisOf(exportFile('goodreads-24-columns.csv')), 'The Glass Harbour');
    expect(row).toEqual({
      ...blankRow('goodreads-24-columns.csv', 2, 'book', 'The Glass Harbour'),
      creators: ['Mara Ellison', 'Petr Novák'],
      year: 2008,
      length: 320,
      shelves: ['sea-stories', 'favourites', 'audio'],
      series: { name: 'Tide Cycle', position: 1 },
      crowd: { rating: 0.842, count: null },
      identifiers: { goodreads: '101', isbn13: '9780306406157', isbn10: '0306406152' },
      url: 'https://www.goodreads.com/book/show/101',
      ownRating: 1,
      ratedAt: null,
      liked: false,
      status: 'finished',
      finishedAt: Date.UTC(2021, 2, 4),
      finishedDates: [Date.UTC(2018, 6, 1), Date.UTC(2021, 2, 4)],
      otherRatings: [{ rating: 0.6, at: Date.UTC(2018, 6, 1) }],
      addedAt: Date.UTC(2018, 5, 1),
      note: 'Read it twice.\nThen a third time & cried.',
      privateNote: 'kept from Ana',
    });
  });

  it('keeps odd authors, old years and plain brackets', async () => {
    const analysis = await analysisOf(exportFile('goodreads-24-columns.csv'));
    expect(rowNamed(analysis, 'The Odyssey of Nobody')).toMatchObject({
      year: -700,
      identifiers: { goodreads: '103', isbn10: '080442957X' },
    });
    expect(rowNamed(analysis, 'Counting Rivers (A Field Guide to Patience)')).toMatchObject({
      creators: ['Ada Quill, Jr.'],
      status: 'abandoned',
      tags: [],
      shelves: [],
      crowd: null,
      ownRating: null,
    });
    expect(analysis.skipped).toMatchObject([
      {
        file: 'goodreads-24-columns.csv',
        line: 7,
        reason: 'no title',
        excerpt: expect.stringContaining('Nobody Known') as string,
      },
    ]);
  });

  it('has no crowd where the export has none, and keeps a shelf named for a genre as a tag', async () => {
    expect((await analysisOf(exportFile('goodreads-23-columns.csv'))).rows).toMatchObject([
      { title: 'Salt Roads', crowd: null, series: { name: 'Caravan', position: 1 }, ownRating: 0.8 },
      { title: 'Lanterns of Ombra', status: 'none', tags: ['cookbooks'], shelves: [] },
    ]);
  });

  it('takes no number of pages from what is listened to, nor one too small to be one', async () => {
    const header = 'Book Id,Title,Author,My Rating,Binding,Number of Pages,Exclusive Shelf,Date Added';
    const books = [
      ['Paperback', '320'],
      ['Audible Audio', '12'],
      ['Audiobook', '352'],
      ['Audio CD', '447'],
      ['MP3 CD', '300'],
      ['Kindle Edition', '6'],
      ['Hardcover', '0'],
      ['', '25'],
      ['Board Book', ''],
      ['ebook', 'many'],
    ];
    const { rows } = await analysisOf(
      textFile(
        'g.csv',
        [
          header,
          ...books.map(
            ([binding = '', pages = ''], index) => `${index + 1},Book ${index},A,4,${binding},${pages},read,2020/01/01`,
          ),
        ].join('\n'),
      ),
    );
    expect(rows.map(({ length }) => length)).toEqual([320, null, null, null, null, null, null, 25, null, null]);
  });

  it('understands a file that a spreadsheet saved with semicolons and without its header', async () => {
    const analysis = await analysisOf(exportFile('goodreads-no-header.csv'));
    expect(analysis.rows).toMatchObject([
      { title: 'Winter Ledger', line: 1, crowd: { rating: 0.75 }, identifiers: { isbn13: '9780306406157' } },
      { title: 'The Ninth Bell', series: { name: 'Bells', position: 9 } },
    ]);
    expect(analysis.warnings.join()).toContain('no header row');
  });

  it.each([
    ['Name (Series, #3)', 'Name', 'Series', 3],
    ['Name (Series #3)', 'Name', 'Series', 3],
    ['Name (Series, #0.5)', 'Name', 'Series', 0.5],
    ['Name (A, #0.5, #0.7, #1.5)', 'Name', 'A', 0.5],
    ['Name (A, #1; B, #4)', 'Name', 'A', 1],
    ['Name (A (old), #2)', 'Name', 'A (old)', 2],
    ['Name (A, #4, Part 2)', 'Name, Part 2', 'A', 4],
    ['Name (Big Blue Series)', 'Name', 'Big Blue Series', null],
    ['Name (Saga book 2)', 'Name', 'Saga', 2],
    ['Name (New Saga - Book 1)', 'Name', 'New Saga', 1],
    ['Name (Series, #1) (Russian Edition)', 'Name', 'Series', 1],
    ['Том (Сага, 4)', 'Том', 'Сага', 4],
  ])('splits %s', (full, title, name, position) => {
    expect(splitTitle(full)).toEqual({ title, series: { name, position } });
  });

  it.each([
    'Name (and Others)',
    '(#3)',
    'Name (#3)',
    'Paris (France, 1924)',
    'Smile :)',
    '(Parentheses)',
    'Poems (Volume 2)',
  ])('leaves %s', (full) => {
    expect(splitTitle(full)).toEqual({ title: full, series: null });
  });
});

describe('Letterboxd', () => {
  it('joins what several files say of one film', async () => {
    const row = rowNamed(await analysisOf(zipOf('z.zip', letterboxdMembers())), 'Amber Station');
    expect(row).toMatchObject({
      kind: 'movie',
      year: 2003,
      ownRating: 0.9,
      ratedAt: Date.UTC(2021, 1, 1),
      finishedAt: Date.UTC(2022, 4, 31),
      addedAt: Date.UTC(2021, 0, 1),
      liked: true,
      status: 'finished',
      identifiers: { letterboxd: 'aaa1' },
      url: 'https://boxd.it/aaa1',
      note: 'Slow, then not.\n\nI’d wait for the “train” again 🚂',
    });
    expect([row.tags, row.shelves]).toEqual([[], ['cinema', 'with ana', 'rewatch', 'Trains at night']]);
  });

  it('keeps films apart that share a name, and never reads what was deleted or is personal', async () => {
    const analysis = await analysisOf(zipOf('z.zip', letterboxdMembers()));
    expect(
      analysis.rows.filter(({ title }) => title === 'Rain, Rain').map(({ year, status }) => [year, status]),
    ).toEqual([
      [1988, 'finished'],
      [2020, 'wanted'],
    ]);
    expect(rowNamed(analysis, 'Last Carriage')).toMatchObject({
      line: 8,
      note: 'the one\nwith the dog',
      status: 'none',
    });
    expect(analysis.ignoredFiles.map(({ file }) => file.replace('z.zip/', '')).sort()).toEqual([
      'comments.csv',
      'deleted/diary.csv',
      'likes/reviews.csv',
      'orphaned/diary.csv',
      'profile.csv',
    ]);
    expect(JSON.stringify(analysis)).not.toContain('example.org');
    expect(JSON.stringify(analysis)).not.toContain('Thrown Away');
  });

  it('says so where nothing tells watched films from wanted ones', async () => {
    const bytes = letterboxdMembers()['watched.csv'] ?? new Uint8Array();
    const analysis = await analysisOf(bytesFile('download.csv', bytes));
    expect(analysis.rows.every(({ status }) => status === 'none')).toBe(true);
    expect(analysis.warnings.join()).toContain('watched or are wanted');
  });

  it('refuses a profile on its own without showing it', async () => {
    const result = await analyseFiles([
      bytesFile('profile.csv', letterboxdMembers()['profile.csv'] ?? new Uint8Array()),
    ]);
    expect(result).toEqual({
      analyses: [],
      unrecognised: [{ file: 'profile.csv', reason: 'a profile with personal data; never read' }],
    });
  });
});

describe('IMDb', () => {
  it('reads the layout of 2013–2017', async () => {
    const analysis = await analysisOf(exportFile('imdb-2017-ratings.csv'));
    expect(rowNamed(analysis, 'The Quiet Engine')).toMatchObject({
      kind: 'movie',
      creators: ['Ola Berg', 'Ines Mota'],
      tags: ['Drama', 'Sci-Fi', 'Film-Noir'],
      crowd: { rating: 0.74, count: 12345 },
      ownRating: 0.8,
      ratedAt: Date.UTC(2016, 8, 7),
      identifiers: { imdb: 'tt9900001' },
      url: 'https://www.imdb.com/title/tt9900001/',
      year: 2009,
    });
    expect(analysis.rows.map(({ kind }) => kind)).toEqual(['movie', 'series', 'game']);
  });

  it.each([
    ['imdb-2017-ratings.csv', [101, 50, null]],
    ['imdb-2022-watchlist.csv', [121, 300]],
    ['imdb-2025-list.csv', [88, 240]],
    ['imdb-2025-ratings-italian.csv', [101, 50, 50, 9]],
    ['imdb-2019-ratings-latin1.csv', [99, 45, 45]],
  ])('reads the running times of %s', async (name, lengths) => {
    const file = name.includes('latin1') ? latin1File(name, fixtureText(name)) : exportFile(name);
    expect((await analysisOf(file)).rows.map(({ length }) => length)).toEqual(lengths);
  });

  it('reads Latin-1 and keeps episodes of one name apart', async () => {
    const analysis = await analysisOf(latin1File('r.csv', fixtureText('imdb-2019-ratings-latin1.csv')));
    expect(rowNamed(analysis, 'Le Café bleu').creators).toEqual(['Zoé Bégin']);
    expect(analysis.rows.filter(({ title, kind }) => title === 'Pilot' && kind === 'episode')).toHaveLength(2);
    expect(analysis.warnings.join()).toContain('Windows-1252');
  });

  it('leads with the original title where the account is not English', async () => {
    const analysis = await analysisOf(exportFile('imdb-2025-ratings-italian.csv'));
    expect(analysis.rows.map(({ title, originalTitle, kind, tags }) => [title, originalTitle, kind, tags])).toEqual([
      ['The Quiet Machine', 'Il motore quieto', 'movie', ['Sci-Fi', 'Action']],
      ['Harbour Guard', 'Guardia del porto', 'series', ['Crime']],
      ['First Day', 'Primo giorno', 'episode', ['Drama']],
      ['Flash', 'Lampo', 'movie', ['Short', 'Comedy']],
    ]);
  });

  it('keeps the shown title of an English account, the note of a list and what is not yet rated', async () => {
    expect((await analysisOf(exportFile('imdb-2025-list.csv'))).rows).toMatchObject([
      {
        title: 'Seven Kites',
        originalTitle: 'Sieben Drachen',
        note: 'said "see it"',
        ownRating: 0.7,
        ratedAt: Date.UTC(2025, 1, 3),
        status: 'finished',
      },
      { title: 'Thaw', kind: 'series', ownRating: null, ratedAt: null, status: 'wanted' },
    ]);
  });

  it.each([
    ['tvEpisode', 'episode'],
    ['Episodio TV', 'episode'],
    ['Épisode TV', 'episode'],
    ['Podcast Episode', 'episode'],
    ['podcastSeries', 'podcast'],
    ['Serie TV', 'series'],
    ['Mini serie TV', 'series'],
    ['TV-Serie', 'series'],
    ['Série de TV', 'series'],
    ['Speciale TV', 'movie'],
    ['tvMovie', 'movie'],
    ['Corto', 'movie'],
    ['videoGame', 'game'],
    ['Videospiel', 'game'],
    ['Фильм', 'movie'],
    ['映画', 'movie'],
    ['エピソード', 'episode'],
    ['qwxz', null],
  ])('type %s is %s', (type, kind) => {
    expect(kindOfTitleType(type)).toBe(kind);
  });

  it.each([
    ['sci_fi', 'Sci-Fi'],
    ['film_noir', 'Film-Noir'],
    ['Fantascienza', 'Sci-Fi'],
    ['Komödie', 'Comedy'],
    ['Ciencia ficción', 'Sci-Fi'],
    ['Krieg', 'War'],
    ['Something_new', 'Something new'],
  ])('genre %s is %s', (genre, normal) => {
    expect(normaliseGenre(genre)).toBe(normal);
  });
});

it('skips the header met again and rows a spreadsheet left empty', async () => {
  const [header = '', first = ''] = fixtureText('goodreads-23-columns.csv').split('\n');
  const analysis = await analysisOf(textFile('joined.csv', [header, first, ',,,,', header, first].join('\n')));
  expect(analysis.skipped.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'empty row'],
    [4, 'the header again'],
  ]);
  expect(analysis).toMatchObject({ rowCount: 4, mergedCount: 1 });
});
