import { imdbTitles } from '../catalogue/building/imdb-titles';
import { type LineBatches, splitLines } from '../catalogue/building/dumps/line-batches';
import { type CatalogueManifest, MANIFEST_FILE } from '../catalogue/catalogue-manifest';
import { packCatalogue } from '../catalogue/catalogue-writer';
import { CATALOGUE_SCHEMA_VERSION } from '../catalogue/format/columns';
import type { ReadFile } from '../catalogue/open-files';
import type { CatalogueEntry } from '../domain/catalogue';
import { AppError, toAppError } from '../domain/errors';
import type { PickedFile } from '../domain/picked-file';
import type { CatalogueFiles, KeptCatalogueStore } from '../domain/ports/kept-catalogue-store';
import { IMDB_READING_SHARE, type IMDB_METHODS } from '../domain/ports/imdb-reader';
import { nextTask } from '../inference/next-task';
import { sha256 } from '../inference/sha256';
import { openAll } from './opened-catalogue';
import type { Handlers } from './rpc-server';

export interface ImdbServiceOptions {
  /** A file of the shipped catalogue. */
  readonly readShipped: ReadFile;
  readonly kept: KeptCatalogueStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Steps that are reported. */
const STEPS = 1000;
/** Milliseconds of work between two looks at whether it was cancelled. */
const SLICE = 50;
const FILE = 'personal.bin';

/** What runs inside the worker that reads IMDb's files. */
export function createImdbService({ readShipped, kept, clock }: ImdbServiceOptions): Handlers<typeof IMDB_METHODS> {
  return {
    keepTitles: async ({ ratings, basics, crew, names }, { signal, onProgress }) => {
      const size = [ratings, basics, crew, names].reduce((sum, file) => sum + (file?.size ?? 0), 0);
      let read = 0;
      let reported = 0;
      const onRead = (bytes: number): void => {
        signal.throwIfAborted();
        read += bytes;
        const step = Math.floor((STEPS * IMDB_READING_SHARE * read) / size);
        if (step > reported) onProgress((reported = step), STEPS);
      };
      const lines = (file: PickedFile): LineBatches => linesOf(file, onRead);
      let sliceStart = clock();
      const yieldIfDue = async (): Promise<void> => {
        if (clock() - sliceStart < SLICE) return;
        await nextTask();
        signal.throwIfAborted();
        sliceStart = clock();
      };
      // Of IMDb's own titles the new ones take the place: they are not asked.
      const { catalogue } = await openAll(readShipped, {
        read: async (set) => (set === 'own' ? await kept.read(set) : null),
      });
      const files = {
        ratings: lines(ratings),
        basics: lines(basics),
        ...(crew === null || names === null ? {} : { crew: lines(crew), names: lines(names) }),
      };
      const entries = await imdbTitles(files, catalogue, yieldIfDue);
      if (entries.length === 0)
        throw new AppError(
          'format-invalid',
          'No title of the one file is rated in the other. Download both again, from the same day.',
        );
      onProgress(STEPS, STEPS);
      await nextTask();
      signal.throwIfAborted();
      await kept.put('imdb', await catalogueOf(entries, dayOf(ratings)));
      return { things: entries.length };
    },
  };
}

const dayOf = ({ lastModified }: PickedFile): string => new Date(lastModified).toISOString().slice(0, 10);

/** Files as `npm run build-catalogue` writes them, for one source. */
async function catalogueOf(entries: readonly CatalogueEntry[], builtFrom: string): Promise<CatalogueFiles> {
  const bytes = await packed(packCatalogue(entries));
  const source = {
    name: 'imdb',
    origin: 'https://developer.imdb.com/non-commercial-datasets/',
    licence: 'IMDb non-commercial licensing',
    entries: entries.length,
  };
  const manifest: CatalogueManifest = {
    schemaVersion: CATALOGUE_SCHEMA_VERSION,
    version: '1.0.0',
    builtFrom,
    files: {
      [FILE]: {
        bytes: bytes.byteLength,
        sha256: await sha256(bytes.buffer),
        entries: entries.length,
        sources: [source],
      },
    },
  };
  return { [MANIFEST_FILE]: new TextEncoder().encode(JSON.stringify(manifest)), [FILE]: bytes };
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The lines of a file, unpacked on the way where it is packed. No more than a piece of it is in memory. */
const linesOf = (file: PickedFile, onRead: (bytes: number) => void): LineBatches => splitLines(pieces(file, onRead));

async function* pieces(file: PickedFile, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  if (!(file instanceof Blob)) throw new AppError('file-unreadable', `${file.name} cannot be read.`);
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        onRead(piece.byteLength);
        controller.enqueue(piece);
      },
    }),
  );
  const reader = (isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw unreadable(file.name, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function unreadable(name: string, cause: unknown): AppError {
  const error = toAppError(cause);
  if (error.code !== 'unexpected') return error;
  return new AppError(
    'file-unreadable',
    `${name} cannot be read to its end: it is damaged or not whole, or was moved meanwhile. Download it again.`,
    { cause },
  );
}
