import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MANIFEST_FILE } from '../../../renderer/src/catalogue/catalogue-manifest';
import { writeCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { AppError } from '../../../renderer/src/domain/errors';
import type { KeptCatalogueStore } from '../../../renderer/src/domain/ports/kept-catalogue-store';
import { createCatalogueService } from '../../../renderer/src/workers/catalogue-service';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { catalogueFiles, readerOf } from '../../fixtures/catalogue-files';
import { MemoryKeptCatalogue } from '../../fixtures/memory-kept-catalogue';

const context = { signal: new AbortController().signal, onProgress: () => {} };
const SHIPPED = catalogueFiles({ 'catalogue.bin': [catalogueEntry({ title: 'Harbour Lights' })] });
const NEWER = catalogueFiles(
  {
    'catalogue.bin': [catalogueEntry({ title: 'Harbour Nights' }), catalogueEntry({ title: 'Harbour Days' })],
    'share-alike.bin': [catalogueEntry({ title: 'Harbour Weeks' })],
  },
  { version: '2.0.0', builtFrom: '2026-11-20' },
);
const IMDB = catalogueFiles(
  { 'personal.bin': [catalogueEntry({ title: 'Harbour Years' })] },
  { builtFrom: '2026-11-25' },
);

const service = (kept: KeptCatalogueStore = new MemoryKeptCatalogue()) =>
  createCatalogueService({ readShipped: readerOf(SHIPPED), kept, onState: () => {} });
type Files = typeof NEWER;
const filesOf = (files: Files): readonly File[] =>
  Object.entries(files).map(([name, bytes]) => new File([new Uint8Array(bytes)], name));
const zipOf = (files: Files): File => new File([new Uint8Array(zipSync({ ...files }))], 'catalogue.zip');
const copyOf = (files: Files) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new Uint8Array(bytes)]));
const titles = async (one: ReturnType<typeof service>): Promise<readonly string[]> =>
  (await one.complete({ text: 'harb', kind: null, limit: 9 }, context)).map(({ entry }) => entry.title).toSorted();

describe('a catalogue of one’s own', () => {
  it.each([
    ['its files', filesOf(NEWER)],
    ['its zip', [zipOf(NEWER)]],
    ['its zip with a folder', [zipOf(Object.fromEntries(Object.entries(NEWER).map(([n, b]) => [`built/${n}`, b])))]],
  ])('takes the shipped one’s place, given as %s, until the shipped one is wanted again', async (_how, files) => {
    const kept = new MemoryKeptCatalogue();
    const one = service(kept);
    const before = await one.state({}, context);
    expect(await one.replace({ files }, context)).toMatchObject({ version: '2.0.0', origin: 'own', things: 3 });
    expect(await titles(one)).toEqual(['Harbour Days', 'Harbour Nights', 'Harbour Weeks']);
    // The next start.
    const next = service(kept);
    expect(await titles(next)).toEqual(['Harbour Days', 'Harbour Nights', 'Harbour Weeks']);
    const { contents } = await next.state({}, context);
    expect(contents).not.toBe(before.contents);
    expect(await next.useShipped({}, context)).toEqual(before);
    expect([await titles(next), kept.sets.size]).toEqual([['Harbour Lights'], 0]);
  });

  const manifest = new TextDecoder().decode(NEWER[MANIFEST_FILE]);
  const withManifest = (text: string): Files => ({ ...NEWER, [MANIFEST_FILE]: new TextEncoder().encode(text) });
  const { 'share-alike.bin': _left, ...withoutOne } = NEWER;
  const { [MANIFEST_FILE]: _manifest, ...withoutManifest } = NEWER;
  const flipped = new Uint8Array(NEWER['catalogue.bin'] ?? []);
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
  it.each<readonly [string, readonly File[], RegExp]>([
    ['damaged', filesOf({ ...NEWER, 'catalogue.bin': flipped }), /catalogue\.bin is not the one/],
    ['with a file of another', filesOf({ ...NEWER, 'catalogue.bin': writeCatalogue([]) }), /catalogue\.bin is not the/],
    ['of an older program', filesOf(withManifest(manifest.replace('"schemaVersion":1', '"schemaVersion":0'))), /older/],
    ['of a newer program', filesOf(withManifest(manifest.replace('"schemaVersion":1', '"schemaVersion":9'))), /newer/],
    ['foreign', filesOf(withManifest('{"name":"an app"}')), /manifest\.json cannot be read/],
    ['without one of its files', filesOf(withoutOne), /not whole without share-alike\.bin/],
    ['without its manifest', filesOf(withoutManifest), /no manifest\.json among these files/],
    ['a damaged zip', [new File([zipOf(NEWER).slice(0, 300)], 'x.zip')], /not a whole zip/],
  ])('is refused where it is %s, and the one before goes on', async (_why, files, sentence) => {
    const kept = new MemoryKeptCatalogue();
    const one = service(kept);
    await expect(one.replace({ files }, context)).rejects.toThrow(sentence);
    expect(await titles(one)).toEqual(['Harbour Lights']);
    expect(kept.sets.size).toBe(0);
  });

  it('is refused in words where the disk is full, and the one before goes on', async () => {
    const kept = new MemoryKeptCatalogue();
    kept.put = () => Promise.reject(new AppError('storage-full', 'There is no room left on this disk.'));
    const one = service(kept);
    await expect(one.replace({ files: filesOf(NEWER) }, context)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await titles(one)).toEqual(['Harbour Lights']);
  });

  it('that was damaged since is not used: the shipped one answers, and the state says so', async () => {
    const kept = new MemoryKeptCatalogue();
    kept.sets.set('own', { ...copyOf(NEWER), 'catalogue.bin': flipped });
    const state = await service(kept).state({}, context);
    expect(state).toMatchObject({ status: 'ready', origin: 'shipped', version: '1.2.3' });
    expect(state.problem).toMatch(/^Your own catalogue is not used.*catalogue\.bin is not the one/);
    kept.read = () => Promise.reject(new Error('the disk cannot be read'));
    expect(await service(kept).state({}, context)).toMatchObject({ status: 'ready', origin: 'shipped' });
  });
});

describe('titles of IMDb’s own files', () => {
  it('stand beside whichever catalogue answers, until they are taken away', async () => {
    const kept = new MemoryKeptCatalogue();
    kept.sets.set('imdb', copyOf(IMDB));
    const one = service(kept);
    const before = await one.state({}, context);
    expect(before).toMatchObject({ things: 1, imdb: { builtFrom: '2026-11-25', things: 1 } });
    expect(await titles(one)).toEqual(['Harbour Lights', 'Harbour Years']);
    await one.replace({ files: [zipOf(NEWER)] }, context);
    expect(await titles(one)).toContain('Harbour Years');
    expect(await one.removeImdb({}, context)).toMatchObject({ imdb: null, origin: 'own' });
    expect(await titles(one)).not.toContain('Harbour Years');
  });

  it('answer alone where there is no other catalogue', async () => {
    const kept = new MemoryKeptCatalogue();
    kept.sets.set('imdb', copyOf(IMDB));
    const one = createCatalogueService({ readShipped: readerOf({}), kept, onState: () => {} });
    expect(await one.state({}, context)).toMatchObject({ status: 'ready', version: null, imdb: { things: 1 } });
    expect(await titles(one)).toEqual(['Harbour Years']);
  });
});

describe('the notice of the catalogue', () => {
  it('is that of the files that answer, or the sources that their manifest names', async () => {
    const kept = new MemoryKeptCatalogue();
    const notice = new TextEncoder().encode('# Sources');
    const source = { name: 'oscars', origin: 'https://example.org', licence: 'MIT', entries: 1 };
    const one = createCatalogueService({
      readShipped: readerOf({ ...SHIPPED, 'NOTICE.md': notice }),
      kept,
      onState: () => {},
    });
    expect(await one.notice({}, context)).toEqual({ text: '# Sources', sources: [] });
    const named = manifestWith(source);
    await one.replace({ files: filesOf(named) }, context);
    expect(await one.notice({}, context)).toEqual({ text: null, sources: [source] });
    await one.replace({ files: filesOf({ ...named, 'NOTICE.md': new TextEncoder().encode('# Mine') }) }, context);
    expect(await one.notice({}, context)).toMatchObject({ text: '# Mine' });
  });
});

function manifestWith(source: object): Files {
  const text = new TextDecoder().decode(SHIPPED[MANIFEST_FILE]);
  const named = text.replace('"sources":[]', `"sources":[${JSON.stringify(source)}]`);
  return { ...SHIPPED, [MANIFEST_FILE]: new TextEncoder().encode(named) };
}
