import { AppError } from '../domain/errors';
import type { ReadFile } from '../catalogue/open-files';

/** The shipped catalogue as files of the build, as inference/bundle-files.ts has the model's. */
const SHIPPED: Readonly<Record<string, URL>> = {
  'manifest.json': new URL('../../../models/catalogue/manifest.json', import.meta.url),
  'catalogue.bin': new URL('../../../models/catalogue/catalogue.bin', import.meta.url),
  'share-alike.bin': new URL('../../../models/catalogue/share-alike.bin', import.meta.url),
};

/** Reads a file of the shipped catalogue from the page's own origin. */
export const readShippedCatalogueFile: ReadFile = async (name) => {
  const address = SHIPPED[name];
  if (address === undefined) throw new AppError('catalogue-missing', `The build holds no catalogue file ${name}.`);
  const response = await fetch(address);
  if (!response.ok)
    throw new AppError(
      'catalogue-missing',
      `The catalogue file ${name} could not be read (${String(response.status)}).`,
    );
  return await response.arrayBuffer();
};
