import { z } from 'zod';
import { itemIdSchema } from './ids';
import type { ItemId } from './ids';
import type { Fields } from './parsing';

/**
 * What a slate stores of its one randomised place. The lists run over `pool`, in its order. Thompson sampling with a
 * uniform floor drew `shown` from `propensities`, so that answers can be weighed later for policies that were never
 * tried.
 */
export interface WildcardRecord {
  readonly shown: ItemId;
  /** Every item that could have been drawn; the slate's other picks are not in it. */
  readonly pool: readonly ItemId[];
  /** 0..1, sum 1: the chance each had of being shown, as it was drawn. */
  readonly propensities: readonly number[];
  /** Standard error of each propensity, 0..1, as an estimate of the posterior's own probability from `draws` draws. */
  readonly standardErrors: readonly number[];
  /** 0..1: the least propensity of anything in the pool. */
  readonly floor: number;
  /** Posterior draws behind the propensities, at least 1,000. */
  readonly draws: number;
  /** 0..1: the chance that it is liked and was not known yet, mean over the draws. */
  readonly means: readonly number[];
  /** Standard deviation of the same over the draws, 0..1: how unsure the recommender was. */
  readonly deviations: readonly number[];
}

/** A randomised place and what came of it. */
export interface WildcardOutcome {
  /**
   * Outcomes of one context are one cluster, not independent observations. The person's id where the estimate is about
   * people in general; the slate's id where it is about these slates only.
   */
  readonly contextId: string;
  readonly record: WildcardRecord;
  /** 0..1: 1 = liked and was not known yet; null = no answer, which is not a no. */
  readonly reward: number | null;
}

const numbers = z.array(z.number());

export const wildcardRecordSchema: z.ZodType<WildcardRecord> = z.object({
  shown: itemIdSchema,
  pool: z.array(itemIdSchema),
  propensities: numbers,
  standardErrors: numbers,
  floor: z.number(),
  draws: z.number(),
  means: numbers,
  deviations: numbers,
} satisfies Fields<WildcardRecord>);

export const wildcardOutcomeSchema: z.ZodType<WildcardOutcome> = z.object({
  contextId: z.string(),
  record: wildcardRecordSchema,
  reward: z.number().nullable(),
} satisfies Fields<WildcardOutcome>);
