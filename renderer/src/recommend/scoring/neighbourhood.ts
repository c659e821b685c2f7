import type { ItemIndex } from '../item-index';
import type { NeighbourhoodRule } from '../model/model-manifest';
import { sigmoid } from '../math/log-odds';
import type { ItemMatrix } from './item-matrix';

/** A rated event of a history, and how far what the person thought of it lies above what nobody in particular would have. */
export interface Surprise {
  readonly row: ItemIndex;
  /** −1..1. */
  readonly residual: number;
}

/**
 * What of a history's newest ratings was not to be expected: liked or not, less the chance that anybody would have liked it, less
 * a share of what is so of all of them (who likes everything is not surprised by a particular thing).
 * @param expected log-odds that somebody of whom nothing is known likes each event's item, [events].
 */
export function surprisesOf(
  history: readonly { readonly row: ItemIndex; readonly rating: number | null }[],
  expected: ArrayLike<number>,
  { newest, liked, shrinkage }: NeighbourhoodRule,
): readonly Surprise[] {
  const found = history
    .flatMap(({ row, rating }, index) =>
      rating === null ? [] : [{ row, residual: Number(rating >= liked) - sigmoid(expected[index] ?? 0) }],
    )
    .slice(-newest);
  const mean = found.reduce((sum, { residual }) => sum + residual, 0) / (found.length + shrinkage);
  return found.map(({ row, residual }) => ({ row, residual: residual - mean }));
}

/**
 * A neighbourhood model over residuals (Bell & Koren 2007): each candidate is spoken for, or against, by the surprises it
 * resembles, as a power of the cosine of their vectors. The power is high: only what is much alike has a say, and that is
 * what a model which reads a whole history into one query cannot tell. Written over `found`, in log-odds.
 */
export function neighbourhood(
  matrix: Pick<ItemMatrix, 'cosines'>,
  surprises: readonly Surprise[],
  candidates: Int32Array,
  power: number,
  found: Float64Array,
): Float64Array {
  found.fill(0);
  const informative = surprises.filter(({ residual }) => residual !== 0);
  matrix.cosines(
    informative.map(({ row }) => row),
    candidates,
    (place, cosines) => {
      const residual = informative[place]?.residual ?? 0;
      for (let index = 0; index < cosines.length; index += 1) {
        const cosine = cosines[index] ?? 0;
        if (cosine > 0) found[index] = (found[index] ?? 0) + residual * raised(cosine, power);
      }
    },
  );
  return found;
}

/** base ^ power for a whole power above 0, by squaring: some ten times as fast as `**`. */
function raised(base: number, power: number): number {
  let found = 1;
  for (let square = base, rest = power; rest > 0; rest >>= 1, square *= square) if ((rest & 1) === 1) found *= square;
  return found;
}
