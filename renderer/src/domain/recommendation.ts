import { z } from 'zod';
import { commonGroundSchema, type CommonGround } from './common-ground';
import { wildcardRecordSchema } from './exploration';
import type { WildcardRecord } from './exploration';
import { itemIdSchema, personIdSchema } from './ids';
import type { ItemId, PersonId } from './ids';
import type { Fields } from './parsing';

/** Evidence that really moved the score. `contribution` is in score units; the largest come first. */
export type Reason =
  /** A thing the person met. Given only where it has something in common with the picked one. */
  | {
      readonly type: 'event';
      readonly itemId: ItemId;
      readonly rating: number | null;
      /** All that is known is that they would pick it over another thing (`onlyChosen`). */
      readonly chosen: boolean;
      readonly contribution: number;
      /** Whether the model knows it by its title, which is then spelled right. */
      readonly recognised: boolean;
      /** Never empty; as the picked thing spells it. */
      readonly common: CommonGround;
    }
  /** All they liked, where it spoke for the thing but none of it has anything in common with it. */
  | { readonly type: 'taste'; readonly contribution: number }
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

const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];

export interface Recommendation {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  /** Final score: orders the slate; comparable only within it. */
  readonly score: number;
  /**
   * 0..1: the calibrated chance that the person would like it once they met it; null where the model knows nothing of
   * its kind.
   */
  readonly chance: number | null;
  /** 0..1: how well it fits the person among the library's eligible items (a percentile), for display. */
  readonly fit: number;
  /** 0..1: the chance that the person knows it already. */
  readonly pKnows: number;
  /** How much the model has to go on for this person and item. */
  readonly confidence: Level;
  /** At most a handful, strongest first; empty where nothing raised the score. */
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
  readonly createdAt: number;
  /** Time from request to answer inside the worker, milliseconds. */
  readonly tookMilliseconds: number;
}

export const ENGINES = ['webgpu', 'wasm', 'content'] as const;
export type Engine = (typeof ENGINES)[number];

const contribution = z.number();

const reasonSchema: z.ZodType<Reason> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('event'),
    itemId: itemIdSchema,
    rating: z.number().nullable(),
    chosen: z.boolean(),
    contribution,
    recognised: z.boolean(),
    common: commonGroundSchema,
  }),
  z.object({ type: z.literal('taste'), contribution }),
  z.object({ type: z.literal('liked-tag'), tag: z.string(), contribution }),
  z.object({ type: z.literal('learned'), feature: z.string(), weight: z.number(), contribution }),
  z.object({ type: z.literal('own-rating'), rating: z.number(), contribution }),
  z.object({ type: z.literal('crowd'), rating: z.number(), count: z.number().nullable(), contribution }),
]);

export const likelyTagSchema: z.ZodType<LikelyTag> = z.object({
  name: z.string(),
  confidence: z.number(),
} satisfies Fields<LikelyTag>);

export const recommendationSchema: z.ZodType<Recommendation> = z.object({
  itemId: itemIdSchema,
  personId: personIdSchema,
  score: z.number(),
  chance: z.number().nullable(),
  fit: z.number(),
  pKnows: z.number(),
  confidence: z.enum(LEVELS),
  reasons: z.array(reasonSchema),
  wildcard: z.boolean(),
} satisfies Fields<Recommendation>);

export const slateSchema: z.ZodType<Slate> = z.object({
  recommendations: z.array(recommendationSchema),
  eligibleCount: z.number(),
  engine: z.enum(ENGINES),
  modelVersion: z.string().nullable(),
  wildcard: wildcardRecordSchema.nullable(),
  createdAt: z.number(),
  tookMilliseconds: z.number(),
} satisfies Fields<Slate>);
