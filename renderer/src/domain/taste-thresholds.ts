/**
 * Where a rating 0..1 begins to mean loved, liked or disliked: every such threshold, by what it is used for. The
 * values differ between uses, so one rating can be "liked" in one place and not in another.
 */

/**
 * What is learned and measured: label 1 of a rating (recommend/learning/reactions), reward of a wildcard
 * (data/wildcard-outcomes).
 */
export const MIN_LIKED_LABEL = 0.8;
/** A label 1 that counts more (recommend/learning/reactions). */
export const MIN_LOVED_LABEL = 0.9;
/** A label 0 that counts in full; between this and MIN_LIKED_LABEL ever less (recommend/learning/reactions). */
export const MAX_DISLIKED_LABEL = 0.5;

/**
 * Liked things of a history: what a near duplicate of a disliked thing is compared with (recommend/ranking/assessment).
 */
export const MIN_LIKED_NEIGHBOUR = 0.7;
/** Disliked things of a history: what candidates are kept away from (recommend/ranking/assessment). */
export const MAX_DISLIKED_HISTORY = 0.35;
/** Counts towards the kinds a person is after; unrated things do too (recommend/ranking/assessment). */
export const MIN_KIND_EVIDENCE = 0.5;
/** Counts towards the mix of kinds and tags that a slate is calibrated to (recommend/ranking/slate). */
export const MIN_LIKED_CLASSES = 0.7;

/** The owner thinks well enough of a thing to send it (recommend/ranking/eligibility). */
export const MIN_WELL_RATED = 0.7;
/** An own rating of the owner that adds nothing to the chance of liking (recommend/ranking/would-like). */
export const NEUTRAL_OWN_RATING = 0.7;
/** An event adds nothing to the content profile at or below this (recommend/scoring/content-similarity). */
export const NEUTRAL_CONTENT_RATING = 0.4;
/** An event may be given as a reason; unrated ones may too (recommend/explaining/reasons). */
export const MIN_REASON_RATING = 0.5;

/**
 * "Loved" and "liked" in a sentence about a person (features: reasons, breakdown, draft notes, own reasons, a friend's
 * summary).
 */
export const MIN_LOVED_WORDS = 0.9;
export const MIN_LIKED_WORDS = 0.7;
/** "So-so" in such a sentence; "disliked" below. */
export const MIN_SO_SO_WORDS = 0.45;
/** "Not for them" in a friend's summary (application/friends/friend-summary). */
export const MAX_DISLIKED_SUMMARY = 0.3;
/** Filters of the library page: loved, liked, low (application/library/library-view). */
export const MIN_LOVED_FILTER = 0.9;
export const MIN_LIKED_FILTER = 0.7;
export const MAX_LOW_FILTER = 0.5;

/** Of a reward 0..1, not a rating: a wildcard that counts as liked (features/trust/wildcard-finding). */
export const MIN_LIKED_REWARD = 0.5;

// One more stands in the model's manifest: scoring.neighbourhood.liked (0.8 in the shipped bundle), because the mixture
// weights were fitted with it.
