import type { WildcardRecord } from './exploration';
import type { ItemId, PersonId } from './ids';
import type { LearnedWeight } from './learning';

/** Evidence that really moved the score. `contribution` is in score units; the largest come first. */
export type Reason =
  | {
      readonly type: 'event';
      readonly itemId: ItemId;
      readonly rating: number | null;
      readonly contribution: number;
      /** Tags that both really carry. */
      readonly sharedTags: readonly string[];
      /** Tags that both probably deserve, where one of them came without any; empty wherever `sharedTags` is not. */
      readonly likelySharedTags: readonly string[];
      readonly sharedCreator: string | null;
    }
  | { readonly type: 'liked-tag'; readonly tag: string; readonly contribution: number }
  /** A learned weight, by its feature's name. */
  | { readonly type: 'learned'; readonly feature: string; readonly weight: number; readonly contribution: number }
  | { readonly type: 'own-rating'; readonly rating: number; readonly contribution: number }
  | { readonly type: 'crowd'; readonly rating: number; readonly count: number | null; readonly contribution: number };

/** A tag that the model takes an item to deserve: a guess, and no part of anybody's data until they add it. */
export interface LikelyTag {
  readonly name: string;
  /** 0..1. */
  readonly confidence: number;
}

export type Level = 'low' | 'medium' | 'high';

export interface Recommendation {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  /** Final score: orders the slate; comparable only within it. */
  readonly score: number;
  /** 0..1: the calibrated chance that the person would like it once they met it; null where the model knows nothing of its kind. */
  readonly chance: number | null;
  /** 0..1: how well it fits the person among the library's eligible items (a percentile), for display. */
  readonly fit: number;
  /** 0..1: the chance that the person knows it already. */
  readonly pKnows: number;
  /** How much the model has to go on for this person and item. */
  readonly confidence: Level;
  /** At most a handful, strongest first; empty only where there is no evidence at all. */
  readonly reasons: readonly Reason[];
  /** True for the one place of the slate that was drawn to try something. */
  readonly wildcard: boolean;
}

/** The ordered answer, with where it came from. */
export interface Slate {
  readonly recommendations: readonly Recommendation[];
  /** How many items could have been offered. */
  readonly eligibleCount: number;
  /** 'webgpu' | 'wasm' ran the model; 'content' is the stated fallback without a model. */
  readonly engine: Engine;
  readonly modelVersion: string | null;
  /** The randomised place, with the chance of each thing that could have stood there; null where there was none. */
  readonly wildcard: WildcardRecord | null;
  /** The strongest of what is learned of the person the slate is for; empty where it is for several. */
  readonly weights: readonly LearnedWeight[];
  readonly createdAt: number;
  /** Time from request to answer inside the worker, milliseconds. */
  readonly tookMilliseconds: number;
}

export type Engine = 'webgpu' | 'wasm' | 'content';
