import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import loadWabt from 'wabt';
import { SCORE_KERNEL_BYTES } from '../../../renderer/src/inference/score-kernel-bytes';
import { fastScoreKernel } from '../../../renderer/src/inference/score-kernel-wasm';
import { seededRandom } from '../../../renderer/src/recommend/evaluating/bootstrap';
import { plainScoreKernel } from '../../../renderer/src/recommend/scoring/item-matrix';
import type { ItemMatrix } from '../../../renderer/src/recommend/scoring/item-matrix';

const SOURCE = new URL('../../../renderer/src/inference/score-kernel.wat', import.meta.url);
/** Of a sum of 100 products below ¼, in float32. */
const TOLERANCE = 1e-4;

afterEach(() => { vi.unstubAllGlobals(); });

/** Fills rows [from, to) of both matrices with the same numbers. */
function fill(matrices: readonly ItemMatrix[], from: number, to: number, dim: number, heads: number, random: () => number): void {
  const vectors = Float32Array.from({ length: (to - from) * dim }, () => random() - 0.5);
  const biases = Float32Array.from({ length: (to - from) * heads }, () => random() - 0.5);
  for (const matrix of matrices) {
    matrix.vectors.set(vectors, from * dim);
    matrix.biases.set(biases, from * heads);
  }
}

/** The largest difference of two lists of numbers, infinite where their lengths differ. */
function difference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let index = 0; index < expected.length; index += 1) {
    const distance = Math.abs((found[index] ?? Number.NaN) - (expected[index] ?? Number.NaN));
    if (!(distance <= most)) most = distance;
  }
  return most;
}

/** The largest difference of the fast scores from the plain ones. */
function scoreDifference(fast: ItemMatrix, plain: ItemMatrix, queries: Float32Array, offset: number, candidates: Int32Array): number {
  const found = fast.headScores(queries, offset, candidates);
  const expected = plain.headScores(queries, offset, candidates);
  return found.length === expected.length ? Math.max(...expected.map((scores, head) => difference(found[head] ?? [], scores))) : Number.POSITIVE_INFINITY;
}

const shapes = fc.record({
  dim: fc.constantFrom(4, 8, 64, 80, 96, 100), heads: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 40 }), more: fc.integer({ min: 0, max: 3000 }),
  count: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1023, 1024, 1025, 2600)), offset: fc.integer({ min: 0, max: 5 }), seed: fc.integer(),
});

describe('the score kernel in WebAssembly', () => {
  it('is its source, compiled', async () => {
    const wabt = await loadWabt();
    const { buffer } = wabt.parseWat('score-kernel.wat', readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64') === SCORE_KERNEL_BYTES, 'run: npm run score-kernel').toBe(true);
  });

  it('gives the plain kernel\'s scores, whatever the shape, for lists and for runs of rows, before and after growing', () => {
    fc.assert(fc.property(shapes, ({ dim, heads, rows, more, count, offset, seed }) => {
      const random = seededRandom(seed);
      const [fast, plain] = [fastScoreKernel().createMatrix(dim, heads), plainScoreKernel.createMatrix(dim, heads)];
      const both = [fast, plain];
      const queries = Float32Array.from({ length: offset + heads * dim }, () => random() - 0.5);
      for (const matrix of both) matrix.reserve(rows);
      fill(both, 0, rows, dim, heads, random);
      expect(scoreDifference(fast, plain, queries, offset, Int32Array.from({ length: count }, () => Math.floor(random() * rows)))).toBeLessThan(TOLERANCE);
      for (const matrix of both) matrix.reserve(rows + more);
      // What was there stays, and new rows are zero.
      expect([difference(fast.vectors, plain.vectors), difference(fast.biases, plain.biases)]).toEqual([0, 0]);
      fill(both, rows, rows + more, dim, heads, random);
      expect(scoreDifference(fast, plain, queries, offset, Int32Array.from({ length: count }, () => Math.floor(random() * (rows + more))))).toBeLessThan(TOLERANCE);
      expect(scoreDifference(fast, plain, queries, offset, Int32Array.from({ length: rows + more }, (_, row) => row))).toBeLessThan(TOLERANCE);
    }), { numRuns: 40 });
  });

  it('is what answers, and grows in one memory', () => {
    const matrix = fastScoreKernel().createMatrix(64, 3);
    matrix.reserve(10);
    const { vectors } = matrix;
    expect(vectors).toHaveLength(640);
    vectors.fill(1);
    matrix.reserve(2000);
    // The buffer of a memory that has grown is no more: this is how one tells it from a plain array.
    expect(vectors).toHaveLength(0);
    expect(matrix.vectors.subarray(0, 641)).toEqual(Float32Array.from({ length: 641 }, (_, index) => (index < 640 ? 1 : 0)));
  });

  it('leaves room to a smaller wish, and keeps answers apart from later ones', () => {
    const matrix = fastScoreKernel().createMatrix(4, 1);
    matrix.reserve(3);
    matrix.vectors.fill(1);
    matrix.reserve(1);
    expect(matrix.vectors).toHaveLength(12);
    const [first] = matrix.headScores(Float32Array.of(1, 1, 1, 1), 0, Int32Array.of(0, 2));
    matrix.headScores(Float32Array.of(9, 9, 9, 9), 0, Int32Array.of(0, 2));
    expect(first).toEqual(Float64Array.of(4, 4));
  });

  it('leaves it to the plain kernel where rows do not fill registers, and where WebAssembly is refused', () => {
    const odd = fastScoreKernel().createMatrix(6, 2);
    odd.reserve(2);
    odd.vectors.fill(0.5);
    expect(odd.headScores(new Float32Array(12).fill(1), 0, Int32Array.of(1))).toEqual([Float64Array.of(3), Float64Array.of(3)]);
    vi.stubGlobal('WebAssembly', undefined);
    expect(fastScoreKernel()).toBe(plainScoreKernel);
  });
});
