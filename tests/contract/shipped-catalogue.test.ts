import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../renderer/src/catalogue/catalogue-reader';
import { isIndexedAsToday } from '../../renderer/src/catalogue/indexed-as-today';
import { openFiles, type OpenedCatalogue } from '../../renderer/src/catalogue/open-files';
import { sha256Of } from '../fixtures/catalogue-files';

const FOLDER = new URL('../../models/catalogue/', import.meta.url);
const MAX_BYTES = 12_000_000;

const unpacked = (file: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gunzipSync(file));

// The catalogue that the build ships, by the code that reads it.
describe('the shipped catalogue', () => {
  let opened: OpenedCatalogue;
  beforeAll(async () => {
    opened = await openFiles(
      async (name) => new Uint8Array(await readFile(new URL(name, FOLDER))).buffer,
      (bytes) => Promise.resolve(sha256Of(bytes)),
      (file) => Promise.resolve(unpacked(file)),
    );
  });

  it('is the one that its manifest describes, and small enough', async () => {
    const names = Object.keys(opened.manifest.files);
    const sizes = await Promise.all(names.map(async (name) => (await stat(new URL(name, FOLDER))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
    expect(opened.catalogue.size).toBeGreaterThan(50_000);
  });

  it('was folded as this program folds: else `npm run build-catalogue` writes it again', async () => {
    for (const name of Object.keys(opened.manifest.files))
      expect(isIndexedAsToday(openCatalogue(unpacked(await readFile(new URL(name, FOLDER)))))).toBe(true);
  });

  it.each([
    ['spirited a', 'movie', 'Spirited Away', 2001],
    ['matrix', 'movie', 'The Matrix', 1999],
    ['godfahter', 'movie', 'The Godfather', 1972],
    ['harry potter and the so', 'book', "Harry Potter and the Sorcerer's Stone", 1997],
  ])('completes “%s”', (text, kind, title, year) => {
    const found = opened.catalogue.complete({ text, kind, limit: 3 });
    expect(found.map(({ entry, alias }) => [(alias ?? entry.title).split(' (')[0], entry.year])).toContainEqual([
      title,
      year,
    ]);
  });
});
