import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CataloguePart } from '../../../renderer/src/catalogue/catalogue-reader';
import { openFiles } from '../../../renderer/src/catalogue/open-files';

/** The files of a catalogue in a folder, checked as the app checks them. Rejects with an AppError that says why not. */
export async function openCatalogueFolder(folder: string): Promise<readonly CataloguePart[]> {
  const { parts } = await openFiles(
    async (name) => new Uint8Array(await readFile(join(folder, name))).buffer,
    (bytes) => Promise.resolve(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')),
    (file) => Promise.resolve(new Uint8Array(gunzipSync(file))),
  );
  return parts;
}
