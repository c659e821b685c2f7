import { ShrunkMeans } from '../math/shrunk-means';

/**
 * Two predictions of a rating that need no model: what the crowd gave, and what it gave corrected by what this person
 * thought of the same creators. For things under any key: rows in the app, ids in the benchmark.
 */

/** Assumed where no average at all is known. */
export const TYPICAL_RATING = 0.7;

/** A mean rating 0..1 for each thing; null = not known. Those not known get the mean of their kind, else of all. */
export function averageRatings<Key>(
  things: Iterable<{ readonly key: Key; readonly kind: string; readonly rating: number | null }>,
): ReadonlyMap<Key, number> {
  const all = [...things];
  const byKind = new Map<string, { sum: number; count: number }>();
  const total = { sum: 0, count: 0 };
  for (const { kind, rating } of all) {
    if (rating === null) continue;
    const own = byKind.get(kind) ?? { sum: 0, count: 0 };
    byKind.set(kind, own);
    for (const sums of [own, total]) {
      sums.sum += rating;
      sums.count += 1;
    }
  }
  const meanOf = ({ sum, count }: { readonly sum: number; readonly count: number }): number =>
    count === 0 ? TYPICAL_RATING : sum / count;
  return new Map(all.map(({ key, kind, rating }) => [key, rating ?? meanOf(byKind.get(kind) ?? total)]));
}

/** An event of a history. */
export interface RatedThing<Key> {
  readonly key: Key;
  /** 0..1, null = no rating. */
  readonly rating: number | null;
}

/**
 * The average of each candidate, plus how much better or worse than its average the person found other things of the
 * same creators and series: shrunk residuals, less the person's own kindness. 0..1 or a little outside.
 */
export function withCreatorResiduals<Key>(
  events: readonly RatedThing<Key>[],
  candidates: readonly Key[],
  averageOf: (key: Key) => number,
  makersOf: (key: Key) => readonly string[],
): Float64Array {
  const rated = events.flatMap(({ key, rating }) =>
    rating === null ? [] : [{ key, residual: rating - averageOf(key) }],
  );
  const bias = rated.reduce((sum, { residual }) => sum + residual, 0) / Math.max(1, rated.length);
  const byMaker = new ShrunkMeans();
  for (const { key, residual } of rated) for (const maker of makersOf(key)) byMaker.add(maker, residual - bias);
  return Float64Array.from(candidates, (key) => averageOf(key) + byMaker.of(makersOf(key)));
}
