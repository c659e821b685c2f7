import type { ItemIndex, ItemRows } from '../item-index';
import { likedWeight, type WeighedRow } from './content-similarity';

/**
 * TF-IDF likeness over whole terms of one kind (tags, makers or actors) of a library's things: idf = ln((1 + N) /
 * (1 + df)), each thing's vector of length 1 (Salton & Buckley 1988). One field alone, so that an estimate can weigh
 * "of the same kind" and "by the same people" apart.
 */
export class TermLikeness {
  readonly #terms = new Map<string, number>();
  /** Terms of each row that has any. */
  readonly #rows = new Map<number, Int32Array>();
  #idf = new Float64Array(0);
  readonly #profile: Float64Array;
  /** 1 / length of each row's vector. */
  readonly #inverseNorms = new Map<number, number>();

  /** @param termsOf of each row of the library; none for most of one kind of terms. */
  constructor(rows: Iterable<ItemIndex>, termsOf: (row: ItemIndex) => readonly string[]) {
    const counts: number[] = [];
    let total = 0;
    for (const row of rows) {
      total += 1;
      const own = new Set(termsOf(row));
      if (own.size === 0) continue;
      const ids = Int32Array.from(own, (term) => this.#idOf(term));
      for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
      this.#rows.set(row, ids);
    }
    this.#idf = Float64Array.from(counts, (count) => Math.log((1 + total) / (1 + count)));
    this.#profile = new Float64Array(counts.length);
    for (const [row, ids] of this.#rows) {
      let square = 0;
      for (const id of ids) square += (this.#idf[id] ?? 0) ** 2;
      this.#inverseNorms.set(row, square > 0 ? 1 / Math.sqrt(square) : 0);
    }
  }

  /** Cosine of each candidate with the weighted sum of what was liked, 0 where either has no term. [candidates] */
  similarities(history: readonly WeighedRow[], candidates: ItemRows, into: Float64Array): Float64Array {
    into.fill(0);
    const profile = this.#profile;
    const written = new Set<number>();
    for (const { row, rating } of history) {
      const scale = likedWeight(rating) * (this.#inverseNorms.get(row) ?? 0);
      if (scale === 0) continue;
      for (const id of this.#rows.get(row) ?? NO_TERMS) {
        profile[id] = (profile[id] ?? 0) + scale * (this.#idf[id] ?? 0);
        written.add(id);
      }
    }
    let square = 0;
    for (const id of written) square += (profile[id] ?? 0) ** 2;
    const inverseLength = square > 0 ? 1 / Math.sqrt(square) : 0;
    if (inverseLength > 0)
      for (let index = 0; index < candidates.length; index += 1) {
        const row = candidates[index] ?? 0;
        let sum = 0;
        for (const id of this.#rows.get(row) ?? NO_TERMS) sum += (profile[id] ?? 0) * (this.#idf[id] ?? 0);
        into[index] = sum * inverseLength * (this.#inverseNorms.get(row) ?? 0);
      }
    for (const id of written) profile[id] = 0;
    return into;
  }

  #idOf(term: string): number {
    const found = this.#terms.get(term);
    if (found !== undefined) return found;
    const id = this.#terms.size;
    this.#terms.set(term, id);
    return id;
  }
}

const NO_TERMS = new Int32Array(0);
