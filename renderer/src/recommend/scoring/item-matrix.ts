import { headScores } from './heads';

/**
 * Vectors and biases of a library's items, and the place where they are scored. The matrix owns its memory, so that an
 * implementation may keep it where its arithmetic is fastest and nothing is copied per question.
 */
export interface ItemMatrix {
  /** float32 [rows, D], to be read only; rows nobody uses are zero. Read it anew after `reserve`: what grows may move. */
  readonly vectors: Float32Array;
  /** float32 [rows, heads]; likewise. */
  readonly biases: Float32Array;
  /** Makes room for at least so many rows and keeps what is there. */
  reserve(rows: number): void;
  /** Writes the vector [D] and the biases [heads] of a row within what was reserved. */
  put(row: number, vector: Float32Array, biases: Float32Array): void;
  /**
   * dot(query, vector) + bias: one array [candidates] per head, for queries float32 [.., heads, D] whose first stands at
   * `offset`. Candidates are rows within what was reserved, in any order. An implementation may round: scores
   * are off by less than a thousandth of |query| × |vector|.
   * @param into arrays of an earlier answer to write over, one per head and as long as the candidates: memory that is new
   *   to the process costs more than the arithmetic.
   */
  headScores(
    queries: Float32Array,
    offset: number,
    candidates: Int32Array,
    into?: readonly Float64Array[],
  ): readonly Float64Array[];
  /**
   * Cosine of each of `rows` with each candidate, −1..1; 0 where either vector is all zeros. An implementation may round, by
   * less than a thousandth.
   * @param visit is told, one row after the other, its place in `rows` and its cosines [candidates]: an array that the next writes over.
   */
  cosines(rows: readonly number[], candidates: Int32Array, visit: (place: number, cosines: Float64Array) => void): void;
}

/** How matrices are kept and scored. Implemented by inference/ in WebAssembly, and plainly here. */
export interface ScoreKernel {
  createMatrix(dim: number, heads: number): ItemMatrix;
}

/** Plain arrays: what every other kernel is judged by, and what runs where there is none. */
export const plainScoreKernel: ScoreKernel = { createMatrix: (dim, heads) => new PlainItemMatrix(dim, heads) };

export class PlainItemMatrix implements ItemMatrix {
  vectors = new Float32Array(0);
  biases = new Float32Array(0);
  /** 1 / |vector|, 0 for a vector of zeros. [rows] */
  inverseLengths = new Float64Array(0);

  constructor(
    private readonly dim: number,
    private readonly heads: number,
  ) {}

  reserve(rows: number): void {
    if (rows * this.heads <= this.biases.length) return;
    this.vectors = lengthened(this.vectors, rows * this.dim);
    this.biases = lengthened(this.biases, rows * this.heads);
    const lengths = new Float64Array(rows);
    lengths.set(this.inverseLengths);
    this.inverseLengths = lengths;
  }

  put(row: number, vector: Float32Array, biases: Float32Array): void {
    this.vectors.set(vector, row * this.dim);
    this.biases.set(biases, row * this.heads);
    const square = vector.reduce((sum, value) => sum + value * value, 0);
    this.inverseLengths[row] = square > 0 ? 1 / Math.sqrt(square) : 0;
  }

  headScores(
    queries: Float32Array,
    offset: number,
    candidates: Int32Array,
    into?: readonly Float64Array[],
  ): readonly Float64Array[] {
    return headScores(this, this.dim, this.heads, queries, offset, candidates, into);
  }

  cosines(
    rows: readonly number[],
    candidates: Int32Array,
    visit: (place: number, cosines: Float64Array) => void,
  ): void {
    const { vectors, inverseLengths, dim } = this;
    const found = new Float64Array(candidates.length);
    rows.forEach((row, place) => {
      const own = vectors.subarray(row * dim, (row + 1) * dim);
      const inverse = inverseLengths[row] ?? 0;
      for (let index = 0; index < candidates.length; index += 1) {
        const candidate = candidates[index] ?? 0;
        let dot = 0;
        for (let at = 0, other = candidate * dim; at < dim; at += 1, other += 1)
          dot += (own[at] ?? 0) * (vectors[other] ?? 0);
        found[index] = dot * inverse * (inverseLengths[candidate] ?? 0);
      }
      visit(place, found);
    });
  }
}

function lengthened(values: Float32Array, length: number): Float32Array<ArrayBuffer> {
  const longer = new Float32Array(length);
  longer.set(values);
  return longer;
}
