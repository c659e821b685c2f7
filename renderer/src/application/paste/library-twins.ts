import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { Item } from '../../domain/item';
import { ThingIndex } from '../../identity/thing-index';
import type { LineReading } from '../../importing/pasted/line-readings';
import { readingAsItem } from './look-up-lines';

export interface TwinCandidate {
  readonly type: 'item';
  readonly item: Item;
  readonly evidence: readonly IdentityEvidence[];
}

/** What the library has of a thing: the same, things that may be the same, or none. */
export type Twin =
  | { readonly verdict: 'same'; readonly item: Item }
  | { readonly verdict: 'doubtful'; readonly candidates: readonly TwinCandidate[] }
  | { readonly verdict: 'none' };

const NONE: Twin = { verdict: 'none' };

/** Finds things of the library, as an import does (identity/). */
export class LibraryTwins {
  readonly #index = new ThingIndex<Item>('two-sources');
  readonly #kinds = new Set<string>();

  constructor(library: readonly Item[]) {
    for (const item of library) {
      this.#index.add(item);
      this.#kinds.add(item.kind);
    }
  }

  find(thing: Item): Twin {
    const found = this.#index.find(thing);
    if (found.verdict === 'same') return { verdict: 'same', item: found.thing };
    if (found.verdict === 'none') return NONE;
    return {
      verdict: 'doubtful',
      candidates: found.candidates.map(({ thing: item, evidence }) => ({ type: 'item', item, evidence })),
    };
  }

  /** @param kind null: of any kind that the library has */
  findReading(readings: readonly LineReading[], kind: string | null): Twin {
    const kinds = kind === null ? [...this.#kinds] : [kind];
    const found = readings.flatMap((reading) => kinds.map((one) => this.find(readingAsItem(reading, one))));
    const same = found.find((twin) => twin.verdict === 'same');
    if (same !== undefined) return same;
    const candidates = found.flatMap((twin) => (twin.verdict === 'doubtful' ? twin.candidates : []));
    return candidates.length === 0 ? NONE : { verdict: 'doubtful', candidates };
  }
}
