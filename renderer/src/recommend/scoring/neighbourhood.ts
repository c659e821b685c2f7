import type { ItemIndex } from '../item-index';
import type { NeighbourhoodRule } from '../model/model-manifest';
import { sigmoid } from '../math/log-odds';
import type { ItemMatrix } from './item-matrix';

/** A rated event of a history with its residual: how much more it was liked than the model expects of anybody. */
export interface RatingResidual {
  readonly row: ItemIndex;
  /** −1..1. */
  readonly residual: number;
}

/**
 * Residuals of a history's `newest` newest ratings: 1 if liked, else 0, less the expected chance, less a share of their
 * mean (of somebody who likes everything, a like says little).
 * @param expected log-odds of liking each event's item under an empty history, [events].
 */
export function residualsOf(
  history: readonly { readonly row: ItemIndex; readonly rating: number | null }[],
  expected: ArrayLike<number>,
  { newest, liked, shrinkage }: NeighbourhoodRule,
): readonly RatingResidual[] {
  const found = history
    .flatMap(({ row, rating }, index) =>
      rating === null ? [] : [{ row, residual: Number(rating >= liked) - sigmoid(expected[index] ?? 0) }],
    )
    .slice(-newest);
  const mean = found.reduce((sum, { residual }) => sum + residual, 0) / (found.length + shrinkage);
  return found.map(({ row, residual }) => ({ row, residual: residual - mean }));
}

/**
 * Neighbourhood model over residuals (Bell & Koren 2007): Σ residual × cosine ^ power for each candidate, over cosines
 * above 0. The power is high, so that only close neighbours count: those are what an encoder that reads a whole history
 * into one query cannot tell apart. Log-odds; written over `found`. [candidates]
 */
export function neighbourhood(
  matrix: Pick<ItemMatrix, 'cosines'>,
  residuals: readonly RatingResidual[],
  candidates: Int32Array,
  power: number,
  found: Float64Array,
): Float64Array {
  found.fill(0);
  const informative = residuals.filter(({ residual }) => residual !== 0);
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

/** base ^ power for a whole power above 0, by repeated squaring: about ten times as fast as `**`. */
function raised(base: number, power: number): number {
  let found = 1;
  for (let square = base, rest = power; rest > 0; rest >>= 1, square *= square) if ((rest & 1) === 1) found *= square;
  return found;
}
