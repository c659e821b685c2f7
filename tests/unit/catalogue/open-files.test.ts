import { describe, expect, it } from 'vitest';
import { MANIFEST_FILE } from '../../../renderer/src/catalogue/catalogue-manifest';
import { openCatalogue } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue, writeCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { compressed, decompressed } from '../../../renderer/src/catalogue/format/gzip';
import { joinColumns, splitColumns } from '../../../renderer/src/catalogue/format/container';
import { isIndexedAsToday } from '../../../renderer/src/catalogue/indexed-as-today';
import { openFiles, type OpenedCatalogue } from '../../../renderer/src/catalogue/open-files';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { catalogueFiles, readerOf, sha256Of } from '../../fixtures/catalogue-files';

const FILES = catalogueFiles({
  'catalogue.bin': [catalogueEntry({ title: 'Harbour Lights', popularity: 0.4 })],
  'share-alike.bin': [catalogueEntry({ title: 'Harbour Nights', popularity: 0.9 })],
});

const open = async (files: typeof FILES): Promise<OpenedCatalogue> =>
  await openFiles(
    readerOf(files),
    (bytes) => Promise.resolve(sha256Of(bytes)),
    (file) => Promise.resolve(decompressed(file)),
  );
const withManifest = (text: string): typeof FILES => ({ ...FILES, [MANIFEST_FILE]: new TextEncoder().encode(text) });
const MANIFEST = new TextDecoder().decode(FILES[MANIFEST_FILE]);

describe('openFiles', () => {
  it('opens all files as one catalogue', async () => {
    const { manifest, catalogue } = await open(FILES);
    expect(manifest).toMatchObject({ version: '1.2.3', builtFrom: '2026-11-03' });
    const found = catalogue.complete({ text: 'harb', kind: null, limit: 5 });
    expect(found.map(({ entry }) => entry.title)).toEqual(['Harbour Nights', 'Harbour Lights']);
  });

  it.each<readonly [string, typeof FILES, string, RegExp]>([
    ['there is none', {}, 'catalogue-missing', /manifest.json could not be read/],
    ['a file is missing', { ...FILES, 'share-alike.bin': undefined as never }, 'catalogue-missing', /share-alike.bin/],
    [
      'a file is another one',
      { ...FILES, 'catalogue.bin': writeCatalogue([]) },
      'catalogue-damaged',
      /catalogue.bin is not the one that its manifest describes/,
    ],
    ['the manifest is cut off', withManifest(MANIFEST.slice(0, 80)), 'catalogue-damaged', /cannot be read/],
    ['the manifest is no object', withManifest('null'), 'catalogue-damaged', /cannot be read/],
    [
      'it is newer than the program',
      withManifest(MANIFEST.replace('"schemaVersion":1', '"schemaVersion":2')),
      'catalogue-incompatible',
      /newer version of this program/,
    ],
    [
      'it is older than the program',
      withManifest(MANIFEST.replace('"schemaVersion":1', '"schemaVersion":0')),
      'catalogue-incompatible',
      /older version of this program/,
    ],
    [
      'a file has another number of things',
      withManifest(MANIFEST.replace('"entries":1', '"entries":2')),
      'catalogue-damaged',
      /not the one/,
    ],
    [
      'the manifest names a file elsewhere',
      withManifest(MANIFEST.replace('catalogue.bin', '../catalogue.bin')),
      'catalogue-damaged',
      /cannot be read \(files/,
    ],
  ])('refuses it with a sentence where %s', async (_why, files, code, sentence) => {
    const refusal: unknown = await open(files).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'AppError', code });
    expect(String(refusal)).toMatch(sentence);
  });

  it('indexes anew what another version of the program folded', async () => {
    // As if "Harbour" had been folded to other words and keys.
    const columns = splitColumns(packCatalogue([catalogueEntry({ title: 'Harbour Lights' })]));
    const other = joinColumns({
      ...columns,
      words: new TextEncoder().encode('HARBOUR\nLIGHTS'),
      titleHashes: Uint32Array.of(7),
    });
    expect(isIndexedAsToday(openCatalogue(other))).toBe(false);
    const files = catalogueFiles({ 'catalogue.bin': [catalogueEntry({ title: 'Harbour Lights' })] });
    const bytes = compressed(other);
    const manifest = new TextDecoder()
      .decode(files[MANIFEST_FILE])
      .replace(/"bytes":\d+/, `"bytes":${String(bytes.length)}`)
      .replace(/"sha256":"\w+"/, `"sha256":"${sha256Of(bytes)}"`);
    const { catalogue } = await open({
      'catalogue.bin': bytes,
      [MANIFEST_FILE]: new TextEncoder().encode(manifest),
    });
    expect(catalogue.complete({ text: 'harb', kind: null, limit: 5 })).toHaveLength(1);
  });

  it('takes what it has written for folded as today', () => {
    const titles = ['Amélie', 'The Mill', 'Haine, La', 'Mistborn: The Final Empire', '千と千尋の神隠し', '!!!'];
    const entries = titles.map((title) => catalogueEntry({ title, aliases: titles }));
    expect(isIndexedAsToday(openCatalogue(packCatalogue(entries)))).toBe(true);
  });
});
