import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLabelledRecords } from '../../../electron/cli/identity-check/labelled-records';
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
});
