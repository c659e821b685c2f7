import { scoreArrays } from '../recommend/scoring/heads';
import { PlainItemMatrix, plainScoreKernel } from '../recommend/scoring/item-matrix';
import type { ItemMatrix, ScoreKernel } from '../recommend/scoring/item-matrix';
import { SCORE_KERNEL_BYTES } from './score-kernel-bytes';

/** Exports of score-kernel.wat; addresses and strides in bytes. */
interface KernelExports {
  scoreThree(
    vectors: number,
    vectorStride: number,
    scales: number,
    biases: number,
    biasStride: number,
    query: number,
    scale0: number,
    scale1: number,
    scale2: number,
    rows: number,
    rowsEnd: number,
    out: number,
    outStride: number,
  ): void;
}

/** 16-bit integers per vector register: D must be a multiple of it. */
const LANES = 8;
/** Query vectors per pass over the item vectors: one per head. */
const VECTORS_PER_PASS = 3;
/** Candidates per call, an even number: their rows and scores stay in the nearest caches. */
const BLOCK = 1024;
const PAGE = 65_536;
/**
 * Addresses of the fixed part: rows int32 [BLOCK], scores float64 [VECTORS_PER_PASS, BLOCK], zero biases float32
 * [VECTORS_PER_PASS], then queries int16 [VECTORS_PER_PASS, D].
 */
const ROWS = 0;
const SCORES = BLOCK * 4;
const NO_BIASES = SCORES + VECTORS_PER_PASS * BLOCK * 8;
const QUERIES = NO_BIASES + 16;
/** Bound on the kernel's integer sums. */
const MAX_SUM = 2 ** 31 - 1;
const MAX_NUMBER = 2 ** 15 - 1;

/** The WebAssembly kernel, or the plain one where SIMD is missing. */
export function fastScoreKernel(): ScoreKernel {
  const kernel = compiled();
  if (kernel === null) return plainScoreKernel;
  return {
    createMatrix: (dim, heads) =>
      dim > 0 && dim % LANES === 0 && heads === VECTORS_PER_PASS
        ? new WasmItemMatrix(kernel, dim)
        : plainScoreKernel.createMatrix(dim, heads),
  };
}

/** Null where there is no WebAssembly, it lacks SIMD, or the page's policy refuses it. */
function compiled(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(SCORE_KERNEL_BYTES), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}

/**
 * A plain matrix and a rounded copy, which is what is scored. The copy has a WebAssembly memory of its own: scratch
 * space, vectors int16 [rows, D], scales float32 [rows], biases float32 [rows, 3]. Vectors and queries are rounded to
 * integers as finely as their lengths allow: two vectors of length `#longest` cannot overflow (Cauchy–Schwarz), so a
 * score is off by about 1 / 100,000 of the product of their lengths. A list of neighbouring rows costs as little as a
 * contiguous range; rows in random order cost memory latency.
 */
class WasmItemMatrix implements ItemMatrix {
  readonly #plain: PlainItemMatrix;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: KernelExports;
  /** Maximum length before rounding, which may add half a unit per number. */
  readonly #longest: number;
  readonly #vectorsAt: number;
  #capacity = 0;
  #views: Views;

  constructor(
    module: WebAssembly.Module,
    private readonly dim: number,
  ) {
    this.#plain = new PlainItemMatrix(dim, VECTORS_PER_PASS);
    this.#longest = Math.sqrt(MAX_SUM) - Math.sqrt(dim) / 2;
    this.#vectorsAt = QUERIES + VECTORS_PER_PASS * dim * 2;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#vectorsAt / PAGE) });
    this.#kernel = new WebAssembly.Instance(module, { host: { memory: this.#memory } })
      .exports as unknown as KernelExports;
    this.#views = this.#take();
  }

  get vectors(): Float32Array {
    return this.#plain.vectors;
  }

  get biases(): Float32Array {
    return this.#plain.biases;
  }

  /** Grows in place: the vectors stay, scales and biases are rewritten behind them. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const held = this.#capacity;
    const heldScales = this.#views.scales.slice();
    const missing = this.#vectorsAt + rows * (this.dim * 2 + 4 + VECTORS_PER_PASS * 4) - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    this.#capacity = rows;
    this.#plain.reserve(rows);
    this.#views = this.#take();
    const { vectors, scales, biases } = this.#views;
    vectors.fill(0, held * this.dim);
    scales.fill(0);
    scales.set(heldScales);
    biases.set(this.#plain.biases.subarray(0, biases.length));
  }

  put(row: number, vector: Float32Array, biases: Float32Array): void {
    this.#plain.put(row, vector, biases);
    const { vectors, scales, biases: placed } = this.#views;
    scales[row] = this.#round(vector, (at, value) => {
      vectors[row * this.dim + at] = value;
    });
    placed.set(biases, row * VECTORS_PER_PASS);
  }

  headScores(
    queries: Float32Array,
    offset: number,
    candidates: Int32Array,
    into = scoreArrays(VECTORS_PER_PASS, candidates.length),
  ): readonly Float64Array[] {
    const parts = Array.from({ length: VECTORS_PER_PASS }, (_, head) =>
      queries.subarray(offset + head * this.dim, offset + (head + 1) * this.dim),
    );
    this.#scored(parts, candidates, { at: this.#views.biases.byteOffset, stride: VECTORS_PER_PASS * 4 }, into);
    return into;
  }

  cosines(
    rows: readonly number[],
    candidates: Int32Array,
    visit: (place: number, cosines: Float64Array) => void,
  ): void {
    const { vectors, inverseLengths } = this.#plain;
    const into = scoreArrays(VECTORS_PER_PASS, candidates.length);
    for (let first = 0; first < rows.length; first += VECTORS_PER_PASS) {
      const together = rows.slice(first, first + VECTORS_PER_PASS);
      this.#scored(
        together.map((row) => vectors.subarray(row * this.dim, (row + 1) * this.dim)),
        candidates,
        { at: NO_BIASES, stride: 0 },
        into,
      );
      together.forEach((row, place) => {
        const found = into[place] ?? new Float64Array(0);
        const inverse = inverseLengths[row] ?? 0;
        for (let index = 0; index < found.length; index += 1)
          found[index] = (found[index] ?? 0) * inverse * (inverseLengths[candidates[index] ?? 0] ?? 0);
        visit(first + place, found);
      });
    }
  }

  /** Dot products with up to VECTORS_PER_PASS vectors, plus biases; written over `into`. */
  #scored(
    queries: readonly Float32Array[],
    candidates: Int32Array,
    biases: { readonly at: number; readonly stride: number },
    into: readonly Float64Array[],
  ): void {
    const { dim } = this;
    const { rows, scores, scales, queries: placed } = this.#views;
    // int16 [D / 8, 3, 8]
    const [scale0 = 0, scale1 = 0, scale2 = 0] = queries.map((query, head) =>
      this.#round(query, (at, value) => {
        placed[(at - (at % LANES)) * VECTORS_PER_PASS + head * LANES + (at % LANES)] = value;
      }),
    );
    for (let start = 0; start < candidates.length; start += BLOCK) {
      const count = Math.min(BLOCK, candidates.length - start);
      rows.set(candidates.subarray(start, start + count));
      // The kernel takes rows in pairs: the last of an odd number is scored twice.
      if (count % 2 === 1) rows[count] = rows[count - 1] ?? 0;
      const end = ROWS + (count + (count % 2)) * 4;
      this.#kernel.scoreThree(
        this.#vectorsAt,
        dim * 2,
        scales.byteOffset,
        biases.at,
        biases.stride,
        QUERIES,
        scale0,
        scale1,
        scale2,
        ROWS,
        end,
        SCORES,
        BLOCK * 8,
      );
      for (let head = 0; head < queries.length; head += 1)
        into[head]?.set(scores.subarray(head * BLOCK, head * BLOCK + count), start);
    }
  }

  /** Writes D numbers as integers and returns the value of one unit. */
  #round(values: Float32Array, write: (at: number, value: number) => void): number {
    let most = 0;
    let squares = 0;
    for (let at = 0; at < this.dim; at += 1) {
      const value = values[at] ?? 0;
      most = Math.max(most, Math.abs(value));
      squares += value * value;
    }
    // As many units for the largest number as both bounds allow, a whole number, so that at least this one is exact.
    const levels = most === 0 ? 1 : Math.floor(Math.min(MAX_NUMBER, (this.#longest * most) / Math.sqrt(squares)));
    const unit = most / levels;
    for (let at = 0; at < this.dim; at += 1) write(at, most === 0 ? 0 : Math.round((values[at] ?? 0) / unit));
    return unit;
  }

  /** A memory that has grown has a new buffer, and views of the old one are detached. */
  #take(): Views {
    const { buffer } = this.#memory;
    const vectors = new Int16Array(buffer, this.#vectorsAt, this.#capacity * this.dim);
    const scales = new Float32Array(buffer, vectors.byteOffset + vectors.byteLength, this.#capacity);
    return {
      rows: new Int32Array(buffer, ROWS, BLOCK),
      scores: new Float64Array(buffer, SCORES, VECTORS_PER_PASS * BLOCK),
      queries: new Int16Array(buffer, QUERIES, VECTORS_PER_PASS * this.dim),
      vectors,
      scales,
      biases: new Float32Array(buffer, scales.byteOffset + scales.byteLength, this.#capacity * VECTORS_PER_PASS),
    };
  }
}

interface Views {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  readonly queries: Int16Array;
  readonly vectors: Int16Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}
