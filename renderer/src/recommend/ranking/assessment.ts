import { itemRows } from '../item-index';
import type { ItemRows } from '../item-index';
import { isDisliked, isLiked } from '../../domain/taste-scale';
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
import type { ScoringQuestion } from '../scoring/channel-values';
import { scalesOf } from '../scoring/mixture';
import type { Scales } from '../scoring/mixture';
import { averageRanks, withMinDeviation, scaleOf, withoutTrend } from '../math/standardise';
import type { TaskScorer } from '../scoring/task-scorer';

/** Scores of an item of a trained kind that is not in the known-item table are multiplied by this. */
const UNRECOGNISED_TRUST = 0.6;
/**
 * Lower bound for the deviation of content: smaller differences between TF-IDF cosines are common words ("the") and
 * chance, however similar the rest of the library is.
 */
const MIN_CONTENT_DEVIATION = 0.2;
/** The same for the scores of an untrained kind, which rest on words alone. */
const MIN_WORDS_DEVIATION = 0.5;
/** Shrinks the scale of a kind with few candidates: n / (n + this). */
const SCALE_PRIOR = 4;
/** Share of the score's trend over popularity that is subtracted. */
const POPULARITY_TREND_REMOVED = 0.6;

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
  /** The person's liked tags that each item has, as the person typed them. */
  readonly likedTags: readonly (readonly string[])[];
  /** sigmoid of the terms' log-odds, 0..1: an order of what the person would like, not a calibrated chance. */
  readonly liking: Float64Array;
  /** The model's log-odds of liking once met, before learning. */
  readonly offsets: Float64Array;
  /** P(would like it once met), 0..1, calibrated (`npm run benchmark -- --suite learning`). */
  readonly chances: Float64Array;
  /** Features of one of the items. */
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
  /** Liked events of the history per kind group. */
  readonly kindEvidence: ReadonlyMap<string, number>;
}

export interface AssessmentInput {
  readonly profile: TasteProfile;
  readonly history: readonly WindowEvent[];
  readonly items: readonly EligibleItem[];
  readonly now: number;
  readonly learner: FtrlProximal;
  /** Log-odds added by the learner, per item. */
  readonly corrections: Float64Array;
  readonly featuresOf: (index: number) => SparseFeatures;
  /** The model's scores of the items. */
  readonly modelScores: ModelScores;
  readonly dials: Dials;
  /** null: items of the person's own pile, where knowing them does not matter. */
  readonly pKnowsModel: PKnowsModel | null;
}

/**
 * From raw task scores to the worth of sending each item. The scores are used as they are. Subtracting those under an
 * empty history looks like isolating the personal part, but ranks equally popular items much worse (`npm run
 * benchmark:equally-famous`).
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
  const asked: ScoringQuestion = { mode: 'warm', history, candidates: rows };
  const measured = scalesOf(CHANNELS, channels);
  const scales = { ...measured, content: withMinDeviation(measured.content, MIN_CONTENT_DEVIATION) };
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
  // Popularity tells what a person will come across, but not what they would like of what they have not met.
  const share = placed(
    'share',
    withoutTrend(scorer.mixed('share', false, asked, channels, scales), fame, POPULARITY_TREND_REMOVED),
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
    liked: history.filter(({ rating }) => isLiked(rating)).map(({ row }) => row),
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

/** Share of the other values that each value exceeds, ties counted half: ½ for the middle one. */
function percentiles(values: Float64Array): Float64Array {
  const { length } = values;
  const ranks = averageRanks(values);
  return ranks.map((rank) => (rank * Math.max(1, length - 1) + 0.5) / length);
}

/** Per item: its kind group, whether its kind was trained, and a factor 0..1 on its scores. */
interface GroupFacts {
  readonly groups: readonly string[];
  readonly trained: readonly boolean[];
  readonly trust: readonly number[];
}

/** A task's scores in log-odds, and log-odds per unit of the raw score, per item. */
interface PlacedScores {
  readonly scores: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * Scores standardised within each kind group, times `weight`: books and films come from different data, and their raw
 * scores have different scales. Shrunk towards zero for small groups and by each item's `trust`.
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
      : withMinDeviation(measured, MIN_WORDS_DEVIATION);
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
    if (isDisliked(rating)) continue;
    const { group } = library.names(row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/**
 * Log-odds subtracted for what a candidate shares with disliked items: words, series, creators, tags. "Not for them"
 * must have a visible effect.
 */
function aversionTerms(history: readonly WindowEvent[], rows: ItemRows, library: EncodedLibrary): Float64Array {
  const disliked = history.filter(({ rating }) => isDisliked(rating));
  const terms = new Float64Array(rows.length);
  if (disliked.length === 0) return terms;
  const names = disliked.map(({ row }) => library.names(row));
  const series = new Set(names.flatMap(({ seriesKeys }) => seriesKeys));
  const others = history.filter(({ rating }) => !isDisliked(rating)).map(({ row }) => library.names(row));
  /** Names that occur on disliked items only. */
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

/** Mean of the two, ignoring what is unknown (NaN, null); null where both are. */
function average(table: number | null, crowd: number): number | null {
  if (Number.isNaN(crowd)) return table;
  return table === null ? crowd : (table + crowd) / 2;
}
