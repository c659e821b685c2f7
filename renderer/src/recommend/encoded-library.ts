import { itemIndex, itemRows } from './item-index';
import type { ItemIndex, ItemRows } from './item-index';
import { AppError } from '../domain/errors';
import type { ItemId } from '../domain/ids';
import { libraryItemKey, vectorKey } from '../domain/item-fields/library-item';
import type { LibraryItem } from '../domain/recommendation-request';
import { describedItem, underEachTitle, withTags } from './encoding/described-item';
import { encodeItems } from './encoding/encode-items';
import { fieldSlots, itemTokenizer } from './encoding/item-tokens';
import type { ItemTokenizer } from './encoding/item-tokens';
import { textRules } from './encoding/text';
import type { TextRules } from './encoding/text';
import { FALLBACK_SCORING, fallbackFeatureSchema } from './model/fallback-schema';
import { namesOf } from './encoding/item-names';
import type { ItemNames } from './encoding/item-names';
import { KnownItems } from './model/known-items';
import { WEIGHT_SETS } from './model/model-manifest';
import type { FeatureSchema, WeightSet } from './model/model-manifest';
import type { TasteModel } from './model/model-ports';
import type { CallContext, Mode } from './recommender-api';
import { ContentIndex } from './scoring/content-similarity';
import { plainScoreKernel } from './scoring/item-matrix';
import type { ItemMatrix } from './scoring/item-matrix';
import { LibraryTags } from './library-tags';

const NOT_KNOWN = -1;

/**
 * The library as matrices: vectors with and without the known-item table, TF-IDF, names. A row keeps its number until
 * its item is removed; freed rows are reused, so that one edit encodes one item. Vectors are derived data and are
 * stored nowhere else.
 */
export class EncodedLibrary {
  readonly schema: FeatureSchema;
  readonly text: TextRules;
  readonly content: ContentIndex;
  readonly tags: LibraryTags;
  readonly dim: number;
  readonly heads: number;
  readonly #tokenizer: ItemTokenizer;
  readonly #known: KnownItems | null;
  readonly #trainedKinds: ReadonlySet<string>;
  /** By kind as typed: whether the model was trained on it. Saves normalising the kind of every item. */
  readonly #kindIsTrained = new Map<string, boolean>();
  /** Counts changes of vectors and facts: what was computed from the library under another number is of the past. */
  #version = 0;
  readonly #rows = new Map<ItemId, ItemIndex>();
  readonly #free: ItemIndex[] = [];
  /** Filled in from the catalogue (described-item.ts). */
  #items: (LibraryItem | null)[] = [];
  /** As they were given: what a change is compared with. */
  readonly #given = new Map<ItemId, LibraryItem>();
  #names: (ItemNames | null)[] = [];
  #knownRows = new Int32Array(0);
  /** Scratch space of `cooccurrence`, float64 [known rows]; all zero between calls. */
  readonly #neighbourSums: Float64Array;
  /** 1 where the model was trained on the item's kind. [rows] */
  #trained = new Uint8Array(0);
  /** Vectors and biases with the known-item table. */
  readonly #warm: ItemMatrix;
  /** Vectors and biases without it. */
  readonly #cold: ItemMatrix;

  constructor(private readonly model: TasteModel | null) {
    this.schema = model?.manifest.featureSchema ?? fallbackFeatureSchema();
    this.text = textRules(this.schema.text);
    this.#tokenizer = itemTokenizer(this.schema, this.text);
    this.#known = model === null ? null : new KnownItems(model.manifest, model.knownItems);
    this.#neighbourSums = new Float64Array(this.#known?.rows ?? 0);
    this.tags = new LibraryTags(
      model,
      {
        all: () => this.rows(),
        names: (row) => this.names(row),
        spelled: (row) => this.item(row).tags,
        vector: (row) => this.vector(row),
      },
      this.text,
    );
    this.#trainedKinds = new Set(model?.manifest.trainedKinds);
    this.dim = model?.manifest.dim ?? 0;
    this.heads = model?.manifest.heads.length ?? 0;
    const kernel = model?.scoreKernel ?? plainScoreKernel;
    this.#warm = kernel.createMatrix(this.dim, this.heads);
    this.#cold = kernel.createMatrix(this.dim, this.heads);
    const { fields, idfPower } = (model?.manifest.scoring ?? FALLBACK_SCORING).content;
    this.content = new ContentIndex(
      this.schema.hash.buckets,
      fieldSlots(this.schema, fields),
      idfPower,
      this.schema.hash.padBucket,
    );
  }

  get size(): number {
    return this.#rows.size;
  }

  get version(): number {
    return this.#version;
  }

  /** One more than the highest row ever used. */
  get capacity(): number {
    return this.#items.length;
  }

  /** Rows in use, in the order in which their items were added. */
  rows(): Iterable<ItemIndex> {
    return this.#rows.values();
  }

  /** Mean rating 0..1 in the known-item table; null for items without a known row. */
  knownRating(row: ItemIndex): number | null {
    const known = this.#knownRows[row] ?? NOT_KNOWN;
    return known === NOT_KNOWN || this.#known === null ? null : this.#known.rating(known);
  }

  matrix(mode: 'warm' | 'cold'): ItemMatrix {
    return mode === 'warm' ? this.#warm : this.#cold;
  }

  rowOf(id: ItemId): ItemIndex | undefined {
    return this.#rows.get(id);
  }

  /** An item as it was given; undefined where the library does not hold it. */
  given(id: ItemId): LibraryItem | undefined {
    return this.#given.get(id);
  }

  item(row: ItemIndex): LibraryItem {
    const item = this.#items[row];
    if (item === undefined || item === null) throw new AppError('not-found', `No item stands in row ${String(row)}.`);
    return item;
  }

  /** Normalised names of an item; computed on first use. */
  names(row: ItemIndex): ItemNames {
    const found = this.#names[row];
    if (found !== undefined && found !== null) return found;
    const names = namesOf(this.item(row), this.schema.fingerprint, this.text);
    this.#names[row] = names;
    return names;
  }

  /** Whether the model was trained on the item's kind. */
  isTrained(row: ItemIndex): boolean {
    return this.#trained[row] === 1;
  }

  /** Which of WEIGHT_SETS weighs the row's channels. In cold mode no item is `known`. */
  weightSet(row: ItemIndex, mode: Mode): WeightSet {
    return WEIGHT_SETS[this.weightSets(itemRows([row]), mode)[0] ?? 0] ?? 'untrained';
  }

  /** The same for many rows, as places in WEIGHT_SETS. */
  weightSets(rows: ItemRows, mode: Mode): Uint8Array {
    const [trained, knownRows] = [this.#trained, this.#knownRows];
    const [known, unknown, untrained] = WEIGHT_SETS.map((_set, place) => place);
    const sets = new Uint8Array(rows.length);
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (trained[row] !== 1) sets[index] = untrained ?? 0;
      else sets[index] = (mode === 'warm' && knownRows[row] !== NOT_KNOWN ? known : unknown) ?? 0;
    }
    return sets;
  }

  /**
   * Co-occurrence sum for each candidate: Σ over history rows of weight × how often other people liked both. All 0 in
   * cold mode. Written over `found`.
   */
  cooccurrence(
    history: readonly { readonly row: ItemIndex; readonly weight: number }[],
    candidates: ItemRows,
    mode: Mode,
    found: Float64Array,
  ): Float64Array {
    found.fill(0);
    if (mode === 'cold' || this.#known === null) return found;
    const written: number[] = [];
    const sums = this.#neighbourSums;
    for (const { row, weight } of history) {
      const known = this.#knownRows[row] ?? NOT_KNOWN;
      if (known !== NOT_KNOWN && weight > 0) this.#known.addNeighbours(known, weight, sums, written);
    }
    if (written.length > 0) {
      for (let index = 0; index < candidates.length; index += 1) {
        const known = this.#knownRows[candidates[index] ?? 0] ?? NOT_KNOWN;
        if (known !== NOT_KNOWN) found[index] = sums[known] ?? 0;
      }
    }
    for (const row of written) sums[row] = 0;
    return found;
  }

  /**
   * Partial correlation of two items among other people's likes: the geometric mean of the weights that each has for
   * the other in the table, 0 where one is not among the other's neighbours.
   */
  partialCorrelation(left: ItemIndex, right: ItemIndex): number {
    const [one, other] = [this.#knownRows[left] ?? NOT_KNOWN, this.#knownRows[right] ?? NOT_KNOWN];
    if (this.#known === null || one === NOT_KNOWN || other === NOT_KNOWN) return 0;
    const [there, back] = [this.#known.neighbourWeight(one, other), this.#known.neighbourWeight(other, one)];
    return there > 0 && back > 0 ? Math.sqrt(there * back) : 0;
  }

  #learned(kind: string): boolean {
    const found = this.#kindIsTrained.get(kind);
    if (found !== undefined) return found;
    const trained = this.#trainedKinds.has(this.text.phrase(kind));
    this.#kindIsTrained.set(kind, trained);
    return trained;
  }

  isKnown(row: ItemIndex): boolean {
    return (this.#knownRows[row] ?? NOT_KNOWN) !== NOT_KNOWN;
  }

  /** Popularity rank within its kind group, 0 (least) to 1; null for items without a known row. */
  popularity(row: ItemIndex): number | null {
    const known = this.#knownRows[row] ?? NOT_KNOWN;
    return known === NOT_KNOWN || this.#known === null ? null : this.#known.popularity(known);
  }

  /** An item's vector, float32 [D]. Read only. */
  vector(row: ItemIndex): Float32Array {
    return this.#warm.vectors.subarray(row * this.dim, (row + 1) * this.dim);
  }

  /** Cosine of two items' vectors, −1..1; 0 without a model. */
  cosine(left: ItemIndex, right: ItemIndex): number {
    const { vectors } = this.#warm;
    let dot = 0;
    let leftSquare = 0;
    let rightSquare = 0;
    for (let at = 0; at < this.dim; at += 1) {
      const a = vectors[left * this.dim + at] ?? 0;
      const b = vectors[right * this.dim + at] ?? 0;
      dot += a * b;
      leftSquare += a * a;
      rightSquare += b * b;
    }
    return dot === 0 ? 0 : dot / Math.sqrt(leftSquare * rightSquare);
  }

  /**
   * Similarity of two items, −1..1: cosine of their vectors, or Jaccard overlap of tags and creators without a model.
   */
  likeness(left: ItemIndex, right: ItemIndex): number {
    if (this.model !== null) return this.cosine(left, right);
    const [a, b] = [this.names(left), this.names(right)];
    const mine = new Set([...a.tags, ...a.creators]);
    const theirs = new Set([...b.tags, ...b.creators]);
    const shared = [...mine].filter((entry) => theirs.has(entry)).length;
    return shared === 0 ? 0 : shared / (mine.size + theirs.size - shared);
  }

  /** For each candidate the highest similarity to any of `others`; −∞ where `others` is empty. [candidates] */
  nearest(others: readonly ItemIndex[], candidates: ItemRows): Float64Array {
    const found = new Float64Array(candidates.length).fill(Number.NEGATIVE_INFINITY);
    const keep = (likeness: number, index: number): void => {
      if (likeness > (found[index] ?? 0)) found[index] = likeness;
    };
    if (this.model !== null)
      this.#warm.cosines(others, candidates, (_place, cosines) => {
        cosines.forEach(keep);
      });
    else
      for (const other of others)
        candidates.forEach((candidate, index) => {
          keep(this.likeness(other, candidate), index);
        });
    return found;
  }

  recognised(): { readonly known: number; readonly total: number } {
    let known = 0;
    for (const row of this.#rows.values()) if (this.isKnown(row)) known += 1;
    return { known, total: this.size };
  }

  /** Replaces the library. Returns true if any vector or fact changed. */
  async set(items: readonly LibraryItem[], context: CallContext): Promise<boolean> {
    const keep = new Set(items.map((item) => item.id));
    return await this.update(
      items,
      [...this.#rows.keys()].filter((id) => !keep.has(id)),
      context,
    );
  }

  /**
   * Adds, changes and removes items; returns true if any vector or fact changed. Only what changes an item's vector
   * encodes it again. Where an encoder fails or the call is cancelled, the library stays as it was.
   */
  async update(upserts: readonly LibraryItem[], removals: readonly ItemId[], context: CallContext): Promise<boolean> {
    const removed = removals.filter((id) => this.#rows.has(id));
    const gone = new Set(removed);
    const differs = (item: LibraryItem, key: (item: LibraryItem) => string): boolean => {
      const before = gone.has(item.id) ? undefined : this.#given.get(item.id);
      return before === undefined || key(before) !== key(item);
    };
    const latest = [...new Map(upserts.map((item) => [item.id, item])).values()];
    const changed = latest.filter((item) => differs(item, libraryItemKey));
    if (changed.length === 0 && removed.length === 0) return false;
    const toEncode = changed.filter((item) => differs(item, vectorKey));
    const knownRows = toEncode.map((item) => this.#knownRow(describedItem(item)));
    const encoded = await encodeItems(
      toEncode.map((item, index) => (knownRows[index] === null ? withTags(item) : item)),
      this.#tokenizer,
      this.model,
      context,
    );
    this.#version += 1;
    for (const id of removed) this.#remove(id);
    for (const item of changed) {
      const row = this.#claim(item.id);
      this.#items[row] = describedItem(item);
      this.#given.set(item.id, item);
      this.#names[row] = null;
      this.tags.forget(row);
    }
    this.#grow();
    const { slotCount } = this.#tokenizer;
    toEncode.forEach((item, index) => {
      const row = this.#claim(item.id);
      this.content.put(row, encoded.tokens.subarray(index * slotCount, (index + 1) * slotCount));
      const known = knownRows[index] ?? null;
      this.#knownRows[row] = known ?? NOT_KNOWN;
      this.#trained[row] = this.#learned(item.kind) ? 1 : 0;
      const vector = encoded.vectors.subarray(index * this.dim, (index + 1) * this.dim);
      const biases = encoded.biases.subarray(index * this.heads, (index + 1) * this.heads);
      this.#cold.put(row, vector, biases);
      if (known !== null) this.#known?.addTo(known, vector, biases);
      else if (this.#trained[row] === 1)
        this.#known?.addKin(item.backgroundFacts?.kin ?? [], this.text, vector, biases);
      this.#warm.put(row, vector, biases);
    });
    return true;
  }

  /** By the item's own title, else by another that the catalogue knows; null where the table has none of them. */
  #knownRow(item: LibraryItem): number | null {
    for (const one of underEachTitle(item)) {
      const row = this.#known?.rowOf(one, this.text) ?? null;
      if (row !== null) return row;
    }
    return null;
  }

  #claim(id: ItemId): ItemIndex {
    const existing = this.#rows.get(id);
    if (existing !== undefined) return existing;
    const row = this.#free.pop() ?? itemIndex(this.#items.length);
    if (row === this.#items.length) {
      this.#items.push(null);
      this.#names.push(null);
    }
    this.#rows.set(id, row);
    return row;
  }

  #remove(id: ItemId): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    this.#given.delete(id);
    this.#free.push(row);
    this.#items[row] = null;
    this.#names[row] = null;
    this.tags.forget(row);
    this.#knownRows[row] = NOT_KNOWN;
    this.content.remove(row);
  }

  /** Makes room for every row in use; capacity doubles, so that adding items one by one stays cheap. */
  #grow(): void {
    if (this.#items.length <= this.#knownRows.length) return;
    const capacity = Math.max(this.#items.length, this.#knownRows.length * 2);
    this.#warm.reserve(capacity);
    this.#cold.reserve(capacity);
    const knownRows = new Int32Array(capacity).fill(NOT_KNOWN);
    knownRows.set(this.#knownRows);
    this.#knownRows = knownRows;
    const trained = new Uint8Array(capacity);
    trained.set(this.#trained);
    this.#trained = trained;
    this.content.reserve(capacity);
  }
}
