import { BACKTEST_METHODS, MIN_PREDICTIONS, MIN_RUNS, SIMPLE_WAYS } from '../../domain/backtest';
import type { BacktestMethod, Comparison, MeasuredMean, SimpleWay } from '../../domain/backtest';
import { studentQuantile } from '../math/cluster-interval';
import { seededRandom } from '../math/seeded-random';

/** Consecutive opinions of one person that were ranked against each other. */
export interface Run {
  /** Opinions in it. */
  readonly size: number;
  /** Pairs of one liked and one not liked thing. */
  readonly pairs: number;
  /** Pairs whose liked thing a method put first, ties counted half. */
  readonly wins: Readonly<Record<BacktestMethod, number>>;
}

const SEED = 1;
const ROUNDS = 2000;
/** Normal quantile of a two-sided 95 % interval. */
const NORMAL = 1.959964;
const UPPER = 0.975;

const NOTHING: MeasuredMean = { value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };

/**
 * Handpicked beside the simple ways on the same runs (paired bootstrap, Efron 1979): runs are drawn, all methods are
 * measured on the same draw, and of two the difference. A run is one person's; people themselves are not drawn, because
 * the answer is about these people and no others.
 *
 * What is estimated is Handpicked less the best of the simple ways, and which one is best is read off the same
 * opinions. So that nothing is won by the choice:
 * - The low end is the lowest of the differences' own low ends: "better" means better than each of them (an
 *   intersection–union test, Berger 1982; that needs no correction).
 * - The high end is the lowest of their high ends, each raised so far that all of them hold together in 97.5 % of draws
 *   (single-step max-t, Romano & Wolf 2005): of four ways of equal worth one always looks good.
 * Standard errors of few runs are widened by Student's t.
 */
export function compareMethods(runs: readonly Run[]): Comparison {
  const predicted = runs.reduce((sum, { size }) => sum + size, 0);
  const counted = runs.filter(({ pairs }) => pairs > 0);
  const n = counted.length;
  if (n === 0)
    return { predicted, auc: byMethod(() => NOTHING), bestSimpleWay: null, difference: NOTHING, verdict: 'too-few' };
  const shares = byMethod((method) => shareOf(counted, method));
  const resamples = resampledShares(counted);
  const widened = widening(n);
  const differences = SIMPLE_WAYS.map((way): Difference => {
    const resampled = resamples.handpicked.map((ours, round) => ours - (resamples[way][round] ?? Number.NaN));
    return { way, value: shares.handpicked - shares[way], error: deviation(resampled), resampled };
  });
  const reach = jointReach(differences);
  const lowest = (end: (difference: Difference) => number): number => Math.min(...differences.map(end));
  const difference: MeasuredMean = {
    value: lowest(({ value }) => value),
    low: Math.max(
      -1,
      lowest(({ value, error }) => value - NORMAL * widened * error),
    ),
    high: Math.min(
      1,
      lowest(({ value, error }) => value + reach * widened * error),
    ),
    n,
  };
  const believed = predicted >= MIN_PREDICTIONS && n >= MIN_RUNS;
  return {
    predicted,
    auc: byMethod((method) => {
      const value = shares[method];
      const half = NORMAL * widened * deviation(resamples[method]);
      return { value, low: Math.max(0, value - half), high: Math.min(1, value + half), n };
    }),
    bestSimpleWay: differences.find(({ value }) => value === difference.value)?.way ?? null,
    difference,
    verdict: !believed ? 'too-few' : difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'too-few',
  };
}

/** A value per method. */
export function byMethod<Value>(of: (method: BacktestMethod) => Value): Readonly<Record<BacktestMethod, Value>> {
  // `fromEntries` forgets which keys it was given: all of them.
  return Object.fromEntries(BACKTEST_METHODS.map((method) => [method, of(method)])) as Record<BacktestMethod, Value>;
}

interface Difference {
  readonly way: SimpleWay;
  readonly value: number;
  /** Standard error. */
  readonly error: number;
  /** [ROUNDS] */
  readonly resampled: Float64Array;
}

/** Of all pairs of the runs, the share that the method put right: each pair counts once. */
function shareOf(runs: readonly Run[], method: BacktestMethod): number {
  let [wins, pairs] = [0, 0];
  for (const run of runs) {
    wins += run.wins[method];
    pairs += run.pairs;
  }
  return wins / pairs;
}

/** The same of as many runs drawn with replacement, the same ones for every method. [ROUNDS] per method */
function resampledShares(runs: readonly Run[]): Readonly<Record<BacktestMethod, Float64Array>> {
  const random = seededRandom(SEED);
  const shares = byMethod(() => new Float64Array(ROUNDS));
  const pairs = Float64Array.from(runs, (run) => run.pairs);
  const wins = BACKTEST_METHODS.map((method) => Float64Array.from(runs, (run) => run.wins[method]));
  const drawn = new Float64Array(runs.length);
  const sumOf = (values: Float64Array): number => {
    let sum = 0;
    for (let run = 0; run < values.length; run += 1) sum += (drawn[run] ?? 0) * (values[run] ?? 0);
    return sum;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    drawn.fill(0);
    for (let draw = 0; draw < runs.length; draw += 1) {
      const run = Math.floor(random() * runs.length);
      drawn[run] = (drawn[run] ?? 0) + 1;
    }
    const total = sumOf(pairs);
    BACKTEST_METHODS.forEach((method, index) => {
      shares[method][round] = sumOf(wins[index] ?? new Float64Array(0)) / total;
    });
  }
  return shares;
}

/** What a bootstrap standard error of few runs is multiplied by, so that a normal quantile becomes Student's. */
function widening(runs: number): number {
  return runs < 2 ? 0 : (studentQuantile(runs - 1) / NORMAL) * Math.sqrt(runs / (runs - 1));
}

function deviation(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

/** Standard errors by which all differences are above what is measured together, in 97.5 % of draws. */
function jointReach(differences: readonly Difference[]): number {
  const most = new Float64Array(ROUNDS);
  for (const { value, error, resampled } of differences) {
    if (error === 0) continue;
    for (let round = 0; round < ROUNDS; round += 1)
      most[round] = Math.max(most[round] ?? 0, (value - (resampled[round] ?? value)) / error);
  }
  most.sort();
  return Math.max(NORMAL, most[Math.floor(UPPER * ROUNDS)] ?? NORMAL);
}
