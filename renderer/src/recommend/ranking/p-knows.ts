/** What hints at a person knowing a thing already. */
export interface KnowsEvidence {
  /** How widely met the thing is within its kind, 0..1; null = nothing is known of that. */
  readonly popularity: number | null;
  /** Things of the same kind group the person is known to have met. */
  readonly eventsOfKind: number;
  readonly sameSeries: boolean;
  readonly sameCreator: boolean;
  /** How well it fits among what could be offered, 0..1: people find what suits them. */
  readonly fit: number;
  /** Years since it came out; null = unknown. */
  readonly age: number | null;
}

const MIN_MET = 0.04;
/** Added for the most widely met thing of its kind: about half of all people with a taste for the kind know it. */
const MAX_MET = 0.5;
/** Where nothing says how widely met a thing is: below the middle, as unrecognised things are rarely famous. */
const UNKNOWN_POPULARITY = 0.35;
const NEW_YEARS = 1;
const CEILING = 0.95;

/**
 * The chance that a person knows a thing already, 0..1: a stated estimate, not a learned one. One exposure is met with
 * a chance that grows with the square of popularity (few things are known to everybody); evidence that the person moves
 * where the thing is found multiplies the exposures: P = 1 − (1 − p)^exposures.
 */
export function pKnows(evidence: KnowsEvidence): number {
  const popularity = evidence.popularity ?? UNKNOWN_POPULARITY;
  const once = MIN_MET + MAX_MET * popularity ** 2;
  const moves = evidence.eventsOfKind / (evidence.eventsOfKind + 8);
  let exposures = 0.7 + 0.8 * moves + 0.4 * (evidence.fit - 0.5);
  if (evidence.sameSeries) exposures += 1.5;
  if (evidence.sameCreator) exposures += 0.5;
  // What came out this year has had little time to reach anybody.
  if (evidence.age !== null && evidence.age <= NEW_YEARS) exposures *= 0.6;
  return Math.min(CEILING, 1 - (1 - once) ** exposures);
}
