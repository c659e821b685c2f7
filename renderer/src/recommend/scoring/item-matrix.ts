import { headScores } from './heads';

/**
 * Vectors and biases of a library's items, with the scoring over them. The matrix owns its memory, so that an
 * implementation can keep it where its arithmetic is fastest and copies nothing per question.
 */
export interface ItemMatrix {
  /** float32 [rows, D], read only; unused rows are zero. Read the property again after `reserve`, which may move it. */
  readonly vectors: Float32Array;
  /** float32 [rows, heads]; as above. */
  readonly biases: Float32Array;
  /** Makes room for at least so many rows; existing rows are kept. */
  reserve(rows: number): void;
  /** Writes the vector [D] and the biases [heads] of a reserved row. */
  put(row: number, vector: Float32Array, biases: Float32Array): void;
  /**
   * Head scores dot(query, vector) + bias of candidates, which are reserved rows in any order: one array [candidates]
   * per head. An implementation may round: scores are off by less than a thousandth of |query| × |vector|.
   * @param queries float32 [.., heads, D]; the first one starts at `offset`.
   * @param into arrays of an earlier call to write over, one per head and as long as `candidates`: allocating costs
   *   more than the arithmetic.
   */
  headScores(
    queries: Float32Array,
    offset: number,
    candidates: Int32Array,
    into?: readonly Float64Array[],
  ): readonly Float64Array[];
  /**
   * Cosine of each of `rows` with each candidate, −1..1; 0 where either vector is zero. An implementation may round, by
   * less than a thousandth.
   * @param visit called once per row with its place in `rows` and its cosines [candidates], in an array that the next
   *   call overwrites.
   */
  cosines(rows: readonly number[], candidates: Int32Array, visit: (place: number, cosines: Float64Array) => void): void;
}

/** How matrices are kept and scored. inference/ implements it in WebAssembly. */
export interface ScoreKernel {
  createMatrix(dim: number, heads: number): ItemMatrix;
}

/** Plain arrays: the reference for other kernels, and the fallback where there is none. */
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
