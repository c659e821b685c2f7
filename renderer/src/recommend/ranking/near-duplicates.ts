import { itemRows, rowAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';

export interface NearDuplicateInput {
  /** Rows that may be picked. */
  readonly candidates: ItemRows;
  /** Rows that the person said no to. */
  readonly disliked: readonly ItemIndex[];
  readonly liked: readonly ItemIndex[];
  /** Of each row in the second list, its likeness −1..1 to the likest of the first. */
  readonly nearest: (others: readonly ItemIndex[], rows: ItemRows) => Float64Array;
  /** Log-odds taken from an outright duplicate. */
  readonly strength?: number;
}

/** e^−4: odds of one in two become one in fifty. */
const STRENGTH = 4;
/** Below this, two things are merely of one sort; from the upper bound on they are duplicates. */
const ALIKE_FROM = 0.6;
const ALIKE_TO = 0.9;
/** When this much of what there is to offer would be taken out, the penalty begins to lift. */
const MAX_PENALISED = 0.5;
const LIKED_AS_WELL = 0.5;

/**
 * "Not for them" bites: [candidates], 0 or below, in log-odds, by how alike each is to the likest disliked thing:
 * −strength × smoothstep of the cosine from 0.6 to 0.9, which is −3 at 0.8. On a large video site "dislike" stopped
 * one unwanted thing in eight (Mozilla 2022); here it must be four in five (tests: a simulation of 50 picks).
 * It weighs half where something liked is at least as like: then the dislike was of something else about it.
 * Nobody starves: beyond half of all candidates the penalties shrink evenly, to none where everything is a duplicate.
 * They are never a filter, and the duplicates keep their order, so a list of nothing else still comes, in its old order.
 * Costs one likeness per candidate and disliked row, and one per liked row for those that are penalised.
 */
export function nearDuplicatePenalty({
  candidates,
  disliked,
  liked,
  nearest,
  strength = STRENGTH,
}: NearDuplicateInput): Float64Array {
  const penalties = new Float64Array(candidates.length);
  if (disliked.length === 0) return penalties;
  const toDisliked = nearest(disliked, candidates);
  const shares = toDisliked.map((likeness) => smoothstep((likeness - ALIKE_FROM) / (ALIKE_TO - ALIKE_FROM)));
  const penalisedPlaces = Int32Array.from(candidates.keys()).filter((index) => (shares[index] ?? 0) > 0);
  const toLiked = nearest(liked, itemRows(Array.from(penalisedPlaces, (index) => rowAt(candidates, index))));
  let sum = 0;
  penalisedPlaces.forEach((index, place) => {
    const share = (shares[index] ?? 0) * ((toLiked[place] ?? 0) >= (toDisliked[index] ?? 0) ? LIKED_AS_WELL : 1);
    penalties[index] = -strength * share;
    sum += share;
  });
  // Counted by degrees and lifted by degrees: one candidate more or less never makes a jump.
  const penalised = sum / Math.max(1, candidates.length);
  if (penalised <= MAX_PENALISED) return penalties;
  const kept = Math.max(0, (1 - penalised) / (1 - MAX_PENALISED));
  return penalties.map((penalty) => (penalty === 0 || kept === 0 ? 0 : penalty * kept));
}

/** 0 up to 0, 1 from 1 on, smooth between: 3x² − 2x³. */
function smoothstep(position: number): number {
  const within = Math.max(0, Math.min(1, position));
  return within * within * (3 - 2 * within);
}
