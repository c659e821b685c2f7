import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import { isDisliked } from '../../domain/taste-scale';
import { holdsPhrase } from '../../domain/holds-phrase';
import type { SimpleWay } from '../../domain/backtest';
import type { DialTerm } from '../../domain/dials/dial-table';
import type { DialId, Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { estimate } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { FeatureValues } from '../estimating/features';
import { inOrderOf } from '../evaluating/better-way';
import type { PKnowsModel } from '../learning/p-knows-model';
import type { PersonalScores } from '../learning/personal-learning';
import type { FtrlProximal } from '../learning/ftrl';
import type { SparseFeatures } from '../learning/item-features';
import { sigmoid } from '../math/log-odds';
import { shortlist } from '../scoring/shortlist';
import { placeOf } from '../math/standardise';
import {
  aversionTerms,
  kindTerms,
  likedTagsTerm,
  nearDuplicateTerms,
  NO_ADJUSTMENTS,
  ofInterest,
  ownRatingTerm,
} from './adjustments';
import type { Adjustments } from './adjustments';
import { dialTermsOf, sumOfTerms } from './dials';
import type { EligibleItem } from './eligibility';
import { COMMON_SHARE, valueOf } from './value-of-sending';

/** Bound on the learned term, so that it never outweighs all others together. */
const MAX_LEARNED = 3;
/** Shrinks the mean that a kind with few candidates is centred on: n / (n + this). */
const CENTRE_PRIOR = 4;

/** A simple way that guides a person better than Handpicked. */
export interface BetterWay {
  readonly way: SimpleWay;
  /** Higher is better. [rows] */
  readonly scores: (rows: ItemRows) => Float64Array;
}

/** Everything computed about one person and the items that may be offered; arrays run over `items`. */
export interface Assessment {
  readonly profile: TasteProfile;
  readonly history: readonly WindowEvent[];
  readonly items: readonly EligibleItem[];
  readonly rows: ItemRows;
  /** Kind group of each item. */
  readonly groups: readonly string[];
  /** Ascending places of the items that every feature was computed for; null = all. Only these are offered. */
  readonly complete: Int32Array | null;
  readonly features: FeatureValues;
  /** What is added to the interest beside the estimate. */
  readonly adjustments: readonly Adjustments[];
  /** Log-odds of liking it once met, less what was learned on the device and what the better guide moved. */
  readonly offsets: Float64Array;
  /** Log-odds that learning adds to them. */
  readonly learned: Float64Array;
  /** The simple way that is the better guide for the person; null = Handpicked is. */
  readonly betterWay: SimpleWay | null;
  /** Log-odds that its order adds to the chances: the same ones, dealt out anew. 0 where there is none. */
  readonly guided: Float64Array;
  /** P(would like it once met), 0..1. */
  readonly chances: Float64Array;
  /** Log-odds of choosing it against the middle of its kind, adjustments included. */
  readonly interest: Float64Array;
  /** The same with only a share of what anybody would choose: what orders, beside the chances. */
  readonly distinctInterest: Float64Array;
  /** P(knows it already), 0..1. */
  readonly pKnows: Float64Array;
  /** The value of sending, in log-odds: orders the picks. */
  readonly values: Float64Array;
  /** Percentile of `values` among the items, 0..1. */
  readonly fit: Float64Array;
  /** The person's liked tags that each item has, as the person typed them. */
  readonly likedTags: readonly (readonly string[])[];
  /** Features of the learner of one of the items. */
  readonly featuresOf: (index: number) => SparseFeatures;
  readonly learner: FtrlProximal;
  /** Of each item; empty where the dials are neutral. */
  readonly dialTerms: readonly (readonly DialTerm<DialId>[])[];
  /** Events of the history per kind group, disliked ones left out. */
  readonly kindEvidence: ReadonlyMap<string, number>;
}

export interface AssessmentInput {
  readonly profile: TasteProfile;
  readonly items: readonly EligibleItem[];
  readonly now: number;
  readonly scores: PersonalScores;
  /** Gets every feature, however many items there are; 'all' = every item does. */
  readonly about: ItemIndex | 'all' | null;
  readonly dials: Dials;
  /** null: items of the person's own pile, where knowing them does not matter. */
  readonly pKnowsModel: PKnowsModel | null;
  /** null: Handpicked orders. */
  readonly better: BetterWay | null;
}

/**
 * From features to three estimates, and from these to the worth of sending each item. Of more items than a shortlist
 * holds, first from what is cheap to know; then the best by that get everything. Means and percentiles are of all.
 */
export function assess(input: AssessmentInput, estimator: Estimator, library: EncodedLibrary): Assessment {
  const { profile, items, scores, about } = input;
  const { history } = scores;
  const rows = itemRows(items.map(({ row }) => row));
  const groups = items.map(({ row }) => library.names(row).group);
  const kindEvidence = kindsMet(history, library);
  const likedTags = likedTagsOf(profile, items, library);
  const dialTerms = dialTermsOf({ ...input, history }, rows, (row) => estimator.fame(row), library) ?? [];
  const adjustments = adjustmentsOf(items, groups, { kindEvidence, likedTags, dialTerms, history, rows, library });
  const known: KnownOfItems = { rows, groups, kindEvidence, likedTags, dialTerms, adjustments };
  const first = assessedBy(scores, known, input, estimator, null);
  if (scores.completed === null) return first;
  if (about === 'all') return assessedBy(scores.completed(Int32Array.from(rows.keys())), known, input, estimator, null);
  const asked = about === null ? -1 : rows.indexOf(about);
  const best = [...shortlist(first.values)];
  const complete = Int32Array.from(asked < 0 || best.includes(asked) ? best : [...best, asked]).sort();
  return assessedBy(scores.completed(complete), known, input, estimator, complete);
}

/** What does not depend on the features. */
type KnownOfItems = Pick<Assessment, 'rows' | 'groups' | 'kindEvidence' | 'likedTags' | 'dialTerms' | 'adjustments'>;

function assessedBy(
  { history, features, offsets, learner, corrections, featuresOf }: PersonalScores,
  known: KnownOfItems,
  { profile, items, pKnowsModel, better }: AssessmentInput,
  { estimates }: Estimator,
  complete: Int32Array | null,
): Assessment {
  const { rows, groups, adjustments } = known;
  const learned = corrections.map((correction) => Math.max(-MAX_LEARNED, Math.min(MAX_LEARNED, correction)));
  const logOdds = offsets.map((offset, index) => offset + (learned[index] ?? 0));
  const dealt = better === null ? logOdds : inOrderOf(better.scores(rows), logOdds, groups);
  const chances = dealt.map(sigmoid);
  const interest = centredWithin(groups, estimate(estimates.interest, features, groups, history.length)).map(
    (value, index) => value + ofInterest(adjustments[index] ?? NO_ADJUSTMENTS) + (learned[index] ?? 0),
  );
  const pKnows =
    pKnowsModel === null
      ? new Float64Array(rows.length)
      : pKnowsModel.chances(profile.personId, estimate(estimates.knows, features, groups, history.length), groups);
  const everybodys = centredWithin(groups, estimate(estimates.interest, features, groups, history.length, 'item'));
  const distinctInterest = interest.map((value, index) => value - (1 - COMMON_SHARE) * (everybodys[index] ?? 0));
  const values = distinctInterest.map((value, index) => valueOf(value, chances[index] ?? 0, pKnows[index] ?? 0));
  return {
    ...known,
    profile,
    history,
    items,
    complete,
    features,
    offsets,
    learned,
    betterWay: better?.way ?? null,
    guided: dealt.map((value, index) => value - (logOdds[index] ?? 0)),
    chances,
    interest,
    distinctInterest,
    pKnows,
    values,
    fit: percentiles(values),
    featuresOf,
    learner,
  };
}

interface AdjustmentFacts {
  readonly kindEvidence: ReadonlyMap<string, number>;
  readonly likedTags: readonly (readonly string[])[];
  readonly dialTerms: readonly (readonly DialTerm<DialId>[])[];
  readonly history: readonly WindowEvent[];
  readonly rows: ItemRows;
  readonly library: EncodedLibrary;
}

function adjustmentsOf(
  items: readonly EligibleItem[],
  groups: readonly string[],
  { kindEvidence, likedTags, dialTerms, history, rows, library }: AdjustmentFacts,
): readonly Adjustments[] {
  const kinds = kindTerms(kindEvidence, new Set(groups));
  const aversions = aversionTerms(history, rows, library);
  const nearDuplicates = nearDuplicateTerms(history, rows, library);
  return items.map(({ ownRating }, index) => ({
    ownRating: ownRatingTerm(ownRating),
    likedTags: likedTagsTerm(likedTags[index]?.length ?? 0),
    kind: kinds.get(groups[index] ?? '') ?? 0,
    aversion: aversions[index] ?? 0,
    nearDuplicate: nearDuplicates[index] ?? 0,
    dials: sumOfTerms(dialTerms[index] ?? []),
  }));
}

function likedTagsOf(
  { likedTags }: TasteProfile,
  items: readonly EligibleItem[],
  library: EncodedLibrary,
): readonly (readonly string[])[] {
  const wanted = likedTags
    .map((tag) => ({ tag, phrase: library.text.phrase(tag) }))
    .filter(({ phrase }) => phrase !== '');
  return items.map(({ row }) =>
    wanted
      .filter(({ phrase }) => library.names(row).tags.some((tag) => holdsPhrase(tag, phrase)))
      .map(({ tag }) => tag),
  );
}

/** Share of the other values that each value exceeds, ties counted half: ½ for the middle one. */
function percentiles(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  return values.map((value) => (placeOf(sorted, value) + placeOf(sorted, value, true)) / 2 / values.length);
}

/**
 * Each value less the mean of its kind group, which is shrunk where there are few: books and films come from different
 * data, and the level of an interest means nothing.
 */
function centredWithin(groups: readonly string[], values: Float64Array): Float64Array {
  const sums = new Map<string, { sum: number; count: number }>();
  groups.forEach((group, index) => {
    const own = sums.get(group) ?? { sum: 0, count: 0 };
    own.sum += values[index] ?? 0;
    own.count += 1;
    sums.set(group, own);
  });
  const total = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value, index) => {
    const { sum, count } = sums.get(groups[index] ?? '') ?? { sum: 0, count: 0 };
    return value - (sum + CENTRE_PRIOR * total) / (count + CENTRE_PRIOR);
  });
}

function kindsMet(history: readonly WindowEvent[], library: EncodedLibrary): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row, rating } of history) {
    if (isDisliked(rating)) continue;
    const { group } = library.names(row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
