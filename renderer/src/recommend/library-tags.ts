import type { LikelyTag } from '../domain/recommendation';
import { TagCarriers } from './encoding/tag-carriers';
import type { ItemNames } from './encoding/item-names';
import type { TextRules } from './encoding/text';
import type { ItemIndex } from './item-index';
import type { TasteModel } from './model/model-ports';
import { TagHead } from './model/tag-head';

/** A tag is guessed where its chance is above one half; at most five, so that they are read at a glance. */
const MIN_GUESS = 0.5;
const MAX_GUESSES = 5;
const NO_TAGS = new Float32Array(0);

/** What the library holds of its rows. */
interface Rows {
  readonly all: () => Iterable<ItemIndex>;
  readonly names: (row: ItemIndex) => ItemNames;
  /** Tags as the item spells them. */
  readonly spelled: (row: ItemIndex) => readonly string[];
  readonly vector: (row: ItemIndex) => Float32Array;
}

/** Tags of the library's items: those that say something, and those the model's tag head finds likely. */
export class LibraryTags {
  readonly #head: TagHead | null;
  readonly #shares: ReadonlyMap<string, Float32Array>;
  /** By row; dropped when the row changes. */
  readonly #chances = new Map<ItemIndex, Float32Array>();
  /** Counted on first use, and anew after every change. */
  #carriers: TagCarriers | null = null;

  constructor(
    model: TasteModel | null,
    private readonly rows: Rows,
    private readonly text: TextRules,
  ) {
    this.#head = model === null ? null : new TagHead(model.manifest.tagHead, model.tagHead);
    const shares = new Map<string, number[]>();
    model?.manifest.tagHead.tags.forEach(({ group }, place) => {
      shares.set(group, [...(shares.get(group) ?? []), model.manifest.estimates.tagShares[place] ?? 0]);
    });
    this.#shares = new Map([...shares].map(([group, values]) => [group, Float32Array.from(values)]));
  }

  /** Share 0..1 of the things of a kind group that deserve each of its tags; empty for a group without tags. [tags] */
  shares(group: string): Float32Array {
    return this.#shares.get(group) ?? NO_TAGS;
  }

  /** Chance 0..1 that the item deserves each tag of its group; 1 for those it carries. Read only. [tags] */
  chances(row: ItemIndex): Float32Array {
    const found = this.#chances.get(row);
    if (found !== undefined) return found;
    const { group, tags } = this.rows.names(row);
    const chances = this.#head?.chances(this.rows.vector(row), group) ?? NO_TAGS;
    if (tags.length > 0)
      this.#head?.names(group).forEach((name, tag) => {
        if (tags.includes(this.text.phrase(name))) chances[tag] = 1;
      });
    this.#chances.set(row, chances);
    return chances;
  }

  /** Likely tags that the item does not carry, by falling confidence. */
  likely(row: ItemIndex, minConfidence = MIN_GUESS, most = MAX_GUESSES): readonly LikelyTag[] {
    if (this.#head === null) return [];
    const { group, tags } = this.rows.names(row);
    return this.#head
      .likely(this.rows.vector(row), group, minConfidence, most + tags.length)
      .filter(({ name }) => !tags.includes(this.text.phrase(name)))
      .slice(0, most);
  }

  /** Likely tags, as phrases, of an item that has no tags; none for an item that has some. */
  guessed(row: ItemIndex): readonly LikelyTag[] {
    if (this.rows.names(row).tags.length > 0) return [];
    return this.likely(row).map(({ name, confidence }) => ({ name: this.text.phrase(name), confidence }));
  }

  /** Tags of an item that may be a reason (domain/meaningful-tags.ts), as it spells them, the rarest first. */
  meaningful(row: ItemIndex): readonly string[] {
    const { kind } = this.rows.names(row);
    const carriers = (this.#carriers ??= new TagCarriers(Array.from(this.rows.all(), (each) => this.rows.names(each))));
    return this.rows
      .spelled(row)
      .map((tag) => ({ tag, phrase: this.text.phrase(tag) }))
      .filter(({ tag, phrase }) => phrase !== '' && carriers.isMeaningful(kind, phrase, tag))
      .sort((left, right) => carriers.carriedBy(kind, left.phrase) - carriers.carriedBy(kind, right.phrase))
      .map(({ tag }) => tag);
  }

  /** Call when a row's item changed or went. */
  forget(row: ItemIndex): void {
    this.#carriers = null;
    this.#chances.delete(row);
  }
}
