import { scoreArrays } from '../recommend/scoring/heads';
import { plainScoreKernel } from '../recommend/scoring/item-matrix';
import type { ItemMatrix, ScoreKernel } from '../recommend/scoring/item-matrix';
import { SCORE_KERNEL_BYTES } from './score-kernel-bytes';

/** What score-kernel.wat exports; addresses and distances in bytes. */
interface KernelExports {
  scoreThree(vectors: number, vectorStride: number, biases: number, biasStride: number, query: number, rows: number, rowsEnd: number, out: number, outStride: number): void;
  scoreOne(vectors: number, vectorStride: number, biases: number, biasStride: number, query: number, rows: number, rowsEnd: number, out: number): void;
}

/** Floats in a vector register: D must be a multiple. */
const LANES = 4;
/** Heads that one pass over the vectors answers. */
const TOGETHER = 3;
/** Candidates per call, even: their rows and scores stay in the nearest caches on their way in and out. */
const BLOCK = 1024;
const PAGE = 65_536;
/** Addresses of what does not move: rows int32 [BLOCK], scores float64 [TOGETHER, BLOCK], then queries float32 [heads, D]. */
const ROWS = 0;
const SCORES = BLOCK * 4;
const QUERIES = SCORES + TOGETHER * BLOCK * 8;

/** The kernel in WebAssembly; the plain one where its SIMD is not to be had. */
export function fastScoreKernel(): ScoreKernel {
  const kernel = compiled();
  if (kernel === null) return plainScoreKernel;
  return {
    createMatrix: (dim, heads) => (dim > 0 && dim % LANES === 0 && heads > 0 ? new WasmItemMatrix(kernel, dim, heads) : plainScoreKernel.createMatrix(dim, heads)),
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
 * A matrix in a memory of its own: scratch space, vectors, biases. Scores are float32 sums, four lanes added at the end.
 * A list of neighbouring rows costs as little as a run of rows would; rows in random order cost the memory's latency.
 */
class WasmItemMatrix implements ItemMatrix {
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: KernelExports;
  readonly #vectorsAt: number;
  #capacity = 0;
  #views: Views;

  constructor(module: WebAssembly.Module, private readonly dim: number, private readonly heads: number) {
    this.#vectorsAt = QUERIES + heads * dim * 4;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#vectorsAt / PAGE) });
    this.#kernel = new WebAssembly.Instance(module, { host: { memory: this.#memory } }).exports as unknown as KernelExports;
    this.#views = this.#take();
  }

  get vectors(): Float32Array {
    return this.#views.vectors;
  }

  get biases(): Float32Array {
    return this.#views.biases;
  }

  /** Grows in place: the vectors stay where they are, the biases move up behind the longer vectors. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const held = this.#capacity;
    const missing = this.#vectorsAt + rows * (this.dim + this.heads) * 4 - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    this.#capacity = rows;
    this.#views = this.#take();
    const { vectors, biases } = this.#views;
    const oldBiases = new Float32Array(this.#memory.buffer, this.#vectorsAt + held * this.dim * 4, held * this.heads).slice();
    vectors.fill(0, held * this.dim);
    biases.fill(0);
    biases.set(oldBiases);
  }

  headScores(queries: Float32Array, offset: number, candidates: Int32Array, into = scoreArrays(this.heads, candidates.length)): readonly Float64Array[] {
    const { dim, heads } = this;
    const { rows, scores, queries: placed } = this.#views;
    const grouped = heads - heads % TOGETHER;
    placeQueries(placed, queries, offset, dim, grouped);
    for (let start = 0; start < candidates.length; start += BLOCK) {
      const count = Math.min(BLOCK, candidates.length - start);
      rows.set(candidates.subarray(start, start + count));
      // The kernel takes rows in pairs: an odd last one is scored twice.
      if (count % 2 === 1) rows[count] = rows[count - 1] ?? 0;
      for (let head = 0; head < heads;) {
        const together = head < grouped ? TOGETHER : 1;
        this.#scoreBlock(head, together, count + count % 2);
        for (let at = 0; at < together; at += 1) into[head + at]?.set(scores.subarray(at * BLOCK, at * BLOCK + count), start);
        head += together;
      }
    }
    return into;
  }

  #scoreBlock(head: number, together: number, count: number): void {
    const { dim, heads } = this;
    const biases = this.#vectorsAt + this.#capacity * dim * 4 + head * 4;
    const query = QUERIES + head * dim * 4;
    const end = ROWS + count * 4;
    if (together === TOGETHER) this.#kernel.scoreThree(this.#vectorsAt, dim * 4, biases, heads * 4, query, ROWS, end, SCORES, BLOCK * 8);
    else this.#kernel.scoreOne(this.#vectorsAt, dim * 4, biases, heads * 4, query, ROWS, end, SCORES);
  }

  /** A memory that has grown has another buffer, and views of the old one are empty. */
  #take(): Views {
    const { buffer } = this.#memory;
    const vectors = new Float32Array(buffer, this.#vectorsAt, this.#capacity * this.dim);
    return {
      rows: new Int32Array(buffer, ROWS, BLOCK), scores: new Float64Array(buffer, SCORES, TOGETHER * BLOCK),
      queries: new Float32Array(buffer, QUERIES, this.heads * this.dim),
      vectors, biases: new Float32Array(buffer, vectors.byteOffset + vectors.byteLength, this.#capacity * this.heads),
    };
  }
}

interface Views {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  readonly queries: Float32Array;
  readonly vectors: Float32Array;
  readonly biases: Float32Array;
}

/** The first `grouped` queries as float32 [grouped / 3, D / 4, 3, 4], the rest as they are. */
function placeQueries(placed: Float32Array, queries: Float32Array, offset: number, dim: number, grouped: number): void {
  placed.set(queries.subarray(offset, offset + placed.length));
  for (let head = 0; head < grouped; head += 1) {
    const group = head - head % TOGETHER;
    for (let at = 0; at < dim; at += 1) {
      const lane = at % LANES;
      placed[group * dim + (at - lane) * TOGETHER + (head - group) * LANES + lane] = queries[offset + head * dim + at] ?? 0;
    }
  }
}
