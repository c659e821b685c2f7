import { isMeaningfulTag } from '../../domain/meaningful-tags';
import type { ItemNames } from './item-names';

/** How many things of a library carry each tag, which tells tags that say something from those that do not. */
export class TagCarriers {
  readonly #things = new Map<string, number>();
  readonly #all = new Map<string, number>();
  /** By kind and tag. */
  readonly #ofKind = new Map<string, number>();

  constructor(library: Iterable<Pick<ItemNames, 'kind' | 'tags'>>) {
    for (const { kind, tags } of library) {
      add(this.#things, kind);
      for (const tag of new Set(tags)) {
        add(this.#all, tag);
        add(this.#ofKind, `${kind}|${tag}`);
      }
    }
  }

  /** Things of the kind with the tag; two where it is fewer and another kind has it too. */
  carriedBy(kind: string, tag: string): number {
    return Math.max(this.#ofKind.get(`${kind}|${tag}`) ?? 0, Math.min(2, this.#all.get(tag) ?? 0));
  }

  /** @param phrase the tag as a phrase, @param tag as it is spelled: "C++" is no single letter */
  isMeaningful(kind: string, phrase: string, tag: string): boolean {
    return isMeaningfulTag(tag, this.carriedBy(kind, phrase), this.#things.get(kind) ?? 0);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
