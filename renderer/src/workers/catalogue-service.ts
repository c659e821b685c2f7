import { openFiles, type OpenedCatalogue, type ReadFile } from '../catalogue/open-files';
import { Catalogue } from '../catalogue/catalogue';
import { type CatalogueMatch, type CatalogueState, INITIAL_CATALOGUE_STATE } from '../domain/catalogue';
import { toAppError } from '../domain/errors';
import type { CATALOGUE_METHODS } from '../domain/ports/catalogue';
import { nextTask } from '../inference/next-task';
import type { Handlers } from './rpc-server';

export interface CatalogueServiceOptions {
  readonly readFile: ReadFile;
  readonly onState: (state: CatalogueState) => void;
}

/** So many descriptions take a few milliseconds; then what is being typed has its turn. */
const SLICE = 100;

/**
 * What runs inside the catalogue's worker. The first call of a method reads the catalogue. One that is missing, damaged
 * or of another version is a state with its reason, and every method then answers as an empty catalogue does.
 */
export function createCatalogueService(options: CatalogueServiceOptions): Handlers<typeof CATALOGUE_METHODS> {
  let opening: Promise<Opened> | null = null;
  const opened = async (): Promise<Opened> => await (opening ??= open(options));
  return {
    complete: async (typed, { signal }) => {
      const { catalogue } = await opened();
      // A newer keystroke may have arrived meanwhile.
      await nextTask();
      signal.throwIfAborted();
      return catalogue.complete(typed);
    },
    recognise: async ({ descriptions }, { signal, onProgress }) => {
      const { catalogue } = await opened();
      const matches: CatalogueMatch[] = [];
      for (const description of descriptions) {
        if (matches.length % SLICE === 0) {
          onProgress(matches.length, descriptions.length);
          await nextTask();
          signal.throwIfAborted();
        }
        matches.push(catalogue.recognise(description));
      }
      return matches;
    },
    facts: async ({ indices }) => {
      const { catalogue } = await opened();
      return indices.map((index) => catalogue.entry(index));
    },
    state: async () => (await opened()).state,
  };
}

interface Opened {
  readonly catalogue: Catalogue;
  readonly state: CatalogueState;
}

async function open({ readFile, onState }: CatalogueServiceOptions): Promise<Opened> {
  const opened = await openFiles(readFile, sha256, unpack).then(ready, unavailable);
  onState(opened.state);
  return opened;
}

const ready = ({ manifest, catalogue }: OpenedCatalogue): Opened => ({
  catalogue,
  state: {
    status: 'ready',
    reason: 'The catalogue completes what you type.',
    version: manifest.version,
    builtFrom: manifest.builtFrom,
    things: catalogue.size,
  },
});

const unavailable = (error: unknown): Opened => ({
  catalogue: new Catalogue([]),
  state: { ...INITIAL_CATALOGUE_STATE, status: 'unavailable', reason: toAppError(error).message },
});

/** Lower-case hexadecimal, as the manifest writes it. */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser's own way: a quarter of the time of one in JavaScript, half a second on a slow computer. */
async function unpack(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
