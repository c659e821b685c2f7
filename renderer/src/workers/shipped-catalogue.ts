import type { ReadFile } from '../catalogue/open-files';
import { shippedFiles } from '../inference/shipped-files';

/** The shipped catalogue as files of the build. */
const SHIPPED: Readonly<Record<string, URL>> = {
  'manifest.json': new URL('../../../models/catalogue/manifest.json', import.meta.url),
  'catalogue.bin': new URL('../../../models/catalogue/catalogue.bin', import.meta.url),
  'share-alike.bin': new URL('../../../models/catalogue/share-alike.bin', import.meta.url),
  'NOTICE.md': new URL('../../../models/catalogue/NOTICE.md', import.meta.url),
};

/** Reads a file of the shipped catalogue from the page's own origin. */
export const readShippedCatalogueFile: ReadFile = shippedFiles(SHIPPED, 'catalogue-missing', 'catalogue');
