import type { ItemMatrix } from './item-matrix';

/**
 * Raw head scores of candidates under one history: dot(query, vector) + bias.
 * @param queries float32 [.., heads, D]; this history's first query starts at `offset`.
 * @returns one Float64Array [candidates] per head.
 */
export function headScores(
  { vectors, biases }: Pick<ItemMatrix, 'vectors' | 'biases'>,
  dim: number,
  heads: number,
  queries: Float32Array,
  offset: number,
  candidates: Int32Array,
  into: readonly Float64Array[] = scoreArrays(heads, candidates.length),
): readonly Float64Array[] {
  into.forEach((scores, head) => {
    const query = queries.subarray(offset + head * dim, offset + (head + 1) * dim);
    for (let index = 0; index < candidates.length; index += 1) {
      const row = candidates[index] ?? 0;
      const first = row * dim;
      let sum = biases[row * heads + head] ?? 0;
      for (let at = 0; at < dim; at += 1) sum += (query[at] ?? 0) * (vectors[first + at] ?? 0);
      scores[index] = sum;
    }
  });
  return into;
}

/** One array [candidates] per head. */
export function scoreArrays(heads: number, candidates: number): readonly Float64Array[] {
  return Array.from({ length: heads }, () => new Float64Array(candidates));
}
