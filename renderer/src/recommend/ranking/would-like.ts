import { NEUTRAL_OWN_RATING } from '../../domain/taste-thresholds';

/**
 * The chance that a person would like a thing, as a readable logistic sum: every term is in log-odds and can be taken
 * out again, which is how the reasons are made (explaining/reasons.ts).
 */
export interface LikingTerms {
  /** The model's and the content's answer, standardised within the kind. */
  readonly taste: number;
  readonly ownRating: number;
  readonly likedTags: number;
  /** Zero for the kind the person is best known in, below for others. */
  readonly kind: number;
  /** Zero where the model recognises the thing, below where it goes by words alone. */
  readonly unrecognised: number;
  /** Zero or below: what it shares with things disliked. */
  readonly aversion: number;
  /** Zero or below: how near it is to being one of them. */
  readonly nearDuplicate: number;
  /** What the person's own reactions, and everybody's, have taught. */
  readonly learned: number;
  /** How far the dials were turned by hand. */
  readonly dials: number;
}

/** What is learned never outweighs all the rest by itself. */
export const MAX_LEARNED = 3;

/** An average thing the owner likes is not worth sending; the scale leaves room between the best ones. */
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

/** What is sent should be come across later (`share`) and liked once met (`shareRated`). */
export type AskedTask = 'share' | 'shareRated';

/** Log-odds per standard deviation of a task's score. What a person comes to like says more, the more is known of them. */
export function tasteWeight(task: AskedTask, events: number): number {
  return task === 'shareRated' ? 0.25 : 0.5 + 1.8 * (events / (events + 2));
}

/** What is not rated counts a little below NEUTRAL_OWN_RATING. */
const UNRATED_TERM = -0.3;

/** The owner's own rating 0..1 as log-odds: a friend's five stars are a better reason to try a thing than four. */
export function ownRatingTerm(rating: number | null): number {
  if (rating === null) return UNRATED_TERM;
  return 0.45 * Math.max(-1, Math.min(1, (rating - NEUTRAL_OWN_RATING) / (1 - NEUTRAL_OWN_RATING)));
}

/** Each further tag the person likes adds half of what the one before did. */
export function likedTagsTerm(matches: number): number {
  return 1.2 * (1 - 0.5 ** matches);
}

const KIND_PRIOR = 1.5;
const KIND_STRENGTH = 0.6;

/**
 * Log-odds of each kind group: someone known only through films is not sent five books. `evidence` counts the liked
 * things per group, `offered` are the groups there are to choose from.
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

/** Of two equals, the one that other people's ratings speak for is the safer thing to send. */
export const UNRECOGNISED_TERM = -0.6;
export const CONTENT_AVERSION = -1.5;
export const SERIES_AVERSION = -2;
/** For a creator, or a tag, that only disliked things have. */
export const CREATOR_AVERSION = -0.8;
export const TAG_AVERSION = -0.8;
