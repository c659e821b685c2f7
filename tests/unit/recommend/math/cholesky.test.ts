import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyDecompose, solveLower, solveUpper } from '../../../../renderer/src/recommend/math/cholesky';

/** B · Bᵀ + I of a random B: symmetric and positive definite, row-major. */
const positiveDefinite = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size }),
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }),
    ),
  )
  .map(([size, entries, right]) => {
    const matrix = new Float64Array(size * size);
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        let sum = row === column ? 1 : 0;
        for (let k = 0; k < size; k += 1) sum += (entries[row * size + k] ?? 0) * (entries[column * size + k] ?? 0);
        matrix[row * size + column] = sum;
      }
    }
    return { size, matrix, right };
  });

describe('Cholesky', () => {
  it('factors a matrix into lower times its transpose', () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const factor = choleskyDecompose(matrix, size);
        for (let row = 0; row < size; row += 1) {
          for (let column = 0; column < size; column += 1) {
            let sum = 0;
            for (let k = 0; k < size; k += 1) sum += (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
            expect(sum).toBeCloseTo(matrix[row * size + column] ?? 0, 9);
            if (column > row) expect(factor[row * size + column]).toBe(0);
          }
        }
      }),
    );
  });

  it('solves both triangles, and so the whole', () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix, right }) => {
        const factor = choleskyDecompose(matrix, size);
        const solution = solveUpper(factor, solveLower(factor, right));
        for (let row = 0; row < size; row += 1) {
          const back = solution.reduce((sum, value, column) => sum + (matrix[row * size + column] ?? 0) * value, 0);
          expect(back).toBeCloseTo(right[row] ?? 0, 8);
        }
      }),
    );
  });

  it('reads only the lower triangle, and refuses what is not positive definite', () => {
    expect(Array.from(choleskyDecompose(Float64Array.of(4, 99, 2, 5), 2))).toEqual([2, 0, 1, 2]);
    expect(() => choleskyDecompose(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
    expect(() => choleskyDecompose(Float64Array.of(Number.NaN), 1)).toThrow(RangeError);
  });
});
