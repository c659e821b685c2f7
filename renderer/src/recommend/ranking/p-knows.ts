/** Evidence that a person knows an item. */
export interface KnowsEvidence {
  /** Popularity rank within its kind, 0 (least) to 1; null = unknown. */
  readonly popularity: number | null;
  /** Items of the same kind group the person has met. */
  readonly eventsOfKind: number;
  readonly sameSeries: boolean;
  readonly sameCreator: boolean;
  /** Percentile of the item among what could be offered, 0..1: people find what suits them. */
  readonly fit: number;
  /** Years since release; null = unknown. */
  readonly age: number | null;
}

const MIN_MET = 0.04;
/** Added for the most popular item of its kind: about half of those with a taste for the kind know it. */
const MAX_MET = 0.5;
/** Assumed where popularity is unknown: below the middle, since unrecognised items are rarely famous. */
const UNKNOWN_POPULARITY = 0.35;
const NEW_YEARS = 1;
/** Never certain that a person knows an item. */
export const MAX_P_KNOWS = 0.95;

/**
 * P(a person knows an item already), 0..1: a stated estimate, not a learned one. The chance p of one exposure grows
 * with the square of popularity (few items are known to everybody); evidence that the person moves where the item is
 * found raises the number of exposures: P = 1 − (1 − p)^exposures.
 */
export function pKnows(evidence: KnowsEvidence): number {
  const popularity = evidence.popularity ?? UNKNOWN_POPULARITY;
  const once = MIN_MET + MAX_MET * popularity ** 2;
  const moves = evidence.eventsOfKind / (evidence.eventsOfKind + 8);
  let exposures = 0.7 + 0.8 * moves + 0.4 * (evidence.fit - 0.5);
  if (evidence.sameSeries) exposures += 1.5;
  if (evidence.sameCreator) exposures += 0.5;
  // A release of this year has had little time to reach anybody.
  if (evidence.age !== null && evidence.age <= NEW_YEARS) exposures *= 0.6;
  return Math.min(MAX_P_KNOWS, 1 - (1 - once) ** exposures);
}
