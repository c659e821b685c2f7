import { Catalogue } from '../catalogue/catalogue';
import { contentsOf } from '../catalogue/catalogue-manifest';
import { openFiles, type OpenedCatalogue, type ReadFile } from '../catalogue/open-files';
import { type CatalogueState, INITIAL_CATALOGUE_STATE } from '../domain/catalogue';
import { AppError, toAppError } from '../domain/errors';
import type { CatalogueFiles, KeptCatalogueStore, KeptSet } from '../domain/ports/kept-catalogue-store';
import { sha256 } from '../inference/sha256';
import { ownValue } from '../domain/own-value';

/** What answers: every file that could be opened, as one catalogue. */
export interface OpenedAll {
  readonly catalogue: Catalogue;
  readonly state: CatalogueState;
}

/** Opens the files that the person put in, else the shipped ones, and IMDb's titles beside them. Never rejects. */
export async function openAll(readShipped: ReadFile, kept: Pick<KeptCatalogueStore, 'read'>): Promise<OpenedAll> {
  const own = await openKept(kept, 'own', 'Your own catalogue is not used, the shipped one answers.');
  const shipped = own.opened === null ? await openChecked(readShipped).catch(toAppError) : null;
  const main = own.opened ?? (shipped instanceof AppError ? null : shipped);
  const imdb = await openKept(kept, 'imdb', 'The titles of IMDb’s files are not used.');
  const opened = [main, imdb.opened].filter((one) => one !== null);
  const problem = [own.problem, imdb.problem].filter((one) => one !== null).join(' ');
  const common = {
    problem: problem === '' ? null : problem,
    imdb: imdb.opened && { builtFrom: imdb.opened.manifest.builtFrom, things: imdb.opened.catalogue.size },
  };
  if (opened.length === 0) {
    const reason = `${shipped instanceof AppError ? shipped.message : ''} The app goes on without it.`.trim();
    return {
      catalogue: new Catalogue([]),
      state: { ...INITIAL_CATALOGUE_STATE, ...common, status: 'unavailable', reason },
    };
  }
  return {
    catalogue: new Catalogue(opened.flatMap(({ parts }) => parts)),
    state: {
      ...common,
      status: 'ready',
      reason: shipped instanceof AppError ? shipped.message : 'The catalogue completes what you type.',
      version: main?.manifest.version ?? null,
      contents: contentsOf(opened.map(({ manifest }) => manifest)),
      builtFrom: main?.manifest.builtFrom ?? null,
      things: main?.catalogue.size ?? 0,
      origin: own.opened === null ? 'shipped' : 'own',
    },
  };
}

/** The one way in: version, hashes, numbers of things and check sums, or an AppError that says what is wrong. */
export const openChecked = async (readFile: ReadFile): Promise<OpenedCatalogue> =>
  await openFiles(readFile, sha256, unpack);

/** Files in memory, as `openFiles` asks for them. */
export const readerOf =
  (files: CatalogueFiles): ReadFile =>
  (name) => {
    const bytes = ownValue(files, name);
    return bytes === undefined
      ? Promise.reject(new AppError('catalogue-missing', `The catalogue has no file ${name}.`))
      : Promise.resolve(bytes.slice().buffer);
  };

async function openKept(
  kept: Pick<KeptCatalogueStore, 'read'>,
  set: KeptSet,
  sentence: string,
): Promise<{ readonly opened: OpenedCatalogue | null; readonly problem: string | null }> {
  try {
    const files = await kept.read(set);
    return { opened: files === null ? null : await openChecked(readerOf(files)), problem: null };
  } catch (error) {
    return { opened: null, problem: `${sentence} ${toAppError(error).message}` };
  }
}

/** The browser's own way: a quarter of the time of one in JavaScript, half a second on a slow computer. */
async function unpack(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
