import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../renderer/src/domain/errors';
import type { KeptCatalogueStore } from '../../../renderer/src/domain/ports/kept-catalogue-store';
import { createCatalogueService } from '../../../renderer/src/workers/catalogue-service';
import { createImdbService } from '../../../renderer/src/workers/imdb-service';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { catalogueFiles, readerOf } from '../../fixtures/catalogue-files';
import { MemoryKeptCatalogue } from '../../fixtures/memory-kept-catalogue';

const SHIPPED = readerOf(
  catalogueFiles({
    'catalogue.bin': [
      catalogueEntry({ title: 'The Salt Road', year: 1999, creators: ['Ada Vole'], cast: ['Ben Kite'], popularity: 1 }),
      catalogueEntry({ title: 'Harbour Lights', year: 1987, popularity: 0.5 }),
    ],
  }),
);
const text = (rows: readonly (readonly string[])[]): string => `${rows.map((cells) => cells.join('\t')).join('\n')}\n`;
const RATINGS = text([
  ['tconst', 'averageRating', 'numVotes'],
  ['tt9000001', '8.1', '900'],
  ['tt9000002', '7.0', '5000'],
]);
const BASICS = text([
  'tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres'.split(' '),
  ['tt9000001', 'movie', 'The Salt Road', 'Saltvejen', '0', '1999', '\\N', '101', 'Drama,War'],
  ['tt9000002', 'tvSeries', 'Harbour of Nobody', 'Harbour of Nobody', '0', '2025', '\\N', '\\N', 'Drama'],
]);
const DAY = Date.UTC(2026, 10, 25, 12);
const file = (name: string, content: string | Uint8Array): File =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { lastModified: DAY });
const packed = (name: string, content: string): File => file(name, gzipSync(content));

const both = { ratings: packed('title.ratings.tsv.gz', RATINGS), basics: packed('title.basics.tsv.gz', BASICS) };
const steps: number[] = [];
const context = { signal: new AbortController().signal, onProgress: (done: number) => steps.push(done) };
const keep = async (kept: KeptCatalogueStore, files: Partial<typeof both> = {}, signal = context.signal) =>
  await createImdbService({ readShipped: SHIPPED, kept, clock: () => 0 }).keepTitles(
    { ...both, crew: null, names: null, ...files },
    { ...context, signal },
  );

describe('IMDb’s two files', () => {
  it('become titles beside the catalogue, with their votes and with what the catalogue knows of them', async () => {
    const kept = new MemoryKeptCatalogue();
    expect(await keep(kept)).toEqual({ things: 2 });
    expect([steps.at(-1), steps.toSorted((one, other) => one - other)]).toEqual([1000, steps]);
    const service = createCatalogueService({ readShipped: SHIPPED, kept, onState: () => {} });
    expect(await service.state({}, context)).toMatchObject({
      imdb: { builtFrom: '2026-11-25', things: 2 },
      problem: null,
    });
    const complete = async (typed: string) => await service.complete({ text: typed, kind: null, limit: 9 }, context);
    // In which order: of two titles nobody is famous, and a file of two says little of fame.
    const harbours = (await complete('harb')).map(({ entry }) => entry.title);
    expect(harbours.toSorted()).toEqual(['Harbour Lights', 'Harbour of Nobody']);
    // Once, though two files have it.
    const salt = await complete('salt r');
    expect(salt).toHaveLength(1);
    expect(salt[0]?.entry).toMatchObject({
      title: 'The Salt Road',
      aliases: ['Saltvejen'],
      creators: ['Ada Vole'],
      cast: ['Ben Kite'],
      length: 101,
      identifiers: { imdb: 'tt9000001' },
      crowd: { count: 900 },
    });
    const description = { kind: 'movie', title: 'Saltvejen', creators: [], year: 1999, series: null };
    const [match] = await service.recognise({ descriptions: [description] }, context);
    expect(match).toMatchObject({ verdict: 'same', entry: { creators: ['Ada Vole'] } });
  });

  it('may be unpacked already', async () => {
    const kept = new MemoryKeptCatalogue();
    expect(await keep(kept, { ratings: file('title.ratings.tsv', RATINGS) })).toEqual({ things: 2 });
  });

  const cut = gzipSync(BASICS).subarray(0, -12);
  const changed = Uint8Array.from(gzipSync(BASICS));
  changed[changed.length - 6] = (changed[changed.length - 6] ?? 0) ^ 1;
  it.each<readonly [string, Partial<typeof both>, RegExp]>([
    ['is cut off', { basics: file('cut.gz', cut) }, /^cut\.gz cannot be read to its end/],
    ['is damaged', { basics: file('bad.gz', changed) }, /^bad\.gz cannot be read to its end/],
    ['is another one', { basics: packed('list.gz', 'title\tyear\n') }, /not IMDb’s file: it has no column tconst/],
    [
      'has other titles',
      { ratings: packed('r.gz', 'tconst\taverageRating\tnumVotes\ntt1\t7.0\t9\n') },
      /from the same day/,
    ],
  ])('are refused where one %s, and what was kept before stays', async (_why, files, sentence) => {
    const kept = new MemoryKeptCatalogue();
    await keep(kept);
    const before = kept.sets.get('imdb');
    await expect(keep(kept, files)).rejects.toThrow(sentence);
    expect(kept.sets.get('imdb')).toBe(before);
  });

  it('keep nothing where they were cancelled or the disk is full', async () => {
    const kept = new MemoryKeptCatalogue();
    const controller = new AbortController();
    controller.abort();
    await expect(keep(kept, {}, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept.sets.size).toBe(0);
    kept.put = () => Promise.reject(new AppError('storage-full', 'There is no room left on this disk.'));
    await expect(keep(kept)).rejects.toMatchObject({ code: 'storage-full' });
  });
});
