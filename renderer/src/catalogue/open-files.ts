import { AppError, toAppError } from '../domain/errors';
import { Catalogue } from './catalogue';
import { type CatalogueManifest, MANIFEST_FILE, parseCatalogueManifest } from './catalogue-manifest';
import { type CataloguePart, openCatalogue } from './catalogue-reader';
import { packCatalogue } from './catalogue-writer';
import { damaged } from './format/container';
import { isIndexedAsToday } from './indexed-as-today';

/** Reads one file of the catalogue, by its name in the manifest. Rejects where it cannot be read. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;
/** In lower-case hexadecimal. */
export type Sha256 = (bytes: ArrayBuffer) => Promise<string>;

/** From gzip, the check sum checked; rejects where that fails. */
export type Unpack = (file: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

export interface OpenedCatalogue {
  readonly manifest: CatalogueManifest;
  /** Its files, in the order of the manifest. */
  readonly parts: readonly CataloguePart[];
  readonly catalogue: Catalogue;
}

/**
 * All files that the manifest names, checked against it. Throws `catalogue-missing` where one cannot be read,
 * `catalogue-damaged` where its bytes are not those the manifest names, `catalogue-incompatible` for another version.
 */
export async function openFiles(readFile: ReadFile, sha256: Sha256, unpack: Unpack): Promise<OpenedCatalogue> {
  const manifest = parseCatalogueManifest(new TextDecoder().decode(await read(readFile, MANIFEST_FILE)));
  const parts: CataloguePart[] = [];
  for (const [name, expected] of Object.entries(manifest.files)) {
    const bytes = await read(readFile, name);
    const isSame = bytes.byteLength === expected.bytes && (await sha256(bytes)) === expected.sha256;
    const part = isSame ? openCatalogue(await unpack(new Uint8Array(bytes)).catch(notUnpacked)) : null;
    if (part?.size !== expected.entries)
      throw new AppError(
        'catalogue-damaged',
        `The catalogue’s file ${name} is not the one that its manifest describes.`,
      );
    parts.push(isIndexedAsToday(part) ? part : indexedAnew(part));
  }
  return { manifest, parts, catalogue: new Catalogue(parts) };
}

/** A catalogue that another version of this program folded: its facts hold, its index does not. */
function indexedAnew(part: CataloguePart): CataloguePart {
  const entries = Array.from({ length: part.size }, (_unused, number) => part.entry(number));
  return openCatalogue(packCatalogue(entries));
}

const notUnpacked = (error: unknown): never => {
  throw error instanceof AppError ? error : damaged('it cannot be unpacked');
};

async function read(readFile: ReadFile, name: string): Promise<ArrayBuffer> {
  try {
    return await readFile(name);
  } catch (cause) {
    const error = toAppError(cause);
    // `catalogue-missing` says already which file it is.
    if (error.code === 'cancelled' || error.code === 'catalogue-missing') throw error;
    throw new AppError('catalogue-missing', `The catalogue’s file ${name} could not be read.`, { cause });
  }
}
