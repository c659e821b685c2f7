import { describe, expect, it } from 'vitest';
import { readImdbDump } from '../../../../renderer/src/catalogue/building/dumps/imdb-dump';
import { type LineBatches, splitLines } from '../../../../renderer/src/catalogue/building/dumps/line-batches';
import { MostOf } from '../../../../renderer/src/catalogue/building/dumps/most-of';
import { readMusicBrainzDump } from '../../../../renderer/src/catalogue/building/dumps/musicbrainz-dump';
import { readOpenLibraryDump } from '../../../../renderer/src/catalogue/building/dumps/open-library-dump';

/** Lines in batches of two, so that a batch ends in the middle of every file. */
async function* batches(lines: readonly string[]): LineBatches {
  for (let start = 0; start < lines.length; start += 2) yield lines.slice(start, start + 2);
}
const table = (...rows: readonly (readonly string[])[]): LineBatches => batches(rows.map((cells) => cells.join('\t')));

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

describe('lines of a stream', () => {
  it.each([1, 2, 3, 7, 1000])('are whole wherever pieces of %i bytes end', async (size) => {
    const found: string[] = [];
    for await (const batch of splitLines(pieces('ä\r\nPère\u2028 noël\n\nλ', size))) found.push(...batch);
    expect(found).toEqual(['ä', 'Père\u2028 noël', '', 'λ']);
  });
});

describe('the most of a long list', () => {
  it('are those with the largest weights, the first of equals', () => {
    const most = new MostOf<string>(3);
    for (const [place, weight] of [5, 1, 9, 5, 5, 2, 7].entries())
      most.add(weight, `${String(weight)} at ${String(place)}`);
    expect(most.values()).toEqual(['9 at 2', '7 at 6', '5 at 0']);
  });
});

const RATINGS = [
  ['tconst', 'averageRating', 'numVotes'],
  ['tt0000010', '8.1', '900'],
  ['tt0000011', '7.0', '5000'],
  ['tt0000012', '9.9', '7000'],
  ['tt0000013', '6.5', '40'],
  ['tt0000014', '5.0', '800'],
];
const BASICS = [
  'tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres'.split(' '),
  ['tt0000010', 'movie', 'The Salt Road', 'Saltvejen', '0', '1999', '\\N', '101', 'Drama,War'],
  ['tt0000011', 'tvSeries', '"Quoted" Harbour', '"Quoted" Harbour', '0', '2004', '2009', '\\N', '\\N'],
  ['tt0000012', 'tvEpisode', 'Pilot', 'Pilot', '0', '2004', '\\N', '44', 'Drama'],
  ['tt0000013', 'short', 'Amber', 'Amber', '0', '\\N', '\\N', '9', 'Animation'],
  ['tt0000014', 'movie', 'Not for here', 'Not for here', '1', '2000', '\\N', '80', 'Adult'],
  ['tt0000099', 'movie', 'Never rated', 'Never rated', '0', '2000', '\\N', '80', 'Drama'],
];
const imdb = (most: number, people = false) =>
  readImdbDump(
    {
      ratings: table(...RATINGS),
      basics: table(...BASICS),
      ...(people && {
        crew: table(
          ['tconst', 'directors', 'writers'],
          ['tt0000010', 'nm0000002,nm0000001,nm0000003', '\\N'],
          ['tt0000011', '\\N', 'nm0000001'],
        ),
        names: table(
          ['nconst', 'primaryName', 'birthYear'],
          ['nm0000001', 'Ida Holm', '\\N'],
          ['nm0000002', 'Mara Quill', '1950'],
        ),
      }),
    },
    most,
  );

describe('IMDb’s files', () => {
  it('give the most rated titles, without episodes and adult ones, as rows', async () => {
    const rows = await imdb(10);
    expect(rows.map(({ title }) => title)).toEqual(['"Quoted" Harbour', 'The Salt Road', 'Amber']);
    expect(rows[1]).toMatchObject({
      id: 'tt0000010',
      kind: 'movie',
      aliases: ['Saltvejen'],
      year: 1999,
      tags: ['Drama', 'War'],
      length: 101,
      identifiers: { imdb: 'tt0000010' },
      crowd: { count: 900 },
    });
    expect(rows[1]?.crowd?.rating).toBeCloseTo(0.81);
    expect(rows[0]).toMatchObject({ kind: 'series', aliases: [], tags: [], length: null, creators: [] });
    expect(rows[2]).toMatchObject({ year: null, tags: ['Animation', 'Short'] });
  });

  it('give no more than was asked for', async () => {
    expect((await imdb(2)).map(({ title }) => title)).toEqual(['"Quoted" Harbour', 'The Salt Road']);
  });

  it('name two directors, where crew and names are there', async () => {
    const rows = await imdb(10, true);
    expect(rows.map(({ creators }) => creators)).toEqual([[], ['Mara Quill', 'Ida Holm'], []]);
  });

  it('that are others are refused by name of what they lack', async () => {
    await expect(readImdbDump({ ratings: table(['a', 'b']), basics: table(...BASICS) }, 5)).rejects.toThrow(/tconst/);
  });
});

const record = (type: string, key: string, json: object): string =>
  [`/type/${type}`, key, '3', '2026-08-31T00:00:00', JSON.stringify({ key, ...json })].join('\t');
const edition = (number: number, work: number, json: object): string =>
  record('edition', `/books/OL${String(number)}M`, { works: [{ key: `/works/OL${String(work)}W` }], ...json });

const openLibrary = (most: number) =>
  readOpenLibraryDump(
    {
      works: () =>
        batches([
          record('work', '/works/OL7W', {
            title: 'The Salt Almanac',
            authors: [{ author: { key: '/authors/OL1A' } }, { author: '/authors/OL2A' }],
            subjects: ['Fantasy fiction'],
          }),
          record('redirect', '/works/OL8W', { location: '/works/OL7W' }),
          record('work', '/works/OL9W', { title: 'Amber', first_publish_date: 'March 1931' }),
          record('work', '/works/OL30000000W', { title: 'One Edition' }),
          'a broken line',
        ]),
      authors: () =>
        batches([
          record('author', '/authors/OL1A', { name: 'Mara Quill' }),
          record('author', '/authors/OL2A', { name: 'Ida Holm' }),
          record('author', '/authors/OL3A', { name: 'Nobody here' }),
        ]),
      editions: () =>
        batches([
          edition(1, 7, { title: 'The Salt Almanac', publish_date: '1999', isbn_10: ['0306406152'] }),
          edition(2, 7, { title: 'Der Salzalmanach', publish_date: 'c1987', number_of_pages: 312 }),
          edition(3, 7, {
            title: 'SALT ALMANAC, The',
            isbn_13: ['9780306406158', '9780306406157'],
            identifiers: { goodreads: ['42'] },
          }),
          edition(4, 9, { publish_date: '1929' }),
          edition(5, 9, {}),
          edition(6, 30_000_000, {}),
          record('edition', '/books/OL9M', { title: 'without a work' }),
        ]),
    },
    most,
  );

describe('Open Library’s dumps', () => {
  it('give works with their authors, and what their editions say', async () => {
    const [salt, amber] = await openLibrary(10);
    expect(salt).toMatchObject({
      id: 'OL7W',
      kind: 'book',
      title: 'The Salt Almanac',
      aliases: ['Der Salzalmanach'],
      creators: ['Mara Quill', 'Ida Holm'],
      year: 1987,
      tags: ['Fantasy fiction'],
      length: 312,
      identifiers: { openlibraryWork: 'OL7W', isbn10: '0306406152', isbn13: '9780306406157', goodreads: '42' },
      crowd: null,
      renown: 3,
    });
    expect(amber).toMatchObject({ title: 'Amber', year: 1931, creators: [], renown: 2 });
  });

  it('give those with the most editions first, and no more than was asked for', async () => {
    expect((await openLibrary(10)).map(({ title }) => title)).toEqual(['The Salt Almanac', 'Amber', 'One Edition']);
    expect((await openLibrary(1)).map(({ title }) => title)).toEqual(['The Salt Almanac']);
  });
});

const HOLM = 'aaaaaa00-0000-4000-8000-000000000001';
const QUILL = 'bbbbbb00-0000-4000-8000-000000000002';
const VARIOUS = '89ad4ac3-39f7-470e-963a-56509c546377';
const group = (id: string, title: string, artist: string, name: string, facts: object = {}): string =>
  JSON.stringify({
    id,
    title,
    'primary-type': 'Album',
    'secondary-types': [],
    'first-release-date': '1994-03-01',
    'artist-credit': [{ name, joinphrase: '', artist: { id: artist, name } }],
    rating: { value: 5, 'votes-count': 3 },
    ...facts,
  });

describe('MusicBrainz’s JSON dumps', () => {
  it('give artists by their albums, and the albums of the most productive ones', async () => {
    const rows = await readMusicBrainzDump(
      {
        releaseGroups: () =>
          batches([
            group('11111111-0000-4000-8000-000000000001', 'First', QUILL, 'Mara Quill'),
            group('11111111-0000-4000-8000-000000000002', 'Second', QUILL, 'M. Quill', { 'first-release-date': '' }),
            group('11111111-0000-4000-8000-000000000003', 'A Single', QUILL, 'Mara Quill', {
              'primary-type': 'Single',
            }),
            group('11111111-0000-4000-8000-000000000004', 'Best Of', HOLM, 'Ida Holm', {
              'secondary-types': ['Compilation'],
            }),
            group('11111111-0000-4000-8000-000000000005', 'Only', HOLM, 'Ida Holm'),
            group('11111111-0000-4000-8000-000000000006', 'Hits', VARIOUS, 'Various Artists'),
            '{ broken',
          ]),
        artists: () =>
          batches([
            JSON.stringify({ id: HOLM, name: 'Ida Holm', aliases: [{ name: 'Ида Хольм' }] }),
            JSON.stringify({ id: QUILL, name: 'Mara Quill', aliases: [] }),
            JSON.stringify({ id: VARIOUS, name: 'Various Artists' }),
            JSON.stringify({ id: 'cccccc00-0000-4000-8000-000000000003', name: 'No Album' }),
          ]),
      },
      10,
    );
    expect(rows.map(({ kind, title, creators, year, renown }) => [kind, title, creators, year, renown])).toEqual([
      ['music artist', 'Mara Quill', [], null, 3],
      ['music artist', 'Ida Holm', [], null, 1],
      ['album', 'First', ['Mara Quill'], 1994, 3],
      ['album', 'Second', ['M. Quill'], null, 3],
      ['album', 'Only', ['Ida Holm'], 1994, 1],
    ]);
    expect(rows[1]).toMatchObject({
      aliases: ['Ида Хольм'],
      identifiers: { musicbrainz: HOLM },
      crowd: null,
      tags: [],
    });
  });
});
