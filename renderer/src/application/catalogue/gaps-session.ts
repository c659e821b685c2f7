import type { CatalogueDescription, CatalogueMatch } from '../../domain/catalogue';
import { gapsOf } from '../../domain/enrichment';
import { toAppError } from '../../domain/errors';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { createPacer } from '../../importing/pacer';
import type { LibraryIndex } from '../library/library-index';
import { ObservableValue } from '../../domain/observable-value';
import { descriptionsOf } from './describe-item';
import { lookUpInSlices, SLICE } from './look-up-in-slices';

export interface GapsState {
  /** waiting: not asked yet, or cancelled · looking · found: `matches` are complete · unavailable: no catalogue. */
  readonly step: 'waiting' | 'looking' | 'found' | 'unavailable';
  /** Things looked up. */
  readonly progress: { readonly done: number; readonly total: number };
  /** What the catalogue made of each thing that lacks something. A new map on every change. */
  readonly matches: ReadonlyMap<ItemId, CatalogueMatch>;
  /** Why there is no catalogue; empty where there is one. */
  readonly reason: string;
}

interface Known {
  /** What was asked, as text. */
  readonly asked: string;
  readonly match: CatalogueMatch;
}

interface Pending {
  readonly id: ItemId;
  readonly asked: string;
  readonly descriptions: readonly CatalogueDescription[];
}

const NOTHING: GapsState = { step: 'waiting', progress: { done: 0, total: 0 }, matches: new Map(), reason: '' };

export interface GapsSessionPorts {
  readonly catalogue: Pick<CataloguePort, 'recognise' | 'state'>;
  readonly library: Pick<LibraryIndex, 'snapshot'>;
}

/**
 * Looks up what the library's things lack, in slices. There is one per window, so what was looked up for the import
 * page is there on the page of the gaps; a thing is asked about again only where what is asked has changed.
 */
export class GapsSession {
  readonly #ports: GapsSessionPorts;
  readonly #state = new ObservableValue(NOTHING);
  readonly #known = new Map<ItemId, Known>();
  #running: AbortController | null = null;

  constructor(ports: GapsSessionPorts) {
    this.#ports = ports;
  }

  readonly snapshot = (): GapsState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  /** Rejects with an AppError where the catalogue cannot answer; being cancelled is no error. */
  async look(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const before = this.snapshot();
    try {
      const pending = await this.#pending();
      if (running.signal.aborted) return;
      // A handful is asked about again without taking away what is shown.
      const isQuiet = before.step === 'found' && pending.length <= SLICE;
      if (!isQuiet) this.#set({ step: 'looking', progress: { done: 0, total: pending.length } });
      const state = await this.#ports.catalogue.state({}, { signal: running.signal });
      if (running.signal.aborted) return;
      if (state.status === 'unavailable') {
        this.#state.set({ ...NOTHING, step: 'unavailable', reason: state.reason });
        return;
      }
      let done = 0;
      for await (const slice of lookUpInSlices(this.#ports.catalogue, pending, running.signal)) {
        for (const { thing, match } of slice) this.#known.set(thing.id, { asked: thing.asked, match });
        if (running.signal.aborted) return;
        done += slice.length;
        if (!isQuiet) this.#set({ step: 'looking', progress: { done, total: pending.length } });
      }
      this.#set({ step: 'found', progress: { done, total: pending.length }, matches: this.#matches() });
    } catch (error) {
      if (running.signal.aborted) return;
      this.#state.set(before.step === 'looking' ? { ...before, step: 'waiting' } : before);
      throw toAppError(error);
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** What was looked up so far is kept and shown. */
  readonly cancel = (): void => {
    if (this.snapshot().step !== 'looking') return;
    this.#running?.abort();
    this.#running = null;
    this.#set({ step: 'waiting', matches: this.#matches() });
  };

  #set(change: Partial<GapsState>): void {
    this.#state.set({ ...this.snapshot(), reason: '', ...change });
  }

  async #pending(): Promise<readonly Pending[]> {
    const pending: Pending[] = [];
    const items: readonly Item[] = [...this.#ports.library.snapshot().byId.values()];
    await createPacer().each(items, (item) => {
      if (gapsOf(item).length === 0) return;
      const descriptions = descriptionsOf(item);
      const asked = JSON.stringify(descriptions);
      if (this.#known.get(item.id)?.asked !== asked) pending.push({ id: item.id, asked, descriptions });
    });
    return pending;
  }

  #matches(): ReadonlyMap<ItemId, CatalogueMatch> {
    const { byId } = this.#ports.library.snapshot();
    for (const id of this.#known.keys()) if (!byId.has(id)) this.#known.delete(id);
    return new Map([...this.#known].map(([id, { match }]) => [id, match]));
  }
}
