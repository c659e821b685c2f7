import type { LikelyTag } from '../../domain/recommendation';
import { relativeLength } from '../../domain/relative-length';

/** Named numbers; each name occurs once. */
export interface SparseFeatures {
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/** Facts of an item from which features are made. Names are normalised phrases. */
export interface FeatureInput {
  readonly group: string;
  readonly kind: string;
  readonly tags: readonly string[];
  /** Likely tags, where the item has none of its own. */
  readonly likelyTags: readonly LikelyTag[];
  readonly creators: readonly string[];
  readonly year: number | null;
  /** Minutes or pages; null = unknown. */
  readonly length: number | null;
  /** The export it came from: 'goodreads', 'manual'; null = unknown. */
  readonly source: string | null;
  /** Ratings 0..1; null = none. */
  readonly ownRating: number | null;
  readonly crowdRating: number | null;
  readonly knownRating: number | null;
  /** Popularity rank within its kind group, 0 (least) to 1; null = unknown. */
  readonly popularity: number | null;
}

/**
 * The model's scores of one item for a person: future and content in standard deviations above the mean of its kind
 * group (model-scores.ts).
 */
export interface ItemModelScores {
  readonly future: number;
  readonly content: number;
  /** The model's log-odds of liking it once met. */
  readonly offset: number;
}

/** A likely tag counts half of its confidence. */
const LIKELY_TAG_SHARE = 0.5;
/** Numbers are centred on a typical value and scaled so that typical differences are about 1. */
export const TYPICAL_RATING = 0.7;
const RATING_UNIT = 0.15;
export const POPULARITY_UNIT = 0.3;
const DEVIATION_UNIT = 2;
const TYPICAL_LOG_ODDS = 1.2;
const YEARS_PER_ERA = 10;

/**
 * Features with readable names, the same for everybody; `withModelFeatures` adds those that depend on the person. Tags
 * share one unit of squared length, so that an item with twenty tags is not twenty times as certain; so do creators.
 * Unknown facts give no feature.
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
    if (!tags.has(name)) found.set(`tag:${name}`, (LIKELY_TAG_SHARE * confidence) / Math.sqrt(facts.likelyTags.length));
  const creators = new Set(facts.creators);
  for (const creator of creators) found.set(`creator:${creator}`, 1 / Math.sqrt(creators.size));
  if (facts.year !== null) found.set(`era:${String(Math.floor(facts.year / YEARS_PER_ERA) * YEARS_PER_ERA)}s`, 1);
  if (facts.source !== null) found.set(`source:${facts.source}`, 1);
  const put = (name: string, value: number | null): void => {
    if (value !== null && value !== 0) found.set(name, value);
  };
  const rating = (value: number | null): number | null =>
    value === null ? null : (value - TYPICAL_RATING) / RATING_UNIT;
  put('owner-rating', rating(facts.ownRating));
  put('crowd-rating', rating(facts.crowdRating));
  put('known-rating', rating(facts.knownRating));
  put('length', relativeLength(facts.length, facts.group));
  put('popularity', facts.popularity === null ? null : (facts.popularity - 0.5) / POPULARITY_UNIT);
  return { names: [...found.keys()], values: Float64Array.from(found.values()) };
}

/** Features that depend on the person. The weight of the last says how far to trust the model for them. */
export function modelFeatures({ future, content, offset }: ItemModelScores): SparseFeatures {
  return {
    names: MODEL_FEATURES,
    values: Float64Array.of(future / DEVIATION_UNIT, content / DEVIATION_UNIT, offset - TYPICAL_LOG_ODDS),
  };
}

/** All features of an item for a person. */
export function withModelFeatures({ names, values }: SparseFeatures, modelScores: ItemModelScores): SparseFeatures {
  const own = modelFeatures(modelScores);
  return { names: [...names, ...own.names], values: Float64Array.of(...values, ...own.values) };
}

const MODEL_FEATURES = ['model:future', 'model:content', 'model:liking'] as const;
