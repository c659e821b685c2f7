import type { NeighbourhoodRule } from '../model-manifest';
import { sigmoid } from '../reranking/would-like';
import type { ItemMatrix } from './item-matrix';

/** A rated event of a history, and how far what the person thought of it lies above what nobody in particular would have. */
export interface Surprise {
  readonly row: number;
  /** −1..1. */
  readonly residual: number;
}

/**
 * What of a history's newest ratings was not to be expected: liked or not, less the chance that anybody would have liked it, less
 * a share of what is so of all of them (who likes everything is not surprised by a particular thing).
 * @param expected log-odds that somebody of whom nothing is known likes each event's item, [events].
 */
export function surprisesOf(history: readonly { readonly row: number; readonly rating: number | null }[], expected: ArrayLike<number>, { newest, liked, shrinkage }: NeighbourhoodRule): readonly Surprise[] {
  const found = history.flatMap(({ row, rating }, index) => (rating === null ? [] : [{ row, residual: Number(rating >= liked) - sigmoid(expected[index] ?? 0) }])).slice(-newest);
  const usual = found.reduce((sum, { residual }) => sum + residual, 0) / (found.length + shrinkage);
  return found.map(({ row, residual }) => ({ row, residual: residual - usual }));
}

/**
 * A neighbourhood model over residuals (Bell & Koren 2007): each candidate is spoken for, or against, by the surprises it
 * resembles, as a power of the cosine of their vectors. The power is high: only what is much alike has a say, and that is
 * what a model which reads a whole history into one query cannot tell. Written over `found`, in log-odds.
 */
export function neighbourhood({ vectors }: Pick<ItemMatrix, 'vectors'>, dim: number, surprises: readonly Surprise[], candidates: Int32Array, power: number, found: Float64Array): Float64Array {
  found.fill(0);
  const heard = surprises.filter(({ residual }) => residual !== 0);
  const directions = new Float64Array(heard.length * dim);
  heard.forEach(({ row }, place) => {
    const inverse = inverseLength(vectors, row * dim, dim);
    for (let at = 0; at < dim; at += 1) directions[place * dim + at] = inverse * (vectors[row * dim + at] ?? 0);
  });
  const residuals = Float64Array.from(heard, ({ residual }) => residual);
  if (residuals.length === 0) return found;
  for (let index = 0; index < candidates.length; index += 1) {
    const first = (candidates[index] ?? 0) * dim;
    const inverse = inverseLength(vectors, first, dim);
    let sum = 0;
    for (let place = 0; place < residuals.length; place += 1) {
      let dot = 0;
      for (let at = 0, own = place * dim; at < dim; at += 1, own += 1) dot += (directions[own] ?? 0) * (vectors[first + at] ?? 0);
      if (dot > 0) sum += (residuals[place] ?? 0) * raised(dot * inverse, power);
    }
    found[index] = sum;
  }
  return found;
}

/** base ^ power for a whole power above 0, by squaring: some ten times as fast as `**`. */
function raised(base: number, power: number): number {
  let found = 1;
  for (let square = base, rest = power; rest > 0; rest >>= 1, square *= square) if ((rest & 1) === 1) found *= square;
  return found;
}

/** 0 for a vector of zeros. */
function inverseLength(vectors: Float32Array, first: number, dim: number): number {
  let square = 0;
  for (let at = first; at < first + dim; at += 1) square += (vectors[at] ?? 0) ** 2;
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}
