import type { LikelyTag } from '../../domain/recommendation';
import { relativeLength } from '../../domain/relative-length';

/** Named numbers; a name occurs once. */
export interface SparseFeatures {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** What is known of an item, and of where the model puts it for a person. Names are normalised phrases. */
export interface FeatureInput {
  readonly group: string;
  readonly kind: string;
  readonly tags: readonly string[];
  /** Guessed ones, where nobody gave any. */
  readonly likelyTags: readonly LikelyTag[];
  readonly creators: readonly string[];
  readonly year: number | null;
  /** Minutes or pages; null = not known. */
  readonly length: number | null;
  /** Where it came from: 'goodreads', 'manual'; null = nobody says. */
  readonly source: string | null;
  /** Ratings 0..1; null = none. */
  readonly ownRating: number | null;
  readonly crowdRating: number | null;
  readonly knownRating: number | null;
  /** How widely met within its kind, 0..1; null = not known. */
  readonly popularity: number | null;
}

/** Where the model puts an item for a person: standard deviations above what is usual, see standing.ts. */
export interface ItemModelScores {
  readonly future: number;
  readonly content: number;
  /** The model's log-odds of liking it. */
  readonly offset: number;
}

/** A guessed tag counts half of what its confidence says. */
const GUESSED = 0.5;
/** Numbers are centred so that "as usual" is 0, and scaled so that usual differences are about 1. */
const USUAL_RATING = 0.7;
const RATING_UNIT = 0.15;
const POPULARITY_UNIT = 0.3;
const DEVIATION_UNIT = 2;
const USUAL_LOG_ODDS = 1.2;
const YEARS_PER_ERA = 10;

/**
 * Features a person can read: what a weight on one of them means can be said in words. Tags share one unit between them,
 * so that a thing with twenty is not twenty times as sure; so do creators. What is not known gives no feature. The same for everybody: what is the person's is added by `withModelFeatures`.
 */
export function itemFeatures(facts: FeatureInput): SparseFeatures {
  const found = new Map<string, number>([
    ['bias', 1],
    [`group:${facts.group}`, 1],
  ]);
  if (facts.kind !== facts.group) found.set(`kind:${facts.kind}`, 1);
  const tags = new Set(facts.tags);
  for (const tag of tags) found.set(`tag:${tag}`, 1 / Math.sqrt(tags.size));
  for (const { name, confidence } of facts.likelyTags)
    if (!tags.has(name)) found.set(`tag:${name}`, (GUESSED * confidence) / Math.sqrt(facts.likelyTags.length));
  const creators = new Set(facts.creators);
  for (const creator of creators) found.set(`creator:${creator}`, 1 / Math.sqrt(creators.size));
  if (facts.year !== null) found.set(`era:${String(Math.floor(facts.year / YEARS_PER_ERA) * YEARS_PER_ERA)}s`, 1);
  if (facts.source !== null) found.set(`source:${facts.source}`, 1);
  const put = (name: string, value: number | null): void => {
    if (value !== null && value !== 0) found.set(name, value);
  };
  const rating = (value: number | null): number | null =>
    value === null ? null : (value - USUAL_RATING) / RATING_UNIT;
  put('owner-rating', rating(facts.ownRating));
  put('crowd-rating', rating(facts.crowdRating));
  put('known-rating', rating(facts.knownRating));
  put('length', relativeLength(facts.length, facts.group));
  put('popularity', facts.popularity === null ? null : (facts.popularity - 0.5) / POPULARITY_UNIT);
  return { names: [...found.keys()], values: Float64Array.from(found.values()) };
}

/** Those that depend on the person. A weight on the last says how far the model is to be believed of them. */
export function modelFeatures({ future, content, offset }: ItemModelScores): SparseFeatures {
  return {
    names: MODEL_FEATURES,
    values: Float64Array.of(future / DEVIATION_UNIT, content / DEVIATION_UNIT, offset - USUAL_LOG_ODDS),
  };
}

/** All features of an item for a person. */
export function withModelFeatures({ names, values }: SparseFeatures, modelScores: ItemModelScores): SparseFeatures {
  const own = modelFeatures(modelScores);
  return { names: [...names, ...own.names], values: Float64Array.of(...values, ...own.values) };
}

const MODEL_FEATURES = ['model:future', 'model:content', 'model:liking'] as const;
