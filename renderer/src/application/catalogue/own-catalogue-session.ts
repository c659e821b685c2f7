import { toAppError } from '../../domain/errors';
import type { PickedFile } from '../../domain/picked-file';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { type ImdbReader } from '../../domain/ports/imdb-reader';
import { catalogueFileKind, type CatalogueFileKind } from '../../importing/catalogue-files';
import { ObservableValue } from '../../domain/observable-value';

/** A table of IMDb's, without which the other says too little. */
export type ImdbTable = 'ratings' | 'basics';

/** What is done with files that were chosen for the catalogue. */
export type OwnCatalogueState =
  | { readonly step: 'idle' }
  | { readonly step: 'checking' }
  /** One of IMDb's two files is here. */
  | { readonly step: 'waiting'; readonly missing: ImdbTable }
  | { readonly step: 'reading'; readonly progress: { readonly done: number; readonly total: number } }
  /** The catalogue that was chosen answers from now on; or IMDb's titles do too. */
  | { readonly step: 'done'; readonly what: 'replaced' | 'imdb' }
  /** Nothing was changed. `reason` is one sentence or two; null: none of the files is for the catalogue. */
  | { readonly step: 'refused'; readonly reason: string | null };

export interface OwnCataloguePorts {
  readonly catalogue: Pick<CataloguePort, 'replace' | 'useShipped' | 'removeImdb' | 'reopen'>;
  readonly imdb: ImdbReader;
  /** Looks the library up in the catalogue that answers now. */
  readonly describeLibrary: () => Promise<void>;
}

type ImdbFiles = Partial<Record<'ratings' | 'basics' | 'crew' | 'names', PickedFile>>;
const TABLES: Partial<Readonly<Record<CatalogueFileKind, keyof ImdbFiles>>> = {
  'imdb-ratings': 'ratings',
  'imdb-basics': 'basics',
  'imdb-crew': 'crew',
  'imdb-names': 'names',
};

/**
 * Files of a person's own for the catalogue: another catalogue, or IMDb's two files, one after the other or together.
 * One per window, so that a reading goes on when its page is left.
 */
export class OwnCatalogueSession {
  readonly #ports: OwnCataloguePorts;
  readonly #state = new ObservableValue<OwnCatalogueState>({ step: 'idle' });
  #imdb: ImdbFiles = {};
  #running: AbortController | null = null;

  constructor(ports: OwnCataloguePorts) {
    this.#ports = ports;
  }

  readonly snapshot = (): OwnCatalogueState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /** Those of the files that are for the catalogue, by their content; the others are for the library. */
  readonly sort = async <File extends PickedFile>(
    files: readonly File[],
  ): Promise<{ readonly catalogue: readonly File[]; readonly others: readonly File[] }> => {
    const kinds = await Promise.all(files.map(async (file) => await catalogueFileKind(file).catch(() => null)));
    const isCatalogue = (_file: File, place: number): boolean => (kinds[place] ?? null) !== null;
    return kinds.includes('catalogue')
      ? // The notice beside a catalogue is a part of it.
        {
          catalogue: files.filter((file, place) => isCatalogue(file, place) || file.name === 'NOTICE.md'),
          others: files.filter((file, place) => !isCatalogue(file, place) && file.name !== 'NOTICE.md'),
        }
      : {
          catalogue: files.filter(isCatalogue),
          others: files.filter((file, place) => !isCatalogue(file, place)),
        };
  };

  /** Never rejects: what is wrong with the files is a state. Ignored while files are being read. */
  readonly take = async (files: readonly PickedFile[]): Promise<void> => {
    if (this.#running !== null || files.length === 0) return;
    const running = new AbortController();
    this.#running = running;
    this.#state.set({ step: 'checking' });
    try {
      this.#state.set(await this.#taken(files, running.signal));
    } catch (error) {
      const { code, message } = toAppError(error);
      this.#state.set(code === 'cancelled' ? { step: 'idle' } : { step: 'refused', reason: message });
    } finally {
      this.#running = null;
    }
  };

  /** Of a reading of IMDb's files: nothing is kept of it. */
  readonly cancel = (): void => {
    this.#imdb = {};
    if (this.#running === null) this.#state.set({ step: 'idle' });
    this.#running?.abort();
  };

  /** The shipped catalogue answers again. */
  readonly returnToShipped = async (): Promise<void> => {
    await this.#ports.catalogue.useShipped({});
    this.#changed();
  };

  readonly removeImdb = async (): Promise<void> => {
    await this.#ports.catalogue.removeImdb({});
    this.#changed();
  };

  async #taken(files: readonly PickedFile[], signal: AbortSignal): Promise<OwnCatalogueState> {
    const kinds = await Promise.all(files.map(catalogueFileKind));
    const { catalogue } = await this.sort(files);
    if (kinds.includes('catalogue')) {
      await this.#ports.catalogue.replace({ files: catalogue });
      this.#lookUpAnew();
      return { step: 'done', what: 'replaced' };
    }
    for (const [place, file] of files.entries()) {
      const table = TABLES[kinds[place] ?? 'imdb-other'];
      if (table !== undefined) this.#imdb = { ...this.#imdb, [table]: file };
    }
    if (kinds.every((kind) => kind === null || kind === 'imdb-other')) return { step: 'refused', reason: null };
    const { ratings, basics, crew = null, names = null } = this.#imdb;
    if (ratings === undefined) return { step: 'waiting', missing: 'ratings' };
    if (basics === undefined) return { step: 'waiting', missing: 'basics' };
    this.#imdb = {};
    this.#state.set({ step: 'reading', progress: { done: 0, total: 1 } });
    await this.#ports.imdb.keepTitles(
      { ratings, basics, crew, names },
      {
        signal,
        onProgress: (progress) => {
          this.#state.set({ step: 'reading', progress });
        },
      },
    );
    await this.#ports.catalogue.reopen({});
    this.#lookUpAnew();
    return { step: 'done', what: 'imdb' };
  }

  #changed(): void {
    this.#state.set({ step: 'idle' });
    this.#lookUpAnew();
  }

  #lookUpAnew(): void {
    this.#ports.describeLibrary().catch(() => undefined);
  }
}
