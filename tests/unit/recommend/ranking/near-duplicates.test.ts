import { itemIndex, itemRows } from '../../../../renderer/src/recommend/item-index';
import type { ItemIndex, ItemRows } from '../../../../renderer/src/recommend/item-index';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { nearDuplicatePenalty } from '../../../../renderer/src/recommend/ranking/near-duplicates';

const SIZE = 16;
const CLUSTERS = 20;
const ROWS = 500;

/** Unit vectors around 20 centres: cosines of about 0.85 within a cluster, about 0 between two. */
function clusteredVectors(random: () => number): readonly Float64Array[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const unit = (vector: Float64Array): Float64Array => vector.map((value) => value / Math.hypot(...vector));
  const centres = Array.from({ length: CLUSTERS }, () => unit(Float64Array.from({ length: SIZE }, normal)));
  return Array.from({ length: ROWS }, (_, row) =>
    unit((centres[row % CLUSTERS] ?? new Float64Array(SIZE)).map((value) => value + 0.1 * normal())),
  );
}

/** What the penalty asks of a library, from the likeness of two rows. */
const nearestBy =
  (likeness: (row: number, other: number) => number) =>
  (others: readonly ItemIndex[], rows: ItemRows): Float64Array =>
    Float64Array.from(rows, (row) => Math.max(...others.map((other) => likeness(row, other))));

/**
 * Near-duplicates of row 0 among the 50 best, without and with the penalty, for a model that takes to row 0's cluster.
 */
function simulate(seed: number): { readonly without: number; readonly with: number; readonly size: number } {
  const random = seededRandom(seed);
  const vectors = clusteredVectors(random);
  const likeness = (left: number, right: number): number =>
    (vectors[left] ?? new Float64Array(SIZE)).reduce((sum, value, at) => sum + value * (vectors[right]?.[at] ?? 0), 0);
  const candidates = Array.from({ length: ROWS - 1 }, (_, at) => at + 1);
  const logOdds = candidates.map((row) => 2 * random() + 2 * random() - 2 + Math.max(0, likeness(row, 0)));
  const penalty = nearDuplicatePenalty({
    candidates: itemRows(candidates.map(itemIndex)),
    disliked: [itemIndex(0)],
    liked: [itemIndex(7)],
    nearest: nearestBy(likeness),
  });
  const picks = (scores: readonly number[]): readonly number[] =>
    candidates
      .map((row, at) => ({ row, score: scores[at] ?? 0 }))
      .sort((left, right) => right.score - left.score)
      .slice(0, 50)
      .map(({ row }) => row);
  const duplicates = (rows: readonly number[]): number => rows.filter((row) => likeness(row, 0) > 0.8).length;
  const bitten = picks(logOdds.map((value, at) => value + (penalty[at] ?? 0)));
  return { without: duplicates(picks(logOdds)), with: duplicates(bitten), size: bitten.length };
}

describe('near-duplicates', () => {
  it('are at least 80 % rarer over the next 50 picks, and the picks stay 50', () => {
    const runs = Array.from({ length: 20 }, (_, seed) => simulate(seed));
    const before = runs.reduce((sum, { without }) => sum + without, 0);
    const after = runs.reduce((sum, run) => sum + run.with, 0);
    expect(before).toBeGreaterThan(100);
    expect(after).toBeLessThanOrEqual(0.2 * before);
    expect(runs.every(({ size }) => size === 50)).toBe(true);
  });

  /** Row 0 is disliked and row 1 liked; the others stand at given cosines to them. */
  const penaltyOf = (toDisliked: readonly number[], toLiked: readonly number[] = []): Float64Array =>
    nearDuplicatePenalty({
      candidates: itemRows(toDisliked.map((_, at) => itemIndex(at + 2))),
      disliked: [itemIndex(0)],
      liked: toLiked.length > 0 ? [itemIndex(1)] : [],
      nearest: nearestBy((row, other) => (other === 0 ? toDisliked : toLiked)[row - 2] ?? 0),
    });
  const unlike = Array.from({ length: 20 }, () => 0);

  it('lose more, the more alike: nothing below 0.6, 4 from 0.9 on', () => {
    const [below, some, much, full, copy] = penaltyOf([0.6, 0.75, 0.8, 0.9, 1, ...unlike]);
    expect([below, some, full, copy]).toEqual([0, expect.closeTo(-2, 9), -4, -4]);
    expect(much).toBeLessThan(-2.9);
  });

  it('lose half where something liked is as alike', () => {
    expect(Array.from(penaltyOf([0.95, 0.95, ...unlike], [0.95, 0.9, ...unlike]).slice(0, 2))).toEqual([-2, -4]);
  });

  it('do not starve a list of nothing else, which keeps its order', () => {
    expect([...penaltyOf(Array.from({ length: 10 }, () => 0.95))]).toEqual(Array.from({ length: 10 }, () => 0));
    const mixed = penaltyOf([...Array.from({ length: 15 }, () => 0.95), ...Array.from({ length: 5 }, () => 0)]);
    expect(mixed[0]).toBeCloseTo(-2, 9);
    expect(mixed[19]).toBe(0);
  });

  it('are never raised, keep their order among each other, and make no jump where the lifting begins', () => {
    const cosine = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(cosine, { minLength: 2, maxLength: 30 }), (cosines) => {
        const penalties = penaltyOf(cosines);
        const sorted = cosines
          .map((value, at) => ({ value, penalty: penalties[at] ?? 0 }))
          .sort((left, right) => left.value - right.value);
        sorted.forEach(({ penalty }, at) => {
          expect(penalty).toBeLessThanOrEqual(sorted[at - 1]?.penalty ?? 0);
          expect(penalty).toBeGreaterThanOrEqual(-4);
        });
      }),
    );
    const half = (duplicates: number): number =>
      penaltyOf(Array.from({ length: 1000 }, (_, at) => (at < duplicates ? 1 : 0)))[0] ?? 0;
    expect(half(500)).toBe(-4);
    expect(half(501)).toBeCloseTo(-4, 1);
  });

  it('are none without a dislike', () => {
    expect([
      ...nearDuplicatePenalty({
        candidates: itemRows([itemIndex(1), itemIndex(2)]),
        disliked: [],
        liked: [itemIndex(1)],
        nearest: nearestBy(() => 1),
      }),
    ]).toEqual([0, 0]);
  });
});
