import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import loadWabt from 'wabt';
import { SCORE_KERNEL_BYTES } from '../../../renderer/src/inference/score-kernel-bytes';
import { fastScoreKernel } from '../../../renderer/src/inference/score-kernel-wasm';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { plainScoreKernel } from '../../../renderer/src/recommend/scoring/item-matrix';
import type { ItemMatrix } from '../../../renderer/src/recommend/scoring/item-matrix';

const SOURCE = new URL('../../../renderer/src/inference/score-kernel.wat', import.meta.url);
/** Of a sum of at most 100 products below ¼, rounded to 4,000 levels and more: a thousandth of |query| × |vector|. */
const TOLERANCE = 8e-3;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Fills rows [from, to) of both matrices with the same numbers. */
function fill(
  matrices: readonly ItemMatrix[],
  from: number,
  to: number,
  dim: number,
  heads: number,
  random: () => number,
): void {
  const vectors = Float32Array.from({ length: (to - from) * dim }, () => random() - 0.5);
  const biases = Float32Array.from({ length: (to - from) * heads }, () => random() - 0.5);
  for (const matrix of matrices) {
    for (let row = from; row < to; row += 1) {
      matrix.put(
        row,
        vectors.subarray((row - from) * dim, (row - from + 1) * dim),
        biases.subarray((row - from) * heads, (row - from + 1) * heads),
      );
    }
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
function scoreDifference(
  fast: ItemMatrix,
  plain: ItemMatrix,
  queries: Float32Array,
  offset: number,
  candidates: Int32Array,
): number {
  const found = fast.headScores(queries, offset, candidates);
  const expected = plain.headScores(queries, offset, candidates);
  return found.length === expected.length
    ? Math.max(...expected.map((scores, head) => difference(found[head] ?? [], scores)))
    : Number.POSITIVE_INFINITY;
}

/** The largest difference of the fast cosines from the plain ones, infinite where another row is visited. */
function cosineDifference(
  fast: ItemMatrix,
  plain: ItemMatrix,
  rows: readonly number[],
  candidates: Int32Array,
): number {
  const cosinesOf = (matrix: ItemMatrix): readonly (readonly [number, Float64Array])[] => {
    const visited: [number, Float64Array][] = [];
    matrix.cosines(rows, candidates, (place, cosines) => {
      visited.push([place, cosines.slice()]);
    });
    return visited;
  };
  const [found, expected] = [cosinesOf(fast), cosinesOf(plain)];
  if (expected.some(([place], at) => place !== at || found[at]?.[0] !== at) || expected.length !== rows.length)
    return Number.POSITIVE_INFINITY;
  return Math.max(0, ...expected.map(([, cosines], at) => difference(found[at]?.[1] ?? [], cosines)));
}

const shapes = fc.record({
  dim: fc.constantFrom(4, 8, 64, 96, 100, 136),
  heads: fc.integer({ min: 2, max: 4 }),
  rows: fc.integer({ min: 1, max: 40 }),
  more: fc.integer({ min: 0, max: 3000 }),
  count: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1023, 1024, 1025, 2600)),
  offset: fc.integer({ min: 0, max: 5 }),
  seed: fc.integer(),
});

describe('the score kernel in WebAssembly', () => {
  it('is its source, compiled', async () => {
    const wabt = await loadWabt();
    const { buffer } = wabt.parseWat('score-kernel.wat', readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64') === SCORE_KERNEL_BYTES, 'run: npm run score-kernel').toBe(true);
  });

  it("gives the plain kernel's scores, whatever the shape, for lists and for runs of rows, before and after growing", () => {
    fc.assert(
      fc.property(shapes, ({ dim, heads, rows, more, count, offset, seed }) => {
        const random = seededRandom(seed);
        const [fast, plain] = [fastScoreKernel().createMatrix(dim, heads), plainScoreKernel.createMatrix(dim, heads)];
        const both = [fast, plain];
        const queries = Float32Array.from({ length: offset + heads * dim }, () => random() - 0.5);
        for (const matrix of both) matrix.reserve(rows);
        fill(both, 0, rows, dim, heads, random);
        expect(
          scoreDifference(
            fast,
            plain,
            queries,
            offset,
            Int32Array.from({ length: count }, () => Math.floor(random() * rows)),
          ),
        ).toBeLessThan(TOLERANCE);
        for (const matrix of both) matrix.reserve(rows + more);
        // What was there stays, and new rows are zero.
        expect([difference(fast.vectors, plain.vectors), difference(fast.biases, plain.biases)]).toEqual([0, 0]);
        fill(both, rows, rows + more, dim, heads, random);
        expect(
          scoreDifference(
            fast,
            plain,
            queries,
            offset,
            Int32Array.from({ length: count }, () => Math.floor(random() * (rows + more))),
          ),
        ).toBeLessThan(TOLERANCE);
        expect(
          scoreDifference(
            fast,
            plain,
            queries,
            offset,
            Int32Array.from({ length: rows + more }, (_, row) => row),
          ),
        ).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 40 },
    );
  });

  it("gives the plain kernel's cosines, of any number of rows, and 0 for what is all zeros", () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 8 }), ({ dim, heads, rows, count, seed }, asked) => {
        const random = seededRandom(seed);
        const both = [fastScoreKernel().createMatrix(dim, heads), plainScoreKernel.createMatrix(dim, heads)] as const;
        // The last row stays empty.
        for (const matrix of both) matrix.reserve(rows + 1);
        fill(both, 0, rows, dim, heads, random);
        const drawn = (): number => Math.floor(random() * (rows + 1));
        expect(
          cosineDifference(...both, Array.from({ length: asked }, drawn), Int32Array.from({ length: count }, drawn)),
        ).toBeLessThan(1e-3);
        both[0].cosines([rows], Int32Array.of(0, rows), (_place, cosines) => {
          expect([...cosines]).toEqual([0, 0]);
        });
        both[1].cosines([0], Int32Array.of(0, rows), (_place, [own, none]) => {
          expect([own, none]).toEqual([expect.closeTo(1, 6), 0]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is what answers, by rounded vectors, and cannot overflow', () => {
    const matrix = fastScoreKernel().createMatrix(96, 3);
    matrix.reserve(1);
    matrix.put(0, new Float32Array(96).fill(1e3), Float32Array.of(0.5, 0, 0));
    const queries = Float32Array.from({ length: 3 * 96 }, (_, at) => (at < 96 ? 1 : -1));
    const [first, second] = matrix.headScores(queries, 0, Int32Array.of(0));
    expect([first?.[0], second?.[0]]).toEqual([expect.closeTo(96_000.5, 1), expect.closeTo(-96_000, 1)]);
    matrix.put(
      0,
      Float32Array.from({ length: 96 }, (_, at) => (at === 0 ? 1e3 : 0)),
      new Float32Array(3),
    );
    expect(matrix.headScores(queries, 0, Int32Array.of(0)).map(([score]) => score)).toEqual([
      expect.closeTo(1000, 0),
      expect.closeTo(-1000, 0),
      expect.closeTo(-1000, 0),
    ]);
    const uneven = Float32Array.from({ length: 96 }, (_, at) => 1 / (at + 1));
    matrix.put(0, uneven, new Float32Array(3));
    const [score = 0] = matrix.headScores(queries, 0, Int32Array.of(0))[0] ?? [];
    const exact = uneven.reduce((sum, value) => sum + value, 0);
    // Rounded, so not the plain kernel's; but by no more than half a level a number.
    expect(score === exact).toBe(false);
    expect(Math.abs(score - exact)).toBeLessThan(96 / 4_000 / 2);
  });

  it('leaves room to a smaller wish, and keeps answers apart from later ones', () => {
    const matrix = fastScoreKernel().createMatrix(8, 3);
    matrix.reserve(3);
    for (let row = 0; row < 3; row += 1) matrix.put(row, new Float32Array(8).fill(1), new Float32Array(3));
    matrix.reserve(1);
    expect(matrix.vectors).toHaveLength(24);
    const [first] = matrix.headScores(new Float32Array(24).fill(1), 0, Int32Array.of(0, 2));
    matrix.headScores(new Float32Array(24).fill(9), 0, Int32Array.of(0, 2));
    expect([...(first ?? [])]).toEqual([expect.closeTo(8, 2), expect.closeTo(8, 2)]);
  });

  it('leaves it to the plain kernel where rows do not fill registers, and where WebAssembly is refused', () => {
    const odd = fastScoreKernel().createMatrix(6, 2);
    odd.reserve(2);
    odd.put(1, new Float32Array(6).fill(0.5), new Float32Array(2));
    expect(odd.headScores(new Float32Array(12).fill(1), 0, Int32Array.of(1))).toEqual([
      Float64Array.of(3),
      Float64Array.of(3),
    ]);
    vi.stubGlobal('WebAssembly', undefined);
    expect(fastScoreKernel()).toBe(plainScoreKernel);
  });
});
