import { z } from 'zod';
import { type Fields, measuredNumber } from './parsing';

/** A mean with its 95 % interval over `n` cases. */
export interface MeasuredMean {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export const BACKTEST_METHODS = ['handpicked', 'model', 'average-rating', 'content', 'random'] as const;
export type BacktestMethod = (typeof BACKTEST_METHODS)[number];

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
  /** Opinions that were predicted. */
  readonly predicted: number;
  /** People whose opinions they are. */
  readonly people: number;
  /**
   * Chance that a liked thing was put above one not liked (AUC), per method; `n` counts runs of a person's opinions
   * that hold both.
   */
  readonly auc: Readonly<Record<BacktestMethod, MeasuredMean>>;
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

export const backtestSchema: z.ZodType<Backtest> = z.object({
  predicted: z.number(),
  people: z.number(),
  auc: z.record(z.enum(BACKTEST_METHODS), meanSchema),
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
