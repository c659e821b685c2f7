import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { DexieKeptCatalogueStore } from '../../../renderer/src/data/dexie-kept-catalogue-store';

it('keeps the files of a catalogue from one start to the next, each set by itself, in a database of their own', async () => {
  const store = new DexieKeptCatalogueStore();
  expect(await store.read('own')).toBeNull();
  await store.put('own', { 'manifest.json': Uint8Array.of(1), 'old.bin': Uint8Array.of(2) });
  await store.put('own', { 'manifest.json': Uint8Array.of(3) });
  await store.put('imdb', { 'manifest.json': Uint8Array.of(4) });
  const next = new DexieKeptCatalogueStore();
  expect(await next.read('own')).toEqual({ 'manifest.json': Uint8Array.of(3) });
  await next.remove('own');
  expect([await next.read('own'), await next.read('imdb')]).toEqual([null, { 'manifest.json': Uint8Array.of(4) }]);
  expect(await Dexie.exists('handpicked-catalogue')).toBe(true);
});

it('says so where what was kept is no set of files', async () => {
  const raw = await new Dexie('handpicked-catalogue').open();
  await raw.table('sets').put({ set: 'own', files: { 'manifest.json': 'text' } });
  raw.close();
  await expect(new DexieKeptCatalogueStore().read('own')).rejects.toMatchObject({ code: 'catalogue-damaged' });
});
