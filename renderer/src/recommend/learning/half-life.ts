import { FTRL_DEFAULTS, FtrlProximal } from './ftrl';
import type { FtrlExample, FtrlOptions } from './ftrl';
import { learnInOrder } from './learn-in-order';

export interface DatedExample extends FtrlExample {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Mean loss of an example under one half-life, in nats times its weight. */
export interface HalfLifeLoss {
  readonly halfLifeDays: number;
  readonly loss: number;
}

export interface EstimatedHalfLife {
  /** Days after which an example counts half; Infinity = no decay. */
  readonly halfLifeDays: number;
  /** Per half-life tried; empty where there were too few examples. */
  readonly losses: readonly HalfLifeLoss[];
}

export interface HalfLifeOptions {
  /** Days; Infinity is always tried as well. */
  readonly candidates: readonly number[];
  /** With fewer examples of everybody together there is no decay. */
  readonly minExamples: number;
  /** Only the newest so many are replayed. */
  readonly maxExamples: number;
  /** Options of the learner whose evidence decays. */
  readonly learner: Partial<FtrlOptions>;
}

export const HALF_LIFE_DEFAULTS: HalfLifeOptions = {
  candidates: [30, 90, 180, 365, 730],
  minExamples: 30,
  maxExamples: 5000,
  learner: FTRL_DEFAULTS,
};

/**
 * The half-life under which each example was predicted best from those before it: progressive validation log-loss
 * (Dawid 1984, "prequential"), which needs no held-out part because every example is predicted before it is learned
 * from. A loss is multiplied by its example's weight, since that is what the learner minimises; otherwise fast decay
 * would win just by undoing the higher weight of negative examples. There is decay only if the best half-life beats
 * Infinity by more than one standard error of the paired differences. That is a low bar: the best of several candidates
 * is compared, and examples of one person are treated as independent.
 * @param people each person's examples; they are merged by time.
 */
export function estimateHalfLife(
  people: readonly (readonly DatedExample[])[],
  options: Partial<HalfLifeOptions> = {},
): EstimatedHalfLife {
  const { candidates, minExamples, maxExamples, learner } = { ...HALF_LIFE_DEFAULTS, ...options };
  const replayed = newest(people, maxExamples);
  if (replayed.reduce((sum, examples) => sum + examples.length, 0) < minExamples)
    return { halfLifeDays: Infinity, losses: [] };
  const lossesOf = (halfLifeDays: number): readonly number[] =>
    replayed.flatMap((examples) => progressiveLosses(examples, halfLifeDays, learner));
  const never = lossesOf(Infinity);
  const tried = candidates
    .filter((days) => days !== Infinity)
    .map((halfLifeDays) => ({ halfLifeDays, each: lossesOf(halfLifeDays) }));
  const losses = [...tried, { halfLifeDays: Infinity, each: never }].map(({ halfLifeDays, each }) => ({
    halfLifeDays,
    loss: mean(each),
  }));
  const best = tried.reduce<(typeof tried)[number] | null>(
    (least, one) => (least === null || mean(one.each) < mean(least.each) ? one : least),
    null,
  );
  const wins = best !== null && exceedsItsError(best.each.map((loss, index) => (never[index] ?? 0) - loss));
  return { halfLifeDays: wins ? best.halfLifeDays : Infinity, losses };
}

/** Loss of predicting each example, weight × nats; it is learned from afterwards. Oldest first. */
function progressiveLosses(
  examples: readonly DatedExample[],
  halfLifeDays: number,
  options: Partial<FtrlOptions>,
): readonly number[] {
  const learner = new FtrlProximal(options);
  const losses: number[] = [];
  learnInOrder(learner, examples, halfLifeDays, ({ offset, features, label, weight }) => {
    const score = offset + learner.correction(features);
    const margin = label === 1 ? score : -score;
    // −log σ(margin), without overflow.
    losses.push(weight * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)))));
  });
  return losses;
}

/** The newest `most` examples of all people together; each person's own stay oldest first. */
function newest(people: readonly (readonly DatedExample[])[], most: number): readonly (readonly DatedExample[])[] {
  const all = people
    .flatMap((examples, person) => examples.map((example) => ({ example, person })))
    .sort((left, right) => left.example.at - right.example.at)
    .slice(-most);
  return people.map((_, person) => all.filter((one) => one.person === person).map(({ example }) => example));
}

/** Whether the mean of the differences exceeds its standard error. */
function exceedsItsError(differences: readonly number[]): boolean {
  const middle = mean(differences);
  const variance = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (differences.length - 1);
  return middle > 0 && middle > Math.sqrt(variance / differences.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
