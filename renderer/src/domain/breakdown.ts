import { z } from 'zod';
import { dialIdSchema, type DialId } from './dials/dials';
import { itemIdSchema } from './ids';
import type { ItemId } from './ids';
import type { Fields } from './parsing';

/**
 * One line of a score's breakdown, in log-odds of liking; the lines add up to the total.
 * start: the same constant for every item · everybody: the model's score for an empty history · event: what one event
 * of the history adds · together: what events add only in combination · the others: one term of the score each.
 */
export type BreakdownLine = { readonly logOdds: number } & (
  | {
      readonly type:
        | 'start'
        | 'everybody'
        | 'together'
        | 'own-rating'
        | 'liked-tags'
        | 'kind'
        | 'unrecognised'
        | 'aversion'
        | 'near-duplicate';
    }
  | { readonly type: 'event'; readonly itemId: ItemId; readonly rating: number | null }
  /** `amount`: value of the feature for this item; below 0 = less than usual. */
  | { readonly type: 'learned'; readonly feature: string; readonly amount: number }
  /** `part`: the key of a weight or the word; '' for a slider. */
  | { readonly type: 'dial'; readonly dial: DialId; readonly part: string }
);

/** Every term of the score of one item. */
export interface Breakdown {
  readonly itemId: ItemId;
  /** Sum of the lines. */
  readonly total: number;
  readonly lines: readonly BreakdownLine[];
  /**
   * How events are attributed: leave-one-out, or sampled Shapley values where that leaves more than a fifth
   * unexplained.
   */
  readonly method: 'leave-one-out' | 'shapley';
  /** Calibrated chance of liking, 0..1. */
  readonly chance: number;
  readonly pKnows: number;
}

const logOdds = z.number();

const lineSchema: z.ZodType<BreakdownLine> = z.discriminatedUnion('type', [
  z.object({
    type: z.enum([
      'start',
      'everybody',
      'together',
      'own-rating',
      'liked-tags',
      'kind',
      'unrecognised',
      'aversion',
      'near-duplicate',
    ]),
    logOdds,
  }),
  z.object({ type: z.literal('event'), itemId: itemIdSchema, rating: z.number().nullable(), logOdds }),
  z.object({ type: z.literal('learned'), feature: z.string(), amount: z.number(), logOdds }),
  z.object({ type: z.literal('dial'), dial: dialIdSchema, part: z.string(), logOdds }),
]);

export const breakdownSchema: z.ZodType<Breakdown> = z.object({
  itemId: itemIdSchema,
  total: z.number(),
  lines: z.array(lineSchema),
  method: z.enum(['leave-one-out', 'shapley']),
  chance: z.number(),
  pKnows: z.number(),
} satisfies Fields<Breakdown>);
