import { z } from 'zod';
import { personIdSchema, type PersonId } from './ids';
import { type Fields, measuredNumber } from './parsing';

/** A mean with its 95 % interval over `n` cases. */
export interface MeasuredMean {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Ways of putting things in order that anybody could think of: what Handpicked must beat. How each is computed stands
 * in recommend/evaluating/simple-ways.ts, its words in text/trust.ts.
 */
export const SIMPLE_WAYS = ['average-rating', 'creators', 'likeness', 'popularity'] as const;
export type SimpleWay = (typeof SIMPLE_WAYS)[number];

/** handpicked: P(like) as shown · model: before anything was learned here · random: a blind draw. */
export const BACKTEST_METHODS = ['handpicked', 'model', ...SIMPLE_WAYS, 'random'] as const;
export type BacktestMethod = (typeof BACKTEST_METHODS)[number];

/** Below this many predicted opinions nothing is claimed: of 20, one lucky guess still moves the figure by 5 in 100. */
export const MIN_PREDICTIONS = 20;

/** Fewer runs have an interval that looks narrower than it is: with five, luck passes for a finding in 7 %. */
export const MIN_RUNS = 8;

/** What puts things in order for a person. */
const GUIDES = ['handpicked', ...SIMPLE_WAYS] as const;
export type Guide = (typeof GUIDES)[number];

/** too-few: the interval holds 0, or rests on too little to be believed. */
const VERDICTS = ['better', 'worse', 'too-few'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Handpicked beside the simple ways on the same opinions. */
export interface Comparison {
  /** Opinions that were predicted. */
  readonly predicted: number;
  /**
   * Share of pairs of one liked and one not liked thing in which the liked one was put first (AUC); `n` counts runs of
   * a person's opinions that hold both.
   */
  readonly auc: Readonly<Record<BacktestMethod, MeasuredMean>>;
  /** Of the simple ways the one that did best; null where there was nothing to compare. */
  readonly bestSimpleWay: SimpleWay | null;
  /** Handpicked less the best of the simple ways; the interval allows for their being several. */
  readonly difference: MeasuredMean;
  readonly verdict: Verdict;
}

export interface PersonComparison extends Comparison {
  readonly personId: PersonId;
  /** Handpicked, unless a simple way is better for this person. */
  readonly guide: Guide;
}

/** One bin of a reliability table: of things given a chance between `low` and `high`, `share` were liked. */
export interface ReliabilityRow {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly meanChance: number;
  readonly share: number;
}

/** How well the recommender would have done on what is known by now: each opinion is predicted from those before it. */
export interface Backtest {
  /** Everybody's opinions together; no opinion is compared with another person's. */
  readonly everybody: Comparison;
  /** Each person with a predicted opinion, in the order asked about. */
  readonly people: readonly PersonComparison[];
  readonly calibration: readonly ReliabilityRow[];
  /** Expected calibration error 0..1; NaN where nothing was predicted. */
  readonly calibrationError: number;
}

const meanSchema = z.object({
  value: measuredNumber,
  low: measuredNumber,
  high: measuredNumber,
  n: z.number(),
} satisfies Fields<MeasuredMean>);

const comparisonFields = {
  predicted: z.number(),
  auc: z.record(z.enum(BACKTEST_METHODS), meanSchema),
  bestSimpleWay: z.enum(SIMPLE_WAYS).nullable(),
  difference: meanSchema,
  verdict: z.enum(VERDICTS),
} satisfies Fields<Comparison>;

export const backtestSchema: z.ZodType<Backtest> = z.object({
  everybody: z.object(comparisonFields),
  people: z.array(
    z.object({
      ...comparisonFields,
      personId: personIdSchema,
      guide: z.enum(GUIDES),
    } satisfies Fields<PersonComparison>),
  ),
  calibration: z.array(
    z.object({
      low: z.number(),
      high: z.number(),
      n: z.number(),
      meanChance: measuredNumber,
      share: measuredNumber,
    } satisfies Fields<ReliabilityRow>),
  ),
  calibrationError: measuredNumber,
} satisfies Fields<Backtest>);
