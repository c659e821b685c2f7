import { z } from 'zod';
import { SIMPLE_WAYS } from './backtest';
import type { SimpleWay } from './backtest';
import { dialIdSchema, type DialId } from './dials/dials';
import { itemIdSchema } from './ids';
import type { ItemId } from './ids';
import type { Fields } from './parsing';

/**
 * One line of a breakdown, in log-odds.
 * start: the level of its kind · crowd: everybody's rating · everybody: what else is so whoever is asked · event: what
 * one event of the history adds · together: what events add only in combination · guide: what the order of a simple way
 * adds, where that is the better guide for the person · the others: one term each.
 */
export type BreakdownLine = { readonly logOdds: number } & (
  | { readonly type: (typeof PLAIN_LINES)[number] }
  /** `chosen`: all that is known is that they would pick it over another thing. */
  | { readonly type: 'event'; readonly itemId: ItemId; readonly rating: number | null; readonly chosen: boolean }
  | { readonly type: 'guide'; readonly way: SimpleWay }
  /** `amount`: value of the feature for this item; below 0 = less than usual. */
  | { readonly type: 'learned'; readonly feature: string; readonly amount: number }
  /** `part`: the key of a weight or the word; '' for a slider. */
  | { readonly type: 'dial'; readonly dial: DialId; readonly part: string }
);

const PLAIN_LINES = [
  'start',
  'crowd',
  'everybody',
  'together',
  'own-rating',
  'liked-tags',
  'kind',
  'aversion',
  'near-duplicate',
] as const;

export interface BreakdownSum {
  /** Sum of the lines. */
  readonly total: number;
  readonly lines: readonly BreakdownLine[];
}

/** Every term of what is said of one item for one person. */
export interface Breakdown {
  readonly itemId: ItemId;
  /** Would they like it once met: `total` is the log-odds of `chance`. */
  readonly liking: BreakdownSum;
  /** Would they choose it, against the middle of its kind. */
  readonly interest: BreakdownSum;
  /**
   * How events are attributed: leave-one-out, or sampled Shapley values where that leaves more than a fifth
   * unexplained.
   */
  readonly method: 'leave-one-out' | 'shapley';
  /** P(like), 0..1. */
  readonly chance: number;
  readonly pKnows: number;
}

const logOdds = z.number();

const lineSchema: z.ZodType<BreakdownLine> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(PLAIN_LINES), logOdds }),
  z.object({
    type: z.literal('event'),
    itemId: itemIdSchema,
    rating: z.number().nullable(),
    chosen: z.boolean(),
    logOdds,
  }),
  z.object({ type: z.literal('guide'), way: z.enum(SIMPLE_WAYS), logOdds }),
  z.object({ type: z.literal('learned'), feature: z.string(), amount: z.number(), logOdds }),
  z.object({ type: z.literal('dial'), dial: dialIdSchema, part: z.string(), logOdds }),
]);

const sumSchema: z.ZodType<BreakdownSum> = z.object({
  total: z.number(),
  lines: z.array(lineSchema),
} satisfies Fields<BreakdownSum>);

export const breakdownSchema: z.ZodType<Breakdown> = z.object({
  itemId: itemIdSchema,
  liking: sumSchema,
  interest: sumSchema,
  method: z.enum(['leave-one-out', 'shapley']),
  chance: z.number(),
  pKnows: z.number(),
} satisfies Fields<Breakdown>);
