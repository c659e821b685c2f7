import { itemRows } from '../item-index';
import type { ItemRows } from '../item-index';
import { MAX_DISLIKED_HISTORY, MIN_KIND_EVIDENCE, MIN_LIKED_NEIGHBOUR } from '../../domain/taste-thresholds';
import type { DialTerm } from '../../domain/dials/dial-table';
import type { DialId, Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { holdsPhrase } from '../../domain/holds-phrase';
import type { ItemNames } from '../encoding/item-names';
import type { EligibleItem } from './eligibility';
import type { PKnowsModel } from '../learning/p-knows-model';
import type { FtrlProximal } from '../learning/ftrl';
import type { SparseFeatures } from '../learning/item-features';
import type { ModelScores } from '../learning/model-scores';
import { dialTermsOf, sumOfTerms } from './dials';
import { knowsEvidence } from './knows-evidence';
import { nearDuplicatePenalty } from './near-duplicates';
import {
  CONTENT_AVERSION,
  CREATOR_AVERSION,
  kindTerms,
  likedTagsTerm,
  logOdds,
  MAX_LEARNED,
  ownRatingTerm,
  SERIES_AVERSION,
  TAG_AVERSION,
  tasteWeight,
  UNRECOGNISED_TERM,
} from './would-like';
import { sigmoid } from '../math/log-odds';
import type { AskedTask, LikingTerms } from './would-like';
import { CHANNELS } from '../scoring/channels';
import type { Channels } from '../scoring/channels';
import type { Question } from '../scoring/channel-values';
import { scalesOf } from '../scoring/mixture';
import type { Scales } from '../scoring/mixture';
import { averageRanks, noFinerThan, scaleOf, withoutTrend } from '../math/standardise';
import type { TaskScorer } from '../scoring/task-scorer';

/** An encoder's word on an item that nobody's ratings speak for counts less than on one it recognises. */
const UNRECOGNISED_TRUST = 0.6;
/** TF-IDF cosines that differ by less are common words ("the") and chance, however alike the rest of a library is. */
const MIN_CONTENT_DEVIATION = 0.2;
/** The same for the scores of a kind that goes by words alone, so that chance is not stretched after all. */
const MIN_WORDS_DEVIATION = 0.5;
/** A kind with few candidates says little of what is usual in it. */
const SCALE_PRIOR = 4;
/** How much of what fame alone explains of a score is taken off it. */
const FAME_TAKEN_OFF = 0.6;

/** Everything computed about one person and the items that may be offered; arrays run over `items`. */
export interface Assessment {
  readonly profile: TasteProfile;
  readonly history: readonly WindowEvent[];
  readonly items: readonly EligibleItem[];
  readonly rows: ItemRows;
  readonly channels: Channels;
  readonly scales: Scales;
  /** Log-odds per unit of a task's raw score, per item. */
  readonly slopes: Readonly<Record<AskedTask, Float64Array>>;
  readonly terms: readonly LikingTerms[];
  /** Tags of each item that the person likes, as the person typed them. */
  readonly likedTags: readonly (readonly string[])[];
  /** Orders by what a person would like, 0..1: the terms' log-odds as a share, and no calibrated chance. */
  readonly liking: Float64Array;
  /** The model's log-odds of liking once met, before anything is learned. */
  readonly offsets: Float64Array;
  /** P(would like it once met), 0..1, calibrated (`npm run benchmark -- --suite learning`). */
  readonly chances: Float64Array;
  /** Readable features of one of the items. */
  readonly featuresOf: (index: number) => SparseFeatures;
  readonly learner: FtrlProximal;
  /** Of each item; empty where the dials are neutral. */
  readonly dialTerms: readonly (readonly DialTerm<DialId>[])[];
  /** P(knows it already), 0..1. */
  readonly pKnows: Float64Array;
  /** `liking` × P(does not know it): orders the picks. */
  readonly values: Float64Array;
  /** Percentile of `liking` among the items, 0..1. */
  readonly fit: Float64Array;
  /** Liked things of each kind group in the history. */
  readonly kindEvidence: ReadonlyMap<string, number>;
}

export interface AssessmentInput {
  readonly profile: TasteProfile;
  readonly history: readonly WindowEvent[];
  readonly items: readonly EligibleItem[];
  readonly now: number;
  readonly learner: FtrlProximal;
  /** Log-odds that the learner adds, and readable features, of every item for this person. */
  readonly corrections: Float64Array;
  readonly featuresOf: (index: number) => SparseFeatures;
  /** Where the model puts them. */
  readonly modelScores: ModelScores;
  readonly dials: Dials;
  /** What is known of who knows what; null: from their own pile, everything is new enough. */
  readonly pKnowsModel: PKnowsModel | null;
}

/**
 * From raw task scores to the worth of sending each item. The scores enter as they are: taking off what the model says
 * of nobody in particular seems to leave the personal part, but among equally popular things it tells what a person
 * will like far worse (`npm run benchmark:equally-famous`).
 */
export function assess(input: AssessmentInput, scorer: TaskScorer, library: EncodedLibrary): Assessment {
  const {
    profile,
    history,
    items,
    learner,
    corrections,
    featuresOf,
    modelScores: { channels, offsets },
  } = input;
  const rows = itemRows(items.map(({ row }) => row));
  const asked: Question = { mode: 'warm', history, candidates: rows };
  const measured = scalesOf(CHANNELS, channels);
  const scales = { ...measured, content: noFinerThan(measured.content, MIN_CONTENT_DEVIATION) };
  const groups = items.map(({ row }) => library.names(row).group);
  const trained = items.map(({ row }) => library.isTrained(row));
  const trust = items.map(({ row }, index) =>
    trained[index] === true && !library.isKnown(row) ? UNRECOGNISED_TRUST : 1,
  );
  const crowdRanks = averageRanks(channels.popularity);
  const fame = Float64Array.from(
    rows,
    (row, index) => average(library.popularity(row), crowdRanks[index] ?? Number.NaN) ?? Number.NaN,
  );
  const placed = (task: AskedTask, raw: Float64Array): PlacedScores =>
    withinGroups(raw, { groups, trained, trust }, tasteWeight(task, history.length));
  // What a person will come across is told by fame; what they would like of what they have not met is not.
  const share = placed(
    'share',
    withoutTrend(scorer.mixed('share', false, asked, channels, scales), fame, FAME_TAKEN_OFF),
  );
  const shareRated = placed('shareRated', scorer.mixed('shareRated', true, asked, channels, scales));
  const slopes = { share: share.slopes, shareRated: shareRated.slopes };
  const kindEvidence = kindsLiked(history, library);
  const kinds = kindTerms(kindEvidence, new Set(groups));
  const aversions = aversionTerms(history, rows, library);
  const wantedTags = profile.likedTags
    .map((tag) => ({ tag, phrase: library.text.phrase(tag) }))
    .filter(({ phrase }) => phrase !== '');
  const likedTags = items.map(({ row }) =>
    wantedTags
      .filter(({ phrase }) => library.names(row).tags.some((tag) => holdsPhrase(tag, phrase)))
      .map(({ tag }) => tag),
  );
  const nearDuplicates = nearDuplicatePenalty({
    candidates: rows,
    nearest: (others, asked) => library.nearest(others, asked),
    disliked: history.filter(({ rating }) => isDisliked(rating)).map(({ row }) => row),
    liked: history.filter(({ rating }) => rating !== null && rating >= MIN_LIKED_NEIGHBOUR).map(({ row }) => row),
  });
  const dialTerms = dialTermsOf(input, rows, fame, library);
  const terms = items.map(({ ownRating }, index): LikingTerms => ({
    taste: (share.scores[index] ?? 0) + (shareRated.scores[index] ?? 0),
    ownRating: ownRatingTerm(ownRating),
    likedTags: likedTagsTerm(likedTags[index]?.length ?? 0),
    kind: kinds.get(groups[index] ?? '') ?? 0,
    unrecognised: trust[index] === 1 ? 0 : UNRECOGNISED_TERM,
    aversion: aversions[index] ?? 0,
    nearDuplicate: nearDuplicates[index] ?? 0,
    learned: Math.max(-MAX_LEARNED, Math.min(MAX_LEARNED, corrections[index] ?? 0)),
    dials: sumOfTerms(dialTerms?.[index] ?? []),
  }));
  const liking = Float64Array.from(terms, (entry) => sigmoid(logOdds(entry)));
  const fit = percentiles(liking);
  const pKnows = chancesOfKnowing(input, rows, fame, fit, library);
  const chances = offsets.map((offset, index) => sigmoid(offset + (terms[index]?.learned ?? 0)));
  const values = liking.map((chance, index) => chance * (1 - (pKnows[index] ?? 0)));
  return {
    profile,
    history,
    items,
    rows,
    channels,
    scales,
    slopes,
    terms,
    likedTags,
    liking,
    offsets,
    chances,
    featuresOf,
    learner,
    dialTerms: dialTerms ?? [],
    pKnows,
    values,
    fit,
    kindEvidence,
  };
}

/** The share of the others that each value is above, equal ones counted half: the middle of n equals is ½. */
function percentiles(values: Float64Array): Float64Array {
  const { length } = values;
  const ranks = averageRanks(values);
  return ranks.map((rank) => (rank * Math.max(1, length - 1) + 0.5) / length);
}

/** Per item: its kind group, whether the model was trained on its kind, and how far its score is to be believed. */
interface GroupFacts {
  readonly groups: readonly string[];
  readonly trained: readonly boolean[];
  readonly trust: readonly number[];
}

/** A task's scores in log-odds, and how many of them one unit of the raw score is worth, per item. */
interface PlacedScores {
  readonly scores: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * Scores standardised within each kind group, times `weight`: books and films come from different data, and their raw
 * scores stand on different scales. Shrunk towards zero for small groups and by each item's `trust`.
 */
function withinGroups(scores: Float64Array, { groups, trained, trust }: GroupFacts, weight: number): PlacedScores {
  const members = new Map<string, number[]>();
  groups.forEach((group, index) => {
    const found = members.get(group);
    if (found === undefined) members.set(group, [index]);
    else found.push(index);
  });
  const standardised = new Float64Array(scores.length);
  const slopes = new Float64Array(scores.length);
  for (const indices of members.values()) {
    const measured = scaleOf(Float64Array.from(indices, (index) => scores[index] ?? 0));
    const scale = indices.some((index) => trained[index] === true)
      ? measured
      : noFinerThan(measured, MIN_WORDS_DEVIATION);
    const slope = weight * scale.inverseDeviation * (indices.length / (indices.length + SCALE_PRIOR));
    for (const index of indices) {
      slopes[index] = slope * (trust[index] ?? 1);
      standardised[index] = (slopes[index] ?? 0) * ((scores[index] ?? 0) - scale.mean);
    }
  }
  return { scores: standardised, slopes };
}

function kindsLiked(history: readonly WindowEvent[], library: EncodedLibrary): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row, rating } of history) {
    if (rating !== null && rating < MIN_KIND_EVIDENCE) continue;
    const { group } = library.names(row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function isDisliked(rating: number | null): boolean {
  return rating !== null && rating <= MAX_DISLIKED_HISTORY;
}

/** "Not for them" must visibly bite: likeness to disliked things in words, series or creator, in log-odds. */
function aversionTerms(history: readonly WindowEvent[], rows: ItemRows, library: EncodedLibrary): Float64Array {
  const disliked = history.filter(({ rating }) => isDisliked(rating));
  const terms = new Float64Array(rows.length);
  if (disliked.length === 0) return terms;
  const names = disliked.map(({ row }) => library.names(row));
  const series = new Set(names.flatMap(({ seriesKeys }) => seriesKeys));
  const others = history.filter(({ rating }) => !isDisliked(rating)).map(({ row }) => library.names(row));
  /** What only the disliked things have. */
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

function chancesOfKnowing(
  { profile, history, now, pKnowsModel: model }: AssessmentInput,
  rows: ItemRows,
  fame: Float64Array,
  fit: Float64Array,
  library: EncodedLibrary,
): Float64Array {
  if (model === null) return new Float64Array(rows.length);
  const evidence = knowsEvidence(history, now, library);
  return Float64Array.from(rows, (row, index) =>
    model.chance(
      profile.personId,
      evidence(row, fame[index] ?? Number.NaN, fit[index] ?? 0.5),
      library.names(row).group,
    ),
  );
}

/** The mean of what is known; null where neither is. */
function average(table: number | null, crowd: number): number | null {
  if (Number.isNaN(crowd)) return table;
  return table === null ? crowd : (table + crowd) / 2;
}
