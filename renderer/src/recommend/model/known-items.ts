import type { Kin } from '../../domain/catalogue';
import { AppError } from '../../domain/errors';
import type { ItemFacts } from '../../domain/item';
import { lookupKeys } from '../encoding/fingerprint';
import type { FingerprintKey } from '../encoding/fingerprint';
import type { TextRules } from '../encoding/text';
import type { ModelManifest, Section } from './model-manifest';

const RATING_STEPS = 254;
const RATING_UNKNOWN = 255;
const POPULARITY_STEPS = 255;

/**
 * What other people's ratings say of items in the known-item table. Views over the bytes of known-items.bin; nothing is
 * copied.
 */
export class KnownItems {
  readonly rows: number;
  readonly #dim: number;
  readonly #width: number;
  readonly #keysHi: Uint32Array;
  readonly #keysLo: Uint32Array;
  readonly #keyRows: Uint32Array;
  /** [rows, `#width`]: one code holds a digit of each member; models/README.md, Packed. */
  readonly #codes: Int16Array;
  readonly #scales: Float32Array;
  /** [rows, D - members × `#width`]. */
  readonly #taste: Int8Array;
  readonly #tasteScales: Float32Array;
  readonly #biases: Float32Array;
  readonly #ratings: Uint8Array;
  readonly #popularity: Uint8Array;
  readonly #neighbourStarts: Uint32Array;
  readonly #neighbours: Uint16Array;
  readonly #neighbourWeights: Int8Array;
  readonly #neighbourScales: Float32Array;

  constructor(
    private readonly manifest: ModelManifest,
    bytes: ArrayBuffer,
  ) {
    const { sections, rows } = manifest.knownItems;
    const view = <T>(section: Section, width: number, create: (offset: number, length: number) => T): T => {
      if (section.offset + section.length * width > bytes.byteLength)
        throw new AppError('model-damaged', "The model's table of known items is shorter than its manifest says.");
      return create(section.offset, section.length);
    };
    const uint32 = (section: Section): Uint32Array =>
      view(section, 4, (offset, length) => new Uint32Array(bytes, offset, length));
    const float32 = (section: Section): Float32Array =>
      view(section, 4, (offset, length) => new Float32Array(bytes, offset, length));
    const uint8 = (section: Section): Uint8Array =>
      view(section, 1, (offset, length) => new Uint8Array(bytes, offset, length));
    this.rows = rows;
    this.#dim = manifest.dim;
    this.#width = manifest.tagHead.width / manifest.knownItems.members;
    this.#keysHi = uint32(sections.keysHi);
    this.#keysLo = uint32(sections.keysLo);
    this.#keyRows = uint32(sections.keyRows);
    this.#codes = view(sections.vectors, 2, (offset, length) => new Int16Array(bytes, offset, length));
    this.#scales = float32(sections.vectorScales);
    this.#taste = view(sections.taste, 1, (offset, length) => new Int8Array(bytes, offset, length));
    this.#tasteScales = float32(sections.tasteScales);
    this.#biases = float32(sections.biases);
    this.#ratings = uint8(sections.ratings);
    this.#popularity = uint8(sections.popularity);
    this.#neighbourStarts = uint32(sections.neighbourStarts);
    this.#neighbours = view(sections.neighbours, 2, (offset, length) => new Uint16Array(bytes, offset, length));
    this.#neighbourWeights = view(
      sections.neighbourWeights,
      1,
      (offset, length) => new Int8Array(bytes, offset, length),
    );
    this.#neighbourScales = float32(sections.neighbourScales);
  }

  /** The table's row of an item, or null. */
  rowOf(item: Pick<ItemFacts, 'kind' | 'title' | 'creators' | 'year'>, text: TextRules): number | null {
    for (const key of lookupKeys(this.manifest.featureSchema.fingerprint, item, text)) {
      const row = this.#find(key);
      if (row !== null) return row;
    }
    return null;
  }

  /** Adds the row's vector, × `share`, to `vector` [D] and its biases to `biases` [heads]. */
  addTo(row: number, vector: Float32Array, biases: Float32Array, share = 1): void {
    const { levels } = this.manifest.knownItems;
    const learned = this.manifest.tagHead.width;
    const scale = share * (this.#scales[row] ?? 0);
    for (let at = 0; at < this.#width; at += 1) {
      let code = this.#codes[row * this.#width + at] ?? 0;
      for (let place = at; place < learned; place += this.#width) {
        const higher = Math.round(code / levels);
        vector[place] = (vector[place] ?? 0) + scale * (code - levels * higher);
        code = higher;
      }
    }
    const tasteScale = share * (this.#tasteScales[row] ?? 0);
    const from = row * (this.#dim - learned) - learned;
    for (let at = learned; at < this.#dim; at += 1)
      vector[at] = (vector[at] ?? 0) + tasteScale * (this.#taste[from + at] ?? 0);
    const heads = this.manifest.heads.length;
    for (let head = 0; head < heads; head += 1)
      biases[head] = (biases[head] ?? 0) + share * (this.#biases[row * heads + head] ?? 0);
  }

  /**
   * Adds what the table says of others by the same makers or with the same actors, for a thing that it does not have:
   * the weighted mean of their rows, shrunk as by one that says nothing.
   */
  addKin(kin: readonly Kin[], text: TextRules, vector: Float32Array, biases: Float32Array): void {
    const rows = kin.flatMap(({ likeness, ...thing }) => {
      const row = this.rowOf(thing, text);
      return row === null ? [] : [{ row, likeness }];
    });
    const total = rows.reduce((sum, { likeness }) => sum + likeness, 1);
    for (const { row, likeness } of rows) this.addTo(row, vector, biases, likeness / total);
  }

  /** Mean rating 0..1 of those who rated it, shrunk towards the mean; null = not known. */
  rating(row: number): number | null {
    const value = this.#ratings[row] ?? RATING_UNKNOWN;
    return value === RATING_UNKNOWN ? null : value / RATING_STEPS;
  }

  /** Rank of its event count within its kind group: 0 = fewest, 1 = most. */
  popularity(row: number): number {
    return (this.#popularity[row] ?? 0) / POPULARITY_STEPS;
  }

  /** Adds weight × co-occurrence with `row` to `sums` [rows], and every row written to `written`. */
  addNeighbours(row: number, weight: number, sums: Float64Array, written: number[]): void {
    const scale = weight * (this.#neighbourScales[row] ?? 0);
    const end = this.#neighbourStarts[row + 1] ?? 0;
    for (let at = this.#neighbourStarts[row] ?? 0; at < end; at += 1) {
      const other = this.#neighbours[at] ?? 0;
      sums[other] = (sums[other] ?? 0) + scale * (this.#neighbourWeights[at] ?? 0);
      written.push(other);
    }
  }

  /** Co-occurrence of `other` with `row`: its weight given that `row` was liked; 0 where it is no neighbour. */
  neighbourWeight(row: number, other: number): number {
    const end = this.#neighbourStarts[row + 1] ?? 0;
    for (let at = this.#neighbourStarts[row] ?? 0; at < end; at += 1)
      if (this.#neighbours[at] === other) return (this.#neighbourScales[row] ?? 0) * (this.#neighbourWeights[at] ?? 0);
    return 0;
  }

  #find({ hi, lo }: FingerprintKey): number | null {
    let low = 0;
    let high = this.#keysHi.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const foundHi = this.#keysHi[middle] ?? 0;
      const foundLo = this.#keysLo[middle] ?? 0;
      if (foundHi === hi && foundLo === lo) return this.#keyRows[middle] ?? null;
      if (foundHi < hi || (foundHi === hi && foundLo < lo)) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }
}
