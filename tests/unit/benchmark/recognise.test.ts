import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import { openCatalogue } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { checkedThing } from '../../benchmark/recognise/checked-ids';
import { drawn } from '../../benchmark/recognise/drawn';
import { readThings } from '../../benchmark/recognise/export-things';
import { described } from '../../benchmark/recognise/named-thing';
import { droppedSources } from '../../benchmark/recognise/dropped-sources';
import { recogniseFile, rowOf } from '../../benchmark/recognise/recognition';
import { checkText, jsonRows, tableText, unknownText } from '../../benchmark/recognise/recognition-text';
import { writingOf } from '../../benchmark/recognise/writing';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const folder = mkdtempSync(join(tmpdir(), 'recognise-'));
const fileOf = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
/** Kind, title and what else tells the things of a file apart. */
const told = async (name: string, content: string | Uint8Array): Promise<unknown> =>
  (await readThings(fileOf(name, content))).map(({ file, things }) => [
    file,
    things.map((thing) => [
      thing.map(({ kind }) => kind).join('|'),
      thing[0].title,
      thing[0].identifiers ?? {},
      thing[0].creators[0] ?? thing[0].year,
    ]),
  ]);

describe('things of an export', () => {
  it('are read by the app’s importers', async () => {
    const csv =
      'Const,Your Rating,Title,URL,Title Type,Year,Directors\ntt0000041,8,Ferry,https://x,Movie,1999,Ada Quill\n';
    expect(await told('imdb.csv', csv)).toEqual([
      ['imdb.csv', [['movie', 'Ferry', { imdb: 'tt0000041' }, 'Ada Quill']]],
    ]);
  });

  it('are read from a table of no known export by the mapping the app would propose', async () => {
    const csv = 'Title,Authors,ISBN/UID,Star Rating\nSalt Almanac,Ada Quill,9780306406157,4\n';
    expect(await told('table.csv', csv)).toEqual([
      ['table.csv', [['book', 'Salt Almanac', { isbn13: '9780306406157' }, 'Ada Quill']]],
    ]);
  });

  it('are a film or a series once in a viewing history of Netflix', async () => {
    const csv =
      'Title,Date\n"Ferry","10/21/20"\n"Salt: Season 1: Storm","10/21/20"\n"Salt: Season 2: Calm","29/05/2021"\n';
    expect(await told('netflix.csv', csv)).toEqual([
      [
        'netflix.csv',
        [
          ['movie|series|anime', 'Ferry', {}, null],
          ['series|anime', 'Salt', {}, null],
        ],
      ],
    ]);
    const [first] = await readThings(join(folder, 'netflix.csv'));
    expect(first?.things.map(([thing]) => thing.knownBy)).toEqual([2020, 2020]);
  });

  it('are read from a packed list of MyAnimeList', async () => {
    const xml =
      '<?xml version="1.0"?>\n<myanimelist>\n<anime>\n<series_animedb_id>7</series_animedb_id>\n' +
      '<series_title><![CDATA[Yuki & Kaze]]></series_title>\n</anime>\n</myanimelist>';
    expect(await told('list.xml.gz', gzipSync(xml))).toEqual([
      ['list.xml.gz', [['anime', 'Yuki & Kaze', { mal: '7' }, null]]],
    ]);
  });

  it('are read from a collection of BoardGameGeek', async () => {
    const csv = 'objectname,objectid,yearpublished,originalname\nFähre,12,2004,Ferry\n';
    expect(await told('bgg.csv', csv)).toEqual([['bgg.csv', [['board game', 'Fähre', { bgg: '12' }, 2004]]]]);
  });

  it('are numbers in an answer of Steam', async () => {
    expect(await told('steam.json', '{"response":{"games":[{"appid":440},{"appid":440}]}}')).toEqual([
      ['steam.json', [['game', '440', { steam: '440' }, null]]],
    ]);
  });

  it.each([
    [
      'library.json',
      '{"tracks":[{"artist":"Ida","album":"Salt","track":"Storm"},{"artist":"Ida","album":"","track":"Calm"}]}',
    ],
    ['plays.csv', 'artist,album,track,uts\nIda,Salt,Storm,1\nIda,,Calm,2\n'],
  ])('are artists, albums and songs in %s', async (name, content) => {
    expect(await told(name, content)).toEqual([
      [`${name}: artists`, [['music artist', 'Ida', {}, null]]],
      [`${name}: albums`, [['album', 'Salt', {}, 'Ida']]],
      [
        `${name}: songs`,
        [
          ['track', 'Storm', {}, 'Ida'],
          ['track', 'Calm', {}, 'Ida'],
        ],
      ],
    ]);
  });

  it('are read from the items of a benchmark pack', async () => {
    const line =
      '{"id":"gr:1","kind":"book","title":"Salt","creators":["Ada Quill"],"year":1999,"tags":[],"crowd":null}';
    expect(await told('items.jsonl.gz', gzipSync(`${line}\n`))).toEqual([
      ['items.jsonl.gz', [['book', 'Salt', {}, 'Ada Quill']]],
    ]);
  });

  it('are refused for a file without any', async () => {
    await expect(readThings(fileOf('page.html', '<html></html>'))).rejects.toThrow(/page\.html: a web page/);
  });
});

const catalogue = new Catalogue([
  openCatalogue(
    packCatalogue([
      catalogueEntry({ title: 'Ferry', year: 1999, creators: ['Ada Quill'], identifiers: { imdb: 'tt41' } }),
      catalogueEntry({ title: 'Harbour', year: 2001, identifiers: { imdb: 'tt42' } }),
      catalogueEntry({ title: 'Storm', year: 2002 }),
      catalogueEntry({ title: 'Storm: The Film', year: 2002, identifiers: { imdb: 'tt43' } }),
      catalogueEntry({ kind: 'series', title: 'Salt', year: 2010 }),
    ]),
  ),
]);

describe('recognition', () => {
  const things = [
    [described('movie', { title: 'Ferry', year: 1999 })],
    [described('movie', { title: 'Salt: Season 1' })],
    [described('movie', { title: 'Elsewhere', creators: ['Ada Quill'] })],
    [described('movie', { title: 'Known' })],
    [described('movie', { title: 'Nothing' }), described('series', { title: 'Salt' })],
    [described('movie', { title: 'Nothing' })],
  ] as const;
  const found = recogniseFile({ file: 'f', things }, catalogue, ({ title }) => title === 'Known');
  const row = rowOf('f.csv', found);

  it('counts each thing once, by what is best', () => {
    expect(row).toMatchObject({ things: 6, recognised: 4, known: 1, listed: 3, part: 1, authorOnly: 1, doubtful: 0 });
    expect(row.by).toEqual({ id: 0, 'title-year': 1, alias: 0, 'title-creator': 0, title: 1 });
  });

  it('is written as JSON with the counts alone', () => {
    expect(jsonRows([row])).toEqual([{ file: 'f.csv', things: 6, recognised: 4, known: 1, authorOnly: 1 }]);
  });

  it('is written as a table, and what is unknown as a list', () => {
    expect(tableText([row]).split('\n')[1]).toMatch(/^f\.csv +6 +67 % +17 % +50 %/);
    expect(unknownText('f.csv', found).split('\n').slice(1)).toEqual([
      'f.csv: 2 not recognised',
      '  movie · Elsewhere · Ada Quill  (author known)',
      '  movie · Nothing',
    ]);
  });
});

describe('a thing checked by its hidden ids', () => {
  const checked = (title: string, year: number, imdb: string, hidden: 'ids' | 'all but the title' = 'ids') =>
    checkedThing('f', described('movie', { title, year, identifiers: { imdb } }), catalogue, hidden)?.verdict;

  it.each([
    ['right where they agree', 'Ferry', 1999, 'tt0041', 'right'],
    ['wrong where they do not', 'Ferry', 1999, 'tt0042', 'wrong'],
    ['wrong where they name another entry', 'Storm', 2002, 'tt0042', 'wrong'],
    ['twice where they name another entry that may be the same', 'Storm', 2002, 'tt0043', 'twice'],
    ['nothing where no entry bears them', 'Storm', 2002, 'tt0099', undefined],
    ['nothing where it is not recognised', 'Calm', 2002, 'tt0041', undefined],
  ])('is %s', (_what, title, year, imdb, verdict) => {
    expect(checked(title, year, imdb)).toBe(verdict);
  });

  it('is recognised by its title where all else is hidden', () => {
    expect(checked('Ferry', 1950, 'tt0042')).toBeUndefined();
    expect(checked('Ferry', 1950, 'tt0042', 'all but the title')).toBe('wrong');
    expect(checked('Storm', 1950, 'tt0099', 'all but the title')).toBe('wrong');
    expect(checked('Storm', 2002, 'tt0099', 'all but the title')).toBe('right');
  });

  it('is counted', () => {
    const one = checkedThing(
      'f',
      described('movie', { title: 'Ferry', year: 1999, identifiers: { imdb: 'tt42' } }),
      catalogue,
      'ids',
    );
    expect(checkText('Checked', one === null ? [] : [one], [])).toContain(
      'of 0, 0 are others by what was hidden (0.00 %) and 0 stand twice in the catalogue; of all 1, 1 are others',
    );
  });
});

it('draws the same things at random each time', () => {
  const all = Array.from({ length: 50 }, (_unused, place) => place);
  const some = drawn(all, 10);
  expect(some).toEqual(drawn(all, 10));
  expect(new Set(some).size).toBe(10);
  expect(some).not.toEqual(all.slice(0, 10));
});

it('merges sources that a person dropped', async () => {
  const dropped = mkdtempSync(join(tmpdir(), 'dropped-'));
  for (const [name, line] of [
    ['one', '{"id":"1","kind":"movie","title":"Calm","year":2003}'],
    ['two', '{"id":"x","kind":"movie","title":"Calm","year":2003,"ids":{"imdb":"tt77"}}'],
  ] as const) {
    mkdirSync(join(dropped, name));
    writeFileSync(join(dropped, name, 'items.jsonl.gz'), gzipSync(`${line}\n`));
  }
  const part = await droppedSources(dropped);
  expect(part.size).toBe(1);
  expect(part.identifiersOf(0)).toEqual({ imdb: 'tt77' });
  await expect(droppedSources(folder)).rejects.toThrow(/No folder/);
});

it.each([
  ['Залив', 'Cyrillic'],
  ['Λιμάνι', 'Greek'],
  ['بندر', 'Arabic letters (Persian)'],
  ['港の夜', 'Chinese, Japanese, Korean'],
  ['Tuz Limanı', 'Turkish'],
  ['Måske en sø', 'Danish, Norwegian'],
  ['São Sal', 'other letters with marks'],
  ['Salt Harbour', null],
])('sees how %s is written', (title, writing) => {
  expect(writingOf(title)).toBe(writing);
});
