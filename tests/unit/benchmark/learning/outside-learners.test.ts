import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import {
  averageRatingMethod,
  neighbourMethod,
  oracleMethod,
  popularityMethod,
  randomMethod,
  ridgeMethod,
} from '../../../benchmark/learning/baseline-methods';
import { dot, readableFeatures, sparseVector, termVectors } from '../../../benchmark/learning/item-terms';
import { NeighbourLearner, RidgeLearner } from '../../../benchmark/learning/outside-learners';
import { questionOf, replay } from '../../../benchmark/learning/replay';
import type { ReplayCase } from '../../../benchmark/learning/replay-cases';
import { BLANK_FACTS } from '../../../fixtures/blank-facts';

const dense = (values: readonly number[]) => sparseVector(values.map((value, position) => [position, value] as const));

describe('ridge regression', () => {
  const WIDTH = 3;
  const numbers = fc.double({ min: -2, max: 2, noNaN: true });
  const rows = fc.array(
    fc.record({ features: fc.array(numbers, { minLength: WIDTH, maxLength: WIDTH }), residual: numbers }),
    { minLength: 1, maxLength: 12 },
  );

  it('finds the weights at which the penalised squared error is least', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.5, max: 20, noNaN: true }), (seen, penalty) => {
        const learner = new RidgeLearner(penalty);
        for (const { features, residual } of seen) learner.observe(dense(features), residual);
        const weights = Array.from({ length: WIDTH }, (_, axis) =>
          learner.expect(dense(Array.from({ length: WIDTH }, (_, other) => Number(other === axis)))),
        );
        // The gradient of Σ (wᵀx − y)² + λ |w|² is zero there.
        for (let axis = 0; axis < WIDTH; axis++) {
          const gradient = seen.reduce(
            (sum, { features, residual }) =>
              sum +
              (features[axis] ?? 0) *
                (features.reduce((dot, value, at) => dot + value * (weights[at] ?? 0), 0) - residual),
            penalty * (weights[axis] ?? 0),
          );
          expect(gradient).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  it('expects nothing before it has seen anything', () => {
    expect(new RidgeLearner(10).expect(dense([1, 2]))).toBe(0);
  });
});

describe('nearest neighbours', () => {
  it('weigh outcomes by likeness, the nearest only, and are drawn towards zero', () => {
    const learner = new NeighbourLearner(2, 0.5);
    expect(learner.expect(dense([1, 0]))).toBe(0);
    learner.observe(dense([0.6, 0.8]), -1);
    learner.observe(dense([1, 0]), 1);
    learner.observe(dense([0, 1]), -1);
    expect(learner.expect(dense([1, 0]))).toBeCloseTo((1 - 0.6) / (1.6 + 0.5));
    expect(learner.expect(sparseVector([]))).toBeCloseTo(0);
  });
});

const item = (id: string, tags: readonly string[], rating: number | null, count = 10): LibraryItem => ({
  ...BLANK_FACTS,
  id: itemId(id),
  kind: 'movie',
  title: `Title ${id}`,
  year: 1994,
  tags,
  crowd: rating === null ? null : { rating, count },
});
const TAGS = ['horror', 'comedy'] as const;
const ITEMS = Array.from({ length: 40 }, (_, index) =>
  item(`i${String(index)}`, [TAGS[index % 2] ?? ''], 0.75 + 0.001 * (index % 7), index),
);
const CONTEXT = { items: ITEMS, places: new Map(ITEMS.map(({ id }, place) => [id, place])), questions: [] };
const POOL = ITEMS.slice(4).map(({ id }) => id);
/** Likes comedies alone; one horror film is known to be hated. */
const CASE: ReplayCase = {
  id: 'x',
  sort: 'pair',
  friend: 'f',
  curators: ['c'],
  known: [
    { itemId: itemId('i0'), rating: 0.2, at: null },
    { itemId: itemId('gone'), rating: 1, at: null },
  ],
  pool: POOL,
  liked: POOL.map((_, at) => at % 2 === 1),
};

describe('features', () => {
  it('have likeness by rare words in common, at most 1', () => {
    const [a, b, c] = termVectors([
      item('a', ['noir', 'film'], null),
      item('b', ['noir', 'film'], null),
      item('c', ['film'], null),
    ]);
    if (a === undefined || b === undefined || c === undefined) throw new Error('no vectors');
    expect(dot(a, a)).toBeCloseTo(1);
    expect(dot(a, b)).toBeGreaterThan(dot(a, c));
  });

  it('stay finite where nothing is known of the crowd, and share tags whatever their case', () => {
    const [a, b] = readableFeatures([item('a', ['Noir'], null), item('b', ['noir', 'Noir'], null)]);
    if (a === undefined || b === undefined) throw new Error('no vectors');
    expect([...a.values].every(Number.isFinite)).toBe(true);
    expect(dot(a, b)).toBeCloseTo(1 + 0.25 + 0.25 + 1);
  });
});

describe('methods that need no model', () => {
  it('rank by count, by average rating, by chance, and by the truth', async () => {
    const picksOf = async (method: Parameters<typeof replay>[1]) => (await replay([CASE], method))[0];
    expect((await picksOf(popularityMethod(CONTEXT)))?.picks.slice(0, 3)).toEqual([35, 34, 33]);
    expect((await picksOf(averageRatingMethod(CONTEXT)))?.picks.slice(0, 3)).toEqual([2, 9, 16]);
    expect((await picksOf(oracleMethod([CASE])))?.liked).toEqual(Array.from({ length: 12 }, () => true));
    const random = await picksOf(randomMethod());
    expect(random).toEqual(await picksOf(randomMethod()));
    expect(random?.picks.toSorted((left, right) => left - right)).not.toEqual(random?.picks);
  });

  it('give an average rating the chance that one person rates it well', () => {
    const session = averageRatingMethod({
      ...CONTEXT,
      items: [item('low', [], 0.5), item('even', [], 0.75), item('none', [], null)],
      places: new Map(
        [
          ['low', 0],
          ['even', 1],
          ['none', 2],
        ].map(([id, place]) => [itemId(String(id)), Number(place)]),
      ),
    }).start({ ...questionOf(CASE), pool: [itemId('low'), itemId('even'), itemId('none')] });
    if (session instanceof Promise) throw new Error('slow');
    expect(session.chance?.(1)).toBeCloseTo(0.5);
    expect(session.chance?.(0)).toBeLessThan(0.15);
    expect(session.chance?.(2)).toBeGreaterThan(session.chance?.(0) ?? 1);
  });

  it.each([
    ['ridge', ridgeMethod(CONTEXT)],
    ['k-nn', neighbourMethod(CONTEXT)],
  ] as const)('%s finds out what the friend likes, from the first known event on', async (_name, method) => {
    const [record] = await replay([CASE], method);
    expect(record?.liked).toEqual(Array.from({ length: 12 }, () => true));
    expect(record?.chances.at(-1) ?? 0).toBeGreaterThan(record?.chances[0] ?? 1);
    const [turned] = await replay([{ ...CASE, known: [], liked: CASE.liked.map((liked) => !liked) }], method);
    expect(turned?.liked.slice(6).filter(Boolean).length).toBe(6);
  });
});
