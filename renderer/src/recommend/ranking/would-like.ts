/**
 * How much a person would like an item, as a logistic sum: every term is in log-odds and can be taken out again, which
 * is how reasons are made (explaining/reasons.ts).
 */
export interface LikingTerms {
  /** The model's and the content's scores, standardised within the kind group. */
  readonly taste: number;
  readonly ownRating: number;
  readonly likedTags: number;
  /** 0 for the kind the person is best known in, below 0 for others. */
  readonly kind: number;
  /** 0 where the item is in the known-item table (or its kind was never trained), else below 0. */
  readonly unrecognised: number;
  /** 0 or below: what it shares with disliked items. */
  readonly aversion: number;
  /** 0 or below: how near it is to being a disliked item again. */
  readonly nearDuplicate: number;
  /** From the reactions of the person and, as a prior, of others. */
  readonly learned: number;
  /** From the dials. */
  readonly dials: number;
}

/** Bound on the learned term, so that it never outweighs all others together. */
export const MAX_LEARNED = 3;

/** An average item that the owner likes is not worth sending; the base leaves room between the best ones. */
export const LIKING_BASE = -2;

export function logOdds(terms: LikingTerms): number {
  return (
    LIKING_BASE +
    terms.taste +
    terms.ownRating +
    terms.likedTags +
    terms.kind +
    terms.unrecognised +
    terms.aversion +
    terms.nearDuplicate +
    terms.learned +
    terms.dials
  );
}

/** A pick should be met later (`share`) and be liked once met (`shareRated`). */
export type AskedTask = 'share' | 'shareRated';

/** Log-odds per standard deviation of a task's score; that of `share` grows with the number of events. */
export function tasteWeight(task: AskedTask, events: number): number {
  return task === 'shareRated' ? 0.25 : 0.5 + 1.8 * (events / (events + 2));
}

/** 7 of 10 or 3.5 stars, which most things get from the one who chose them: adds nothing. */
const NEUTRAL_OWN_RATING = 0.7;
/** For an unrated item: a little below NEUTRAL_OWN_RATING. */
const UNRATED_TERM = -0.3;

/** Log-odds of the owner's own rating 0..1: five stars are a better reason to try an item than four. */
export function ownRatingTerm(rating: number | null): number {
  if (rating === null) return UNRATED_TERM;
  return 0.45 * Math.max(-1, Math.min(1, (rating - NEUTRAL_OWN_RATING) / (1 - NEUTRAL_OWN_RATING)));
}

/** Each further liked tag adds half of what the one before did. */
export function likedTagsTerm(matches: number): number {
  return 1.2 * (1 - 0.5 ** matches);
}

const KIND_PRIOR = 1.5;
const KIND_STRENGTH = 0.6;

/**
 * Log-odds of each kind group: somebody known only through films is not sent five books.
 * @param evidence liked events per group.
 * @param offered groups to choose from.
 */
export function kindTerms(
  evidence: ReadonlyMap<string, number>,
  offered: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const groups = new Set([...offered, ...evidence.keys()]);
  let total = 0;
  for (const count of evidence.values()) total += count;
  const shares = new Map(
    [...groups].map((group) => [group, ((evidence.get(group) ?? 0) + KIND_PRIOR / groups.size) / (total + KIND_PRIOR)]),
  );
  const best = Math.max(...[...offered].map((group) => shares.get(group) ?? 0), Number.MIN_VALUE);
  return new Map(
    [...offered].map((group) => [group, KIND_STRENGTH * Math.min(0, Math.log((shares.get(group) ?? best) / best))]),
  );
}

/** Of two equal items, the one in the known-item table is the safer one to send. */
export const UNRECOGNISED_TERM = -0.6;
export const CONTENT_AVERSION = -1.5;
export const SERIES_AVERSION = -2;
/** For a creator, or a tag, of disliked items only. */
export const CREATOR_AVERSION = -0.8;
export const TAG_AVERSION = -0.8;
