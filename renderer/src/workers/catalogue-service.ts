import { MANIFEST_FILE, NOTICE_FILE, parseCatalogueManifest, sourcesOf } from '../catalogue/catalogue-manifest';
import type { ReadFile } from '../catalogue/open-files';
import { pickedCatalogue } from '../catalogue/picked-catalogue';
import type { CatalogueMatch, CatalogueNotice, CatalogueState, CatalogueSuggestion, Kin } from '../domain/catalogue';
import type { CATALOGUE_METHODS } from '../domain/ports/catalogue';
import type { KeptCatalogueStore } from '../domain/ports/kept-catalogue-store';
import { nextTask } from '../inference/next-task';
import { type OpenedAll, openAll, openChecked, readerOf } from './opened-catalogue';
import type { Handlers } from './rpc-server';

export interface CatalogueServiceOptions {
  /** A file of the shipped catalogue. */
  readonly readShipped: ReadFile;
  readonly kept: KeptCatalogueStore;
  readonly onState: (state: CatalogueState) => void;
}

/** So many descriptions take a few milliseconds; then what is being typed has its turn. */
const SLICE = 100;
/** Each takes as long as a keystroke at the most. */
const RESPELT_SLICE = 2;

/**
 * What runs inside the catalogue's worker. The first call of a method reads the catalogue. One that is missing, damaged
 * or of another version is a state with its reason, and every method then answers as an empty catalogue does.
 */
export function createCatalogueService(options: CatalogueServiceOptions): Handlers<typeof CATALOGUE_METHODS> {
  const { readShipped, kept, onState } = options;
  let opening: Promise<OpenedAll> | null = null;
  const openAnew = async (): Promise<OpenedAll> => {
    const opened = await openAll(readShipped, kept);
    onState(opened.state);
    return opened;
  };
  const opened = async (): Promise<OpenedAll> => await (opening ??= openAnew());
  const reopened = async (): Promise<CatalogueState> => {
    opening = openAnew();
    return (await opening).state;
  };
  return {
    complete: async (typed, { signal }) => {
      const { catalogue } = await opened();
      // A newer keystroke may have arrived meanwhile.
      await nextTask();
      signal.throwIfAborted();
      return catalogue.complete(typed);
    },
    respelt: async ({ titles, limit }, { signal }) => {
      const { catalogue } = await opened();
      const found: (readonly CatalogueSuggestion[])[] = [];
      for (const { text, kind } of titles) {
        if (found.length % RESPELT_SLICE === 0) {
          await nextTask();
          signal.throwIfAborted();
        }
        found.push(catalogue.respelt({ text, kind, limit }));
      }
      return found;
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
    kin: async ({ things }, { signal }) => {
      const { catalogue } = await opened();
      const found: (readonly Kin[])[] = [];
      for (const thing of things) {
        if (found.length % SLICE === 0) {
          await nextTask();
          signal.throwIfAborted();
        }
        found.push(catalogue.kin(thing));
      }
      return found;
    },
    facts: async ({ indices }) => {
      const { catalogue } = await opened();
      return indices.map((index) => catalogue.entry(index));
    },
    famous: async (asked) => (await opened()).catalogue.famous(asked),
    state: async () => (await opened()).state,
    notice: async () => await noticeOf(readShipped, kept),
    replace: async ({ files }) => {
      const picked = pickedCatalogue(
        await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ),
      );
      // Refused here, nothing has changed.
      await openChecked(readerOf(picked));
      await kept.put('own', picked);
      return await reopened();
    },
    useShipped: async () => {
      await kept.remove('own');
      return await reopened();
    },
    removeImdb: async () => {
      await kept.remove('imdb');
      return await reopened();
    },
    reopen: reopened,
  };
}

/** Of the files that answer, as far as that can be told without opening them. */
async function noticeOf(readShipped: ReadFile, kept: KeptCatalogueStore): Promise<CatalogueNotice> {
  const own = await kept.read('own').catch(() => null);
  const readFile = own === null ? readShipped : readerOf(own);
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await readFile(name));
  return {
    text: await text(NOTICE_FILE).catch(() => null),
    sources: sourcesOf(parseCatalogueManifest(await text(MANIFEST_FILE))),
  };
}
