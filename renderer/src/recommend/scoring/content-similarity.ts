import { TASTE_SCALE } from '../../domain/taste-scale';

/** An event of a history. */
export interface WeighedRow {
  readonly row: number;
  /** 0..1, null = no rating. */
  readonly rating: number | null;
}

const UNRATED_WEIGHT = 0.5;

/** Weight of an event in the content profile, by its rating: 0 for a disliked item, 1 for a loved one. */
export function likedWeight(rating: number | null): number {
  return rating === null ? UNRATED_WEIGHT : Math.max(0, (rating - TASTE_SCALE.disliked) / (1 - TASTE_SCALE.disliked));
}

/** A field's slots among an item's tokens, and the weight of its words. */
export interface ContentField {
  readonly start: number;
  readonly slots: number;
  readonly weight: number;
}

/**
 * TF-IDF over the hashed words, creators and tags of the library. Term frequency is binary; idf = ln((1 + N) / (1 +
 * df)) over the library's items, raised to a power and multiplied by the weight of the word's field (Salton & Buckley
 * 1988; lengths to a power below 1: Singhal, Buckley & Mitra 1996). Buckets of all rows are packed into one array: a
 * profile against 20,000 items takes about 400,000 additions.
 */
export class ContentIndex {
  readonly #stride: number;
  readonly #df: Int32Array;
  /** int32 [rows, stride]: distinct buckets of each row, in the first `counts[row]` places of its stride. */
  #buckets = new Int32Array(0);
  #counts = new Int32Array(0);
  /** 1 / length of each row's TF-IDF vector; 0 for an empty one. [rows] */
  #inverseNorms = new Float64Array(0);
  /** The same to the power last asked for, in units of the mean length; powers are slow to take. [rows] */
  #scales = new Float64Array(0);
  #scalesPower = 1;
  /**
   * Weight of each bucket's field. A bucket belongs to one field, except for hash collisions: then the field last
   * written counts.
   */
  readonly #weights: Float64Array;
  /** Mean length of the rows that are not empty. */
  #meanLength = 1;
  readonly #idf: Float64Array;
  readonly #profile: Float64Array;
  readonly #held = new Set<number>();
  #stale = true;

  constructor(
    buckets: number,
    private readonly fields: readonly ContentField[],
    private readonly idfPower: number,
    private readonly padBucket: number,
  ) {
    this.#stride = fields.reduce((sum, field) => sum + field.slots, 0);
    this.#weights = new Float64Array(buckets);
    this.#df = new Int32Array(buckets);
    this.#idf = new Float64Array(buckets);
    this.#profile = new Float64Array(buckets);
  }

  reserve(rows: number): void {
    if (rows <= this.#counts.length) return;
    const buckets = new Int32Array(rows * this.#stride);
    const counts = new Int32Array(rows);
    buckets.set(this.#buckets);
    counts.set(this.#counts);
    this.#buckets = buckets;
    this.#counts = counts;
    this.#inverseNorms = new Float64Array(rows);
    this.#stale = true;
  }

  /** Replaces a row's content by an item's tokens, int32 [slotCount]. */
  put(row: number, tokens: Int32Array): void {
    this.remove(row);
    const distinct = new Set<number>();
    for (const { start, slots, weight } of this.fields) {
      for (let slot = start; slot < start + slots; slot += 1) {
        const bucket = tokens[slot] ?? this.padBucket;
        distinct.add(bucket);
        this.#weights[bucket] = weight;
      }
    }
    distinct.delete(this.padBucket);
    let at = row * this.#stride;
    for (const bucket of distinct) {
      this.#buckets[at] = bucket;
      this.#df[bucket] = (this.#df[bucket] ?? 0) + 1;
      at += 1;
    }
    this.#counts[row] = distinct.size;
    this.#held.add(row);
  }

  remove(row: number): void {
    this.#stale = true;
    if (!this.#held.delete(row)) return;
    this.#each(row, (bucket) => {
      this.#df[bucket] = (this.#df[bucket] ?? 0) - 1;
    });
    this.#counts[row] = 0;
  }

  /**
   * Similarity of each candidate to the weighted sum of the history's items. The cosine, except that a candidate's
   * length, in units of the mean length, is raised to `lengthPower`; 0 where either is empty. Written over `found`.
   * [candidates]
   */
  similarities(
    history: readonly WeighedRow[],
    candidates: Int32Array,
    lengthPower = 1,
    weight: (rating: number | null) => number = likedWeight,
    found: Float64Array = new Float64Array(candidates.length),
  ): Float64Array {
    this.#refresh();
    const profile = this.#profile;
    const written: number[] = [];
    for (const { row, rating } of history) {
      const scale = weight(rating) * (this.#inverseNorms[row] ?? 0);
      if (scale === 0) continue;
      this.#each(row, (bucket) => {
        profile[bucket] = (profile[bucket] ?? 0) + scale * (this.#idf[bucket] ?? 0);
        written.push(bucket);
      });
    }
    const inverseLength = this.#weighProfile(written);
    if (inverseLength > 0) this.#compare(candidates, inverseLength, lengthPower, found);
    else found.fill(0);
    for (const bucket of written) profile[bucket] = 0;
    return found;
  }

  /** Dot product of the profile with every candidate. */
  #compare(candidates: Int32Array, inverseLength: number, lengthPower: number, found: Float64Array): void {
    const [profile, buckets, counts, stride] = [this.#profile, this.#buckets, this.#counts, this.#stride];
    const scales = this.#scalesTo(lengthPower);
    for (let index = 0; index < candidates.length; index += 1) {
      const row = candidates[index] ?? 0;
      const first = row * stride;
      const end = first + (counts[row] ?? 0);
      let sum = 0;
      for (let at = first; at < end; at += 1) sum += profile[buckets[at] ?? 0] ?? 0;
      found[index] = sum * inverseLength * (scales[row] ?? 0);
    }
  }

  /** What each row's sum is multiplied by. [rows] */
  #scalesTo(lengthPower: number): Float64Array {
    if (lengthPower === 1) return this.#inverseNorms;
    if (this.#scales.length === this.#inverseNorms.length && this.#scalesPower === lengthPower) return this.#scales;
    const unit = this.#meanLength ** (lengthPower - 1);
    this.#scales = this.#inverseNorms.map((inverseNorm) => inverseNorm ** lengthPower * unit);
    this.#scalesPower = lengthPower;
    return this.#scales;
  }

  /**
   * Multiplies the profile by idf a second time, so that the dot product is a plain sum. Returns 1 / its length before
   * that.
   */
  #weighProfile(written: readonly number[]): number {
    const distinct = new Set(written);
    let square = 0;
    for (const bucket of distinct) {
      const value = this.#profile[bucket] ?? 0;
      square += value * value;
      this.#profile[bucket] = value * (this.#idf[bucket] ?? 0);
    }
    return square > 0 ? 1 / Math.sqrt(square) : 0;
  }

  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    const total = this.#held.size;
    for (let bucket = 0; bucket < this.#df.length; bucket += 1) {
      const df = this.#df[bucket] ?? 0;
      this.#idf[bucket] =
        df === 0 ? 0 : (this.#weights[bucket] ?? 0) * Math.log((1 + total) / (1 + df)) ** this.idfPower;
    }
    let lengths = 0;
    let filled = 0;
    for (const row of this.#held) {
      let square = 0;
      this.#each(row, (bucket) => {
        square += (this.#idf[bucket] ?? 0) ** 2;
      });
      this.#inverseNorms[row] = square > 0 ? 1 / Math.sqrt(square) : 0;
      lengths += Math.sqrt(square);
      filled += square > 0 ? 1 : 0;
    }
    this.#meanLength = filled > 0 ? lengths / filled : 1;
    this.#scales = new Float64Array(0);
  }

  #each(row: number, visit: (bucket: number) => void): void {
    const first = row * this.#stride;
    const end = first + (this.#counts[row] ?? 0);
    for (let at = first; at < end; at += 1) visit(this.#buckets[at] ?? 0);
  }
}
