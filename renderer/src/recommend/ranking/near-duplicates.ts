import { rowsAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';

export interface NearDuplicateInput {
  /** Rows that may be picked. */
  readonly candidates: ItemRows;
  /** Rows of disliked items. */
  readonly disliked: readonly ItemIndex[];
  readonly liked: readonly ItemIndex[];
  /** For each row of the second list, its highest cosine −1..1 to any row of the first. */
  readonly nearest: (others: readonly ItemIndex[], rows: ItemRows) => Float64Array;
  /** Log-odds subtracted from an exact duplicate. */
  readonly strength?: number;
}

/** e^−4: odds of 1 in 2 become 1 in 50. */
const STRENGTH = 4;
/** Cosines: below the first, items are merely of one sort; from the second on they are duplicates. */
const MIN_DUPLICATE_COSINE = 0.6;
const FULL_DUPLICATE_COSINE = 0.9;
/** Share of the candidates, weighted by penalty, above which the penalties begin to shrink. */
const MAX_PENALISED = 0.5;
const PENALTY_SHARE_IF_LIKED = 0.5;

/**
 * Penalty for resembling disliked items, in log-odds, 0 or below: −strength × smoothstep of the highest cosine, from
 * 0.6 to 0.9 (−3 at 0.8). On a large video site "dislike" stopped one unwanted item in eight (Mozilla 2022); here it
 * must be four in five (the tests simulate 50 picks). Halved where a liked item is at least as similar: then the
 * dislike was about something else. Beyond half of all candidates the penalties shrink evenly, to none where everything
 * is a duplicate, so a list of nothing else keeps its order. Costs one cosine per candidate and disliked row, and one
 * per liked row for penalised candidates. [candidates]
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
  const shares = toDisliked.map((likeness) =>
    smoothstep((likeness - MIN_DUPLICATE_COSINE) / (FULL_DUPLICATE_COSINE - MIN_DUPLICATE_COSINE)),
  );
  const penalisedPlaces = Int32Array.from(candidates.keys()).filter((index) => (shares[index] ?? 0) > 0);
  const toLiked = nearest(liked, rowsAt(candidates, penalisedPlaces));
  let sum = 0;
  penalisedPlaces.forEach((index, place) => {
    const share =
      (shares[index] ?? 0) * ((toLiked[place] ?? 0) >= (toDisliked[index] ?? 0) ? PENALTY_SHARE_IF_LIKED : 1);
    penalties[index] = -strength * share;
    sum += share;
  });
  // A weighted count, so that one candidate more or less makes no jump.
  const penalised = sum / Math.max(1, candidates.length);
  if (penalised <= MAX_PENALISED) return penalties;
  const kept = Math.max(0, (1 - penalised) / (1 - MAX_PENALISED));
  return penalties.map((penalty) => (penalty === 0 || kept === 0 ? 0 : penalty * kept));
}

/** 3x² − 2x³ between 0 and 1, constant outside. */
function smoothstep(position: number): number {
  const within = Math.max(0, Math.min(1, position));
  return within * within * (3 - 2 * within);
}
