import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { MANIFEST_FILE, parseCatalogueManifest } from '../../renderer/src/catalogue/catalogue-manifest';
import { readCatalogue } from '../../renderer/src/catalogue/catalogue-reader';
import { backgroundFactsIn } from '../../renderer/src/domain/catalogue';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { UsageError } from './usage-error';

/** Items as the app sends them to the recommender: with what the catalogue knows of each. */
export type Describe = (items: readonly LibraryItem[]) => readonly LibraryItem[];

/** The catalogue of a folder. Throws UsageError where it holds none. */
export async function openCatalogueFolder(folder: string): Promise<Catalogue> {
  const manifest = join(folder, MANIFEST_FILE);
  if (!existsSync(manifest)) throw new UsageError(`${folder} holds no catalogue (no ${MANIFEST_FILE}).`);
  const { files } = parseCatalogueManifest(await readFile(manifest, 'utf8'));
  const parts = [];
  for (const name of Object.keys(files)) parts.push(readCatalogue(new Uint8Array(await readFile(join(folder, name)))));
  return new Catalogue(parts);
}

/** @param folder of the catalogue; null = the app without one. */
export async function openDescribe(folder: string | null): Promise<Describe> {
  if (folder === null) return (items) => items;
  const catalogue = await openCatalogueFolder(folder);
  return (items) =>
    items.map((item) => {
      const match = catalogue.recognise(item);
      const kin = catalogue.kin({
        index: 'index' in match ? match.index : null,
        kind: item.kind,
        creators: item.creators,
      });
      const backgroundFacts = backgroundFactsIn(match, kin);
      return backgroundFacts === null ? item : { ...item, backgroundFacts };
    });
}
