import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FILE_OF_TERMS, writeCatalogueFiles } from '../../electron/cli/catalogue/catalogue-files';
import { readDumps } from '../../electron/cli/catalogue/dump-folders';
import { readSourceFolders } from '../../electron/cli/catalogue/source-folders';
import { joinedGoodbooks, readTrainingSets } from '../../electron/cli/catalogue/training-sets';
import { buildEntries } from '../../renderer/src/catalogue/building/build-entries';
import { TAG_NAMES } from '../../renderer/src/catalogue/building/vocabulary/tag-vocabulary';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { readCatalogue } from '../../renderer/src/catalogue/catalogue-reader';
import { MANIFEST_FILE, parseCatalogueManifest } from '../../renderer/src/catalogue/catalogue-manifest';
import { CATALOGUE_SCHEMA_VERSION } from '../../renderer/src/catalogue/format/columns';
import { temporaryFolder } from '../unit/electron/temporary-folder';

const SHIPPED = join(import.meta.dirname, '../../models/catalogue');
/** Of the shipped files together; the bound. */
const MAX_BYTES = 12e6;
const OPEN_LICENCES = ['MIT', 'BSD-2-Clause', 'CC0-1.0', 'CC-BY-4.0'];

describe('the shipped catalogue', () => {
  const manifest = parseCatalogueManifest(readFileSync(join(SHIPPED, MANIFEST_FILE), 'utf8'));
  const notice = readFileSync(join(SHIPPED, 'NOTICE.md'), 'utf8');

  it('holds the files that its manifest names, byte for byte, and nothing else', () => {
    expect(manifest.schemaVersion).toBe(CATALOGUE_SCHEMA_VERSION);
    expect(readdirSync(SHIPPED).toSorted()).toEqual(
      [...Object.keys(manifest.files), MANIFEST_FILE, 'NOTICE.md'].toSorted(),
    );
    for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
      const file = readFileSync(join(SHIPPED, name));
      expect(file.length).toBe(bytes);
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    }
  });

  it('is read by the program, and knows well-known things with their facts', () => {
    const parts = Object.keys(manifest.files).map((name) => readCatalogue(readFileSync(join(SHIPPED, name))));
    expect(parts.map(({ size }) => size)).toEqual(Object.values(manifest.files).map(({ entries }) => entries));
    const tags = new Set(TAG_NAMES);
    for (const part of parts)
      for (let number = 0; number < part.size; number += 97)
        expect(part.entry(number).tags.filter((tag) => !tags.has(tag))).toEqual([]);
    const catalogue = new Catalogue(parts);
    const film = { kind: 'movie', title: 'Inception', creators: [], year: 2010, series: null };
    expect(catalogue.recognise(film)).toMatchObject({
      verdict: 'same',
      by: 'title-year',
      entry: { creators: ['Christopher Nolan'], identifiers: { imdb: 'tt1375666' } },
    });
    const book = { kind: 'book', title: 'The Hobbit', creators: ['J.R.R. Tolkien'], year: null, series: null };
    expect(catalogue.recognise(book)).toMatchObject({ verdict: 'same', entry: { year: 1937 } });
    const [first] = catalogue.complete({ text: 'incept', kind: 'movie', limit: 5 });
    expect(first?.entry.title).toBe('Inception');
  });

  it('is small enough', () => {
    expect(Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MAX_BYTES);
  });

  it('has every source named in the notice, with its licence and origin', () => {
    for (const { sources } of Object.values(manifest.files))
      for (const { name, licence, origin, entries } of sources) {
        const line = notice
          .split('\n')
          .find((text) => text.startsWith(`| ${name} |`) && text.includes(` ${String(entries)} |`));
        expect(line).toContain(licence);
        expect(line).toContain(origin);
      }
  });

  it('keeps what is share-alike in a file of its own, and nothing personal', () => {
    expect(Object.keys(manifest.files).toSorted()).toEqual(['catalogue.bin', 'share-alike.bin']);
    for (const { licence } of manifest.files['catalogue.bin']?.sources ?? []) expect(OPEN_LICENCES).toContain(licence);
    expect(manifest.files['share-alike.bin']?.sources.map(({ licence }) => licence)).toContain('CC-BY-SA-4.0');
  });
});

const line = (facts: object): string => JSON.stringify({ kind: 'movie', ...facts });

/** A made-up folder of sources, training sets and IMDb's files. */
function madeUpFolder(): string {
  const folder = temporaryFolder();
  const source = (name: string, ship: string, licence: string, lines: readonly string[]): void => {
    const own = join(folder, 'sources', name);
    mkdirSync(own, { recursive: true });
    const sheet = { name, repository: `made-up/${name}`, path: 'a.csv', commit: 'abc (2026-01-02)', licence, ship };
    writeFileSync(join(own, 'SOURCE.json'), JSON.stringify(sheet));
    writeFileSync(join(own, 'items.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`));
  };
  source('wikipedia-films', 'yes', 'MIT', [
    line({ id: 'a', title: 'The Salt Road', year: 1999, creators: ['Mara Quill'], tags: ['Drama'] }),
    line({ id: 'b', title: 'Amber', year: 2001 }),
  ]);
  source('timdb', 'yes, without crowd', 'MIT', [
    line({ id: 'x', title: 'Amber', year: 2001, crowd: { rating: 0.9, count: 7 }, ids: { imdb: 'tt0000012' } }),
  ]);
  source('libretro-games', 'yes (share-alike, credit)', 'CC BY-SA 4.0', [
    line({ id: 'g', kind: 'game', title: 'Salt Quest', tags: ['Platform', 'Game Boy'] }),
  ]);
  source('ml25m-ids', 'NO: measuring', 'GroupLens', [line({ id: 'n', title: 'Never shipped', year: 2000 })]);
  const set = join(folder, 'sets/movietweetings');
  mkdirSync(set, { recursive: true });
  const items = [
    line({ id: '0000010', title: 'The Salt Road', creators: [], year: 2000, tags: ['War'] }),
    line({ id: '0000011', title: 'Hardly Seen', creators: [], year: 2000, tags: [] }),
  ];
  writeFileSync(join(set, 'items.jsonl.gz'), gzipSync(items.join('\n')));
  const events = [1, 2, 3, 4, 5].map((user) => `${String(user)},0000010,0.8,${String(user)}`);
  writeFileSync(
    join(set, 'train_events.csv.gz'),
    gzipSync(['user,item,rating,ts', ...events, '1,0000011,1.0,9'].join('\n')),
  );
  const imdb = join(folder, 'imdb');
  mkdirSync(imdb);
  writeFileSync(join(imdb, 'title.ratings.tsv.gz'), gzipSync('tconst\taverageRating\tnumVotes\ntt0000010\t7.5\t900\n'));
  writeFileSync(
    join(imdb, 'title.basics.tsv.gz'),
    gzipSync(
      'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n' +
        'tt0000010\tmovie\tThe Salt Road\tSaltvejen\t0\t2000\t\\N\t101\tDrama\n',
    ),
  );
  return folder;
}

async function build(folder: string, out: string, withDump = false): Promise<Awaited<ReturnType<typeof buildEntries>>> {
  const sources = joinedGoodbooks([
    ...(await readSourceFolders(join(folder, 'sources'))),
    ...(await readTrainingSets(join(folder, 'sets'))),
    ...(await readDumps(withDump ? { imdb: join(folder, 'imdb') } : {}, 10)),
  ]);
  const built = await buildEntries(sources, async () => {});
  writeCatalogueFiles(join(folder, out), built, sources);
  return built;
}

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

describe('a build', () => {
  it('takes what may be shipped, merged, and gives the same bytes twice', async () => {
    const folder = madeUpFolder();
    const { entries } = await build(folder, 'one');
    await build(folder, 'two');
    expect(filesOf(join(folder, 'two'))).toEqual(filesOf(join(folder, 'one')));
    expect(readdirSync(join(folder, 'one')).toSorted()).toEqual([
      'NOTICE.md',
      FILE_OF_TERMS.open,
      MANIFEST_FILE,
      FILE_OF_TERMS['share-alike'],
    ]);
    expect(entries.map(({ title, sources, crowd }) => [title, sources, crowd])).toEqual([
      ['The Salt Road', ['movietweetings', 'wikipedia-films'], { rating: 0.8, count: 5 }],
      ['Salt Quest', ['libretro-games'], null],
      ['Amber', ['timdb', 'wikipedia-films'], null],
    ]);
    const manifest = parseCatalogueManifest(readFileSync(join(folder, 'one', MANIFEST_FILE), 'utf8'));
    expect(manifest.builtFrom).toBe('2026-01-02');
    expect(manifest.files['share-alike.bin']).toMatchObject({ entries: 1, sources: [{ licence: 'CC-BY-SA-4.0' }] });
    expect(readFileSync(join(folder, 'one/NOTICE.md'), 'utf8')).toContain('made-up/libretro-games');
  });

  it('with a dump of IMDb keeps what came from it in a file that is not to be passed on', async () => {
    const folder = madeUpFolder();
    const { entries } = await build(folder, 'out', true);
    const manifest = parseCatalogueManifest(readFileSync(join(folder, 'out', MANIFEST_FILE), 'utf8'));
    expect(manifest.files['personal.bin']).toMatchObject({ entries: 1 });
    expect(entries.find(({ title }) => title === 'The Salt Road')).toMatchObject({
      aliases: ['Saltvejen'],
      creators: ['Mara Quill'],
      length: 101,
      crowd: { rating: 0.75, count: 900 },
      sources: ['imdb', 'movietweetings', 'wikipedia-films'],
    });
    expect(readFileSync(join(folder, 'out/NOTICE.md'), 'utf8')).toContain('Do not pass it on');
  });
});
