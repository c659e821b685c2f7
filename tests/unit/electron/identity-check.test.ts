import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allTogether, readCatalogueSource, sourcesBelow } from '../../../electron/cli/identity-check/catalogue-things';
import { readLabelledRecords } from '../../../electron/cli/identity-check/labelled-records';
import { countBridged, measureBetween } from '../../../electron/cli/identity-check/measure-between';
import { measureIdentity } from '../../../electron/cli/identity-check/measure-identity';
import { temporaryFolder } from './temporary-folder';

const GOODREADS =
  'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies';
const book = (id: string, title: string, author: string, average: string, isbn13 = ''): string =>
  `${id},${title},${author},,,,${isbn13},4,${average},Fen,Paperback,300,2001,2001,2025/06/07,2024/01/02,,,read,,,,1,0`;
const IMDB =
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors';
const film = (id: string, title: string, year: string, director: string): string =>
  `${id},8,2025-03-15,${title},${title},,Movie,7.1,90,${year},Drama,561,,${director}`;
const mal = (...titles: readonly string[]): string =>
  `<myanimelist>${titles.map((title, index) => `<anime><series_animedb_id>${String(index + 1)}</series_animedb_id>\n<series_title><![CDATA[${title}]]></series_title></anime>`).join('')}</myanimelist>`;

/** Two people's exports of three services, an export of another service, and a picture. */
function exportsOfTwo(): string {
  const folder = temporaryFolder();
  const put = (name: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, name), content);
  };
  mkdirSync(join(folder, 'second'));
  put(
    'goodreads.csv',
    [
      GOODREADS,
      book('1', 'Reed', 'Ann Vole', '3.90'),
      book('2', 'Sedge', 'Ann Vole', '3.50'),
      book('3', 'Poems', 'Bo Quill', '4.00'),
    ].join('\n'),
  );
  put(
    'second/books.csv',
    [
      GOODREADS,
      book('1', 'Reed: A Novel', '"Vole, Ann"', '3.91'),
      book('9', 'Sedge', 'A. Vole', '3.51', '9780306406157'),
      book('4', 'Reed', 'Ann Vole', '2.10'),
    ].join('\n'),
  );
  put(
    'imdb.csv',
    [IMDB, film('tt0000011', 'Harbour', '2018', 'Ann Vole'), film('tt0000012', 'Meadow', '2003', 'Bo Quill')].join(
      '\n',
    ),
  );
  put(
    'second/films.csv',
    [
      IMDB,
      film('tt0000011', 'Harbour', '2019', 'Ann Vole'),
      film('tt0000012', 'Wiese', '2003', 'B. Kielfeder'),
      film('tt0000013', 'Meadow', '2003', 'Cy Marsh'),
    ].join('\n'),
  );
  put('anime.xml.gz', gzipSync(mal('Fen', 'Moor')));
  put('second/anime.xml', mal('Fen', 'Moor!'));
  put('letterboxd.csv', 'Date,Name,Year,Letterboxd URI,Rating\n2021-02-03,Harbour,2018,https://boxd.it/a1,4');
  put('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  return folder;
}

describe('the identity check', () => {
  it('reads every row whose id is known, and hides all ids', async () => {
    const records = await readLabelledRecords(exportsOfTwo());
    expect(records).toHaveLength(15);
    for (const { thing } of records) expect(thing.identifiers).toBeUndefined();
    expect(records.find(({ id }) => id === '9')).toMatchObject({
      service: 'goodreads',
      isbn: '9780306406157',
      crowd: { rating: 0.702 },
    });
    expect(new Set(records.map(({ service }) => service))).toEqual(new Set(['goodreads', 'imdb', 'mal']));
  });

  it('counts what is recognised, missed, wrong, and what may be editions', async () => {
    const { kinds, missed, wrong } = measureIdentity(await readLabelledRecords(exportsOfTwo()));
    const of = (kind: string) => kinds.find((found) => found.kind === kind);
    expect(of('films')).toMatchObject({ sameId: { same: 1, different: 1, doubtful: 0 }, recall: 0.5, precision: 1 });
    expect(of('anime')).toMatchObject({ sameId: { same: 1, doubtful: 1 }, recall: 0.5 });
    // Reed is taken for Reed of another number, whose average says that it is another work; Sedge has two editions.
    expect(of('books')).toMatchObject({ sameId: { same: 1 }, otherId: { editions: 1 }, recall: 1 });
    expect(of('books')?.otherId.wrong).toBeGreaterThan(0);
    expect(missed.map(({ left, right }) => [left.thing.title, right.thing.title].sort().join()).sort()).toEqual([
      'Meadow,Wiese',
      'Moor,Moor!',
    ]);
    for (const { left, right } of wrong) expect([left.id, right.id].sort()).toEqual(['1', '4']);
  });

  it('does not count two numbers whose rows are equal in every word that is shown', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'anime.xml'), mal('Fen', 'Fen', 'Moor'));
    const { kinds, wrong, alike } = measureIdentity(await readLabelledRecords(folder));
    expect(kinds[0]).toMatchObject({ kind: 'anime', otherId: { wrong: 0, alike: 1 }, precision: null });
    expect(wrong).toEqual([]);
    expect(alike.map(({ left, right }) => [left.id, right.id])).toEqual([['anime 1', 'anime 2']]);
  });
});

/** A source in the form that `build-catalogue` reads. */
function putSource(folder: string, name: string, rows: readonly object[]): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'items.jsonl.gz'), gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
}
const sourceFilm = (id: string, title: string, year: number, more: object = {}): object => ({
  id,
  kind: 'movie',
  title,
  year,
  ids: { imdb: id },
  ...more,
});

describe('between sources', () => {
  const sources = (): string => {
    const folder = temporaryFolder();
    putSource(folder, 'films', [
      sourceFilm('tt0000011', 'The Harbour', 2018, { aliases: ['El puerto'] }),
      sourceFilm('tt0000012', 'Other Words', 2003),
      sourceFilm('tt0000099', 'Meadow', 2003),
      { id: 'x', kind: 'movie', title: 'Without a number', year: 2003 },
    ]);
    putSource(folder, 'translated', [sourceFilm('tt12', 'Wiese', 2003)]);
    putSource(folder, 'books', [
      {
        id: '1',
        kind: 'book',
        title: 'Reed',
        creators: ['Ann Vole'],
        ids: { goodreads: '1' },
        crowd: { rating: 0.725, count: 9 },
      },
      {
        id: '2',
        kind: 'book',
        title: 'Sedge',
        creators: ['Ann Vole'],
        ids: { goodreads: '77' },
        crowd: { rating: 0.625, count: 9 },
      },
    ]);
    mkdirSync(join(folder, 'notes'));
    return folder;
  };
  const read = async (folder: string) =>
    (await Promise.all(sourcesBelow(folder).map(async (name) => await readCatalogueSource(folder, name)))).flat();

  it('reads every folder with rows, and hides their ids', async () => {
    const found = await read(sources());
    expect(found.map(({ name, service, things }) => [name, service, things.length])).toEqual([
      ['books', 'goodreads', 2],
      ['films', 'imdb', 3],
      ['translated', 'imdb', 1],
    ]);
    expect(found.flatMap(({ things }) => things.filter(({ identifiers }) => identifiers !== undefined))).toEqual([]);
  });

  it('counts rows that are recognised by a title or another title, missed, wrong, and editions', async () => {
    const records = await readLabelledRecords(exportsOfTwo());
    const found = (await read(sources())).map((source) => measureBetween(records, source));
    const of = (name: string) => found.flatMap(({ measures }) => measures).find(({ source }) => source === name);
    // Harbour of both exports by its year; Meadow is taken for another Meadow, Wiese not recognised.
    expect(of('films')).toMatchObject({ known: { right: 2, doubtful: 0, missed: 2 }, wrong: 2 });
    expect(of('films')).toMatchObject({ precision: 0.5, recall: 0.5 });
    expect(of('translated')).toMatchObject({ known: { right: 1, missed: 1 }, wrong: 0 });
    // Sedge has the average of another number, so these are editions.
    expect(of('books')).toMatchObject({ known: { right: 2 }, wrong: 1, editions: 2 });
    expect(
      found.flatMap(({ missed }) => missed.map(({ row, thing }) => [row.thing.title, thing.title])),
    ).toContainEqual(['Wiese', 'Other Words']);
  });

  it('all sources together know a thing by the titles of each', async () => {
    const records = await readLabelledRecords(exportsOfTwo());
    const together = allTogether(await read(sources()));
    const films = together.find(({ service }) => service === 'imdb');
    expect(films?.things).toHaveLength(3);
    expect(films?.things.find(({ label }) => label.id === 'tt12')?.twins?.same.map(({ title }) => title)).toEqual([
      'Wiese',
    ]);
    expect(films === undefined ? [] : measureBetween(records, films).measures).toMatchObject([{ known: { right: 3 } }]);
  });

  it('two rows of one number are bridged where the sources know both titles', async () => {
    const folder = sources();
    putSource(folder, 'more', [sourceFilm('tt12', 'Meadow', 2003, { creators: ['Bo Quill'] })]);
    const { missed } = measureIdentity(await readLabelledRecords(exportsOfTwo()));
    expect(countBridged(missed, allTogether(await read(sources())))).toEqual(new Map());
    expect(countBridged(missed, allTogether(await read(folder)))).toEqual(new Map([['films', 1]]));
  });
});
