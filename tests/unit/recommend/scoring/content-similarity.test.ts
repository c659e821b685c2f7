import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentIndex, likedWeight } from '../../../../renderer/src/recommend/scoring/content-similarity';

/**
 * Weights by bucket would need buckets of one field each; a bucket's weight is that of the field it was last put for.
 */
const FIELDS = [
  { start: 1, slots: 2, weight: 1 },
  { start: 5, slots: 2, weight: 1 },
];
const BUCKETS = 12;
const index = (rows: number): ContentIndex => {
  const made = new ContentIndex(BUCKETS, FIELDS, 1, 0);
  made.reserve(rows);
  return made;
};
const item = fc.array(fc.nat(BUCKETS - 1), { minLength: 8, maxLength: 8 }).map((tokens) => Int32Array.from(tokens));

/** The definition, dense and slow. */
function reference(
  items: ReadonlyMap<number, Int32Array>,
  history: readonly { row: number; rating: number | null }[],
  candidate: number,
): number {
  const sets = new Map(
    [...items].map(([row, tokens]) => [
      row,
      new Set([1, 2, 5, 6].map((slot) => tokens[slot] ?? 0).filter((bucket) => bucket !== 0)),
    ]),
  );
  const idf = Array.from({ length: BUCKETS }, (_, bucket) =>
    Math.log((1 + items.size) / (1 + [...sets.values()].filter((set) => set.has(bucket)).length)),
  );
  const vector = (row: number): number[] => {
    const raw = idf.map((weight, bucket) => (sets.get(row)?.has(bucket) === true ? weight : 0));
    const norm = Math.hypot(...raw);
    return raw.map((value) => (norm > 0 ? value / norm : 0));
  };
  const profile = Array.from({ length: BUCKETS }, () => 0);
  for (const { row, rating } of history)
    vector(row).forEach((value, bucket) => {
      profile[bucket] = (profile[bucket] ?? 0) + likedWeight(rating) * value;
    });
  const norm = Math.hypot(...profile);
  return norm > 0
    ? vector(candidate).reduce((sum, value, bucket) => sum + value * (profile[bucket] ?? 0), 0) / norm
    : 0;
}

describe('content similarity', () => {
  it('is the TF-IDF cosine of its definition, after additions, replacements and removals too', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(7), item), { maxLength: 6 }),
        fc.array(fc.nat(7), { maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(7), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), { maxLength: 5 }),
        (first, replacements, removals, events) => {
          const content = index(8);
          const items = new Map<number, Int32Array>();
          const put = (row: number, tokens: Int32Array): void => {
            content.put(row, tokens);
            items.set(row, tokens);
          };
          first.forEach((tokens, row) => {
            put(row, tokens);
          });
          content.similarities([{ row: 0, rating: 1 }], Int32Array.of(1)); // computed once, so that what follows must invalidate it
          for (const [row, tokens] of replacements) put(row, tokens);
          for (const row of removals) {
            content.remove(row);
            items.delete(row);
          }
          const held = [...items.keys()];
          const history = events.filter(([row]) => items.has(row)).map(([row, rating]) => ({ row, rating }));
          const found = content.similarities(history, Int32Array.from(held));
          held.forEach((row, at) => {
            expect(found[at]).toBeCloseTo(reference(items, history, row), 9);
          });
        },
      ),
    );
  });

  it('forgets the last history before the next', () => {
    const content = index(3);
    [
      [0, 3, 0],
      [0, 4, 0],
      [0, 5, 0],
    ].forEach((tokens, row) => {
      content.put(row, Int32Array.from(tokens));
    });
    const all = Int32Array.of(0, 1, 2);
    content.similarities([{ row: 0, rating: 1 }], all);
    expect(
      [...content.similarities([{ row: 1, rating: 1 }], all)].map((value) => Math.round(value * 1e9) / 1e9),
    ).toEqual([0, 1, 0]);
    expect([...content.similarities([], all)]).toEqual([0, 0, 0]);
  });

  it.each([
    [null, 0.5],
    [1, 1],
    [0.7, 0.5],
    [0.4, 0],
    [0, 0],
  ])('weighs a rating of %s as %d', (rating, weight) => {
    expect(likedWeight(rating)).toBeCloseTo(weight, 12);
  });

  it('counts a word by the weight of its field and the power of its rarity', () => {
    const content = new ContentIndex(
      BUCKETS,
      [
        { start: 0, slots: 1, weight: 3 },
        { start: 1, slots: 1, weight: 1 },
      ],
      2,
      0,
    );
    content.reserve(4);
    content.put(0, Int32Array.of(1, 2));
    content.put(1, Int32Array.of(1, 3));
    content.put(2, Int32Array.of(4, 2));
    content.put(3, Int32Array.of(5, 6));
    const rare = Math.log(5 / 2) ** 2;
    const common = Math.log(5 / 3) ** 2;
    const length = (first: number, second: number): number => Math.hypot(3 * first, second);
    const [byFirst, bySecond, neither] = content.similarities([{ row: 0, rating: 1 }], Int32Array.of(1, 2, 3));
    expect(byFirst).toBeCloseTo((3 * common) ** 2 / (length(common, common) * length(common, rare)), 12);
    expect(bySecond).toBeCloseTo(common ** 2 / (length(common, common) * length(rare, common)), 12);
    expect(neither).toBe(0);
  });

  it('lets the better described come first where lengths count for less', () => {
    const content = index(3);
    content.put(0, Int32Array.of(0, 1, 2, 0, 0, 3, 4, 0));
    content.put(1, Int32Array.of(0, 1, 0, 0, 0, 0, 0, 0));
    content.put(2, Int32Array.of(0, 5, 0, 0, 0, 0, 0, 0));
    const history = [{ row: 1, rating: 1 }];
    const [asCosine] = content.similarities(history, Int32Array.of(0), 1);
    const [shorter] = content.similarities(history, Int32Array.of(0), 0.5);
    expect(shorter).toBeGreaterThan(asCosine ?? Number.NaN);
  });
});
