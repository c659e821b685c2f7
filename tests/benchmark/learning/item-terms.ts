import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';

/** Positions (ascending) and values of the non-zero entries. */
export interface SparseVector {
  readonly positions: Int32Array;
  readonly values: Float64Array;
}

/** Numbers names in the order they first occur. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  number(name: string): number {
    const found = this.#numbers.get(name);
    if (found !== undefined) return found;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

export function sparseVector(entries: Iterable<readonly [position: number, value: number]>): SparseVector {
  const sorted = [...new Map(entries)].filter(([, value]) => value !== 0).sort(([left], [right]) => left - right);
  return {
    positions: Int32Array.from(sorted, ([position]) => position),
    values: Float64Array.from(sorted, ([, value]) => value),
  };
}

export function dot(left: SparseVector, right: SparseVector): number {
  let sum = 0;
  for (let a = 0, b = 0; a < left.positions.length && b < right.positions.length;) {
    const difference = (left.positions[a] ?? 0) - (right.positions[b] ?? 0);
    if (difference === 0) sum += (left.values[a] ?? 0) * (right.values[b] ?? 0);
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return sum;
}

/** TF-IDF vectors of length 1 over whole tags, creators and title words. @returns one per item, in their order. */
export function termVectors(items: readonly LibraryItem[]): readonly SparseVector[] {
  const vocabulary = new Vocabulary();
  const documents = items.map((item) => [...new Set(terms(item))].map((term) => vocabulary.number(term)));
  const frequencies = new Float64Array(vocabulary.size);
  for (const document of documents) for (const term of document) frequencies[term] = (frequencies[term] ?? 0) + 1;
  return documents.map((document) => {
    const weights = document.map((term) => Math.log((items.length + 1) / (frequencies[term] ?? 1)));
    const length = Math.hypot(...weights) || 1;
    return sparseVector(document.map((term, place) => [term, (weights[place] ?? 0) / length] as const));
  });
}

function terms({ title, creators, tags }: LibraryItem): readonly string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...words.map((word) => `word:${word}`),
    ...creators.map((name) => `creator:${name.toLowerCase()}`),
    ...tags.map((tag) => `tag:${tag.toLowerCase()}`),
  ];
}

const DECADE = 10;

/**
 * Readable features of length about 1: one-hot tags (of length 1 together), kind, decade, the crowd's rating and count
 * in standard deviations of the pack, and a constant for how much the person likes in general.
 */
export function readableFeatures(items: readonly LibraryItem[]): readonly SparseVector[] {
  const vocabulary = new Vocabulary();
  const ratings = standardised(items.map(({ crowd }) => crowd?.rating ?? null));
  const counts = standardised(
    items.map(({ crowd }) => (crowd?.count === undefined || crowd.count === null ? null : Math.log1p(crowd.count))),
  );
  return items.map(({ kind, tags, year }, place) => {
    const distinct = [...new Set(tags.map((tag) => tag.toLowerCase()))];
    const entries: (readonly [string, number])[] = [
      ['constant', 1],
      [`kind:${kind}`, 0.5],
      ['rating', 0.5 * (ratings[place] ?? 0)],
      ['count', 0.5 * (counts[place] ?? 0)],
      ...distinct.map((tag) => [`tag:${tag}`, 1 / Math.sqrt(distinct.length)] as const),
    ];
    if (year !== null) entries.push([`decade:${String(Math.floor(year / DECADE))}`, 0.5]);
    return sparseVector(entries.map(([name, value]) => [vocabulary.number(name), value] as const));
  });
}

/** Standard deviations from the mean; missing values are taken to be average. */
function standardised(values: readonly (number | null)[]): readonly number[] {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const deviation =
    Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)) || 1;
  return values.map((value) => (value === null ? 0 : (value - mean) / deviation));
}
