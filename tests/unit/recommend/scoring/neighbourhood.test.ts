import { itemIndex } from '../../../../renderer/src/recommend/item-index';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainScoreKernel } from '../../../../renderer/src/recommend/scoring/item-matrix';
import type { ItemMatrix } from '../../../../renderer/src/recommend/scoring/item-matrix';
import type { RatingResidual } from '../../../../renderer/src/recommend/scoring/neighbourhood';
import { neighbourhood, residualsOf } from '../../../../renderer/src/recommend/scoring/neighbourhood';

const rule = { power: 2, newest: 50, shrinkage: 1, liked: 0.8 };
const rated = (...ratings: readonly (number | null)[]) =>
  ratings.map((rating, row) => ({ row: itemIndex(row), rating }));

const residualOf = (row: number, residual: number): RatingResidual => ({ row: itemIndex(row), residual });

describe('residuals of ratings', () => {
  it('are what was liked, or not, less the chance that anybody would have liked it', () => {
    expect(residualsOf(rated(0.8, 0.5), [0, 0], rule)).toEqual([
      { row: 0, residual: 0.5 },
      { row: 1, residual: -0.5 },
    ]);
    const [expected, unexpected] = residualsOf(rated(1, 1), [3, -3], { ...rule, shrinkage: 1e9 });
    expect(expected?.residual).toBeCloseTo(1 - 1 / (1 + Math.exp(-3)), 6);
    expect(unexpected?.residual).toBeCloseTo(1 - 1 / (1 + Math.exp(3)), 6);
  });

  it('are no events without a rating', () => {
    expect(residualsOf(rated(null, null), [0, 0], rule)).toEqual([]);
  });

  it('are those of the newest ratings', () => {
    expect(residualsOf(rated(0, 0.8, null, 0.5), [0, 0, 0, 0], { ...rule, newest: 2 })).toEqual([
      { row: 1, residual: 0.5 },
      { row: 3, residual: -0.5 },
    ]);
  });

  it('lose what is so of all ratings, the more of it the more there are', () => {
    expect(residualsOf(rated(1), [0], rule)[0]?.residual).toBeCloseTo(0.5 - 0.25, 12);
    expect(residualsOf(rated(1, 1, 1), [0, 0, 0], rule)[0]?.residual).toBeCloseTo(0.5 - 1.5 / 4, 12);
  });
});

describe('the neighbourhood', () => {
  // By rows: along x, along y, between them, against x, nothing.
  const vectors = [
    [1, 0],
    [0, 2],
    [3, 4],
    [-1, 0],
    [0, 0],
  ];
  const matrixOf = (scale: number): ItemMatrix => {
    const matrix = plainScoreKernel.createMatrix(2, 3);
    matrix.reserve(vectors.length);
    vectors.forEach((vector, row) => {
      matrix.put(
        row,
        Float32Array.from(vector, (value) => scale * value),
        new Float32Array(3),
      );
    });
    return matrix;
  };
  const scores = (residuals: Parameters<typeof neighbourhood>[1], candidates: readonly number[], power = 2) => [
    ...neighbourhood(
      matrixOf(1),
      residuals,
      Int32Array.from(candidates),
      power,
      new Float64Array(candidates.length).fill(7),
    ),
  ];

  it('adds residuals by a power of the cosine, positive and negative', () => {
    const [between] = scores([residualOf(0, 0.5), residualOf(1, -0.25)], [2]);
    expect(between).toBeCloseTo(0.5 * 0.36 - 0.25 * 0.64, 6);
  });

  it('is zero for what points away, for an empty vector, and without residuals', () => {
    expect(scores([residualOf(0, 1)], [3, 4])).toEqual([0, 0]);
    expect(scores([residualOf(4, 1)], [0, 2])).toEqual([0, 0]);
    expect(scores([], [0, 1])).toEqual([0, 0]);
  });

  it('heeds the direction of a vector, not its length', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: 1, max: 12 }), (scale, power) => {
        const of = (times: number) =>
          neighbourhood(matrixOf(times), [residualOf(2, 1)], Int32Array.of(0, 1), power, new Float64Array(2));
        of(scale).forEach((value, index) => {
          expect(value).toBeCloseTo(of(1)[index] ?? Number.NaN, 5);
        });
      }),
    );
  });
});
