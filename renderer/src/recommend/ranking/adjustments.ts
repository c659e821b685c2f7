import type { ItemRows } from '../item-index';
import { isLiked } from '../../domain/taste-scale';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { ItemNames } from '../encoding/item-names';
import { nearDuplicatePenalty } from './near-duplicates';

/**
 * What people said in so many words, in log-odds: stated weights, because no set of cases holds such statements. Each
 * term can be taken out again, which is how a score is explained.
 */
export interface Adjustments {
  /** What the owner thinks of it. */
  readonly ownRating: number;
  /** Tags that the person is said to like. */
  readonly likedTags: number;
  /** 0 for the kind the person is best known in, below 0 for others. */
  readonly kind: number;
  /** 0 or below: what it shares with disliked things. */
  readonly aversion: number;
  /** 0 or below: how near it is to being a disliked thing again. */
  readonly nearDuplicate: number;
  readonly dials: number;
}

export const NO_ADJUSTMENTS: Adjustments = {
  ownRating: 0,
  likedTags: 0,
  kind: 0,
  aversion: 0,
  nearDuplicate: 0,
  dials: 0,
};

/** What is added to the interest, and so to the order. */
export const ofInterest = ({ ownRating, likedTags, kind, aversion, nearDuplicate, dials }: Adjustments): number =>
  ownRating + likedTags + kind + aversion + nearDuplicate + dials;

/** For an unrated thing: a little below a neutral rating. */
const UNRATED_TERM = -0.2;
/** A rating of the owner that adds nothing. */
const NEUTRAL_RATING = 0.7;
const OWN_RATING_STRENGTH = 0.3;

/** Log-odds of the owner's own rating 0..1: five stars are a better reason to try a thing than four. */
export function ownRatingTerm(rating: number | null): number {
  if (rating === null) return UNRATED_TERM;
  return OWN_RATING_STRENGTH * Math.max(-1, Math.min(1, (rating - NEUTRAL_RATING) / (1 - NEUTRAL_RATING)));
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

const CONTENT_AVERSION = -1.5;
const SERIES_AVERSION = -2;
/** For a creator, or a tag, of disliked things only. */
const CREATOR_AVERSION = -0.8;
const TAG_AVERSION = -0.8;

/**
 * Log-odds subtracted for what a candidate shares with disliked things: words, series, creators, tags. "Not for them"
 * must have a visible effect.
 */
export function aversionTerms(history: readonly WindowEvent[], rows: ItemRows, library: EncodedLibrary): Float64Array {
  const disliked = history.filter(isTurnedDown);
  const terms = new Float64Array(rows.length);
  if (disliked.length === 0) return terms;
  const names = disliked.map(({ row }) => library.names(row));
  const series = new Set(names.flatMap(({ seriesKeys }) => seriesKeys));
  const others = history.filter((event) => !isTurnedDown(event)).map(({ row }) => library.names(row));
  /** Names that occur on disliked things only. */
  const onlyThere = (of: (entry: ItemNames) => readonly string[]): ReadonlySet<string> => {
    const elsewhere = new Set(others.flatMap(of));
    return new Set(names.flatMap(of).filter((name) => !elsewhere.has(name)));
  };
  const creators = onlyThere((entry) => entry.creators);
  const tags = onlyThere((entry) => entry.tags);
  const alike = library.content.similarities(disliked, rows, 1, () => 1);
  rows.forEach((row, index) => {
    const own = library.names(row);
    let term = CONTENT_AVERSION * (alike[index] ?? 0);
    if (own.seriesKeys.some((key) => series.has(key))) term += SERIES_AVERSION;
    if (own.creators.some((creator) => creators.has(creator))) term += CREATOR_AVERSION;
    if (own.tags.some((tag) => tags.has(tag))) term += TAG_AVERSION;
    terms[index] = term;
  });
  return terms;
}

/**
 * Turned down, not merely rated low: "not for them", "no", one star. What two stars say of other things the estimates
 * have learned from people; subtracting more for it puts things to the wrong friend (swap .751 → .744).
 */
const MAX_TURNED_DOWN = 0.2;
const isTurnedDown = ({ rating }: WindowEvent): boolean => rating !== null && rating <= MAX_TURNED_DOWN;

/** Log-odds subtracted from near duplicates of disliked things. */
export function nearDuplicateTerms(
  history: readonly WindowEvent[],
  rows: ItemRows,
  library: EncodedLibrary,
): Float64Array {
  return nearDuplicatePenalty({
    candidates: rows,
    nearest: (others, asked) => library.nearest(others, asked),
    disliked: history.filter(isTurnedDown).map(({ row }) => row),
    liked: history.filter(({ rating }) => isLiked(rating)).map(({ row }) => row),
  });
}
