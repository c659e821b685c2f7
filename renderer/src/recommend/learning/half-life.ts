import { FTRL_DEFAULTS, FtrlProximal } from './ftrl';
import type { FtrlExample, FtrlOptions } from './ftrl';
import { learnInOrder } from './learn-in-order';

export interface DatedExample extends FtrlExample {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How well one half-life predicted: mean loss of an example, in nats times its weight. */
export interface HalfLifeLoss {
  readonly halfLifeDays: number;
  readonly loss: number;
}

export interface EstimatedHalfLife {
  /** Days after which an example counts half; Infinity = nothing fades. */
  readonly halfLifeDays: number;
  /** Per half-life tried; empty where there were too few examples to try any. */
  readonly losses: readonly HalfLifeLoss[];
}

export interface HalfLifeOptions {
  /** Days; Infinity is always tried besides. */
  readonly candidates: readonly number[];
  /** With fewer examples of everybody together nothing is said to fade. */
  readonly minExamples: number;
  /** Only so many are replayed, the newest. */
  readonly maxExamples: number;
  /** Of the learner whose forgetting it is. */
  readonly learner: Partial<FtrlOptions>;
}

export const HALF_LIFE_DEFAULTS: HalfLifeOptions = {
  candidates: [30, 90, 180, 365, 730],
  minExamples: 30,
  maxExamples: 5000,
  learner: FTRL_DEFAULTS,
};

/**
 * The half-life after which each example was predicted best from those before it: progressive log-loss (Dawid 1984,
 * "prequential"), which is honest without a held-out part, as nothing is learned from before it is predicted. A loss counts
 * by its example's weight, for that is what the learner minimises; otherwise fast forgetting would win merely by undoing
 * the lean towards caution. Fading must earn its place: the winner beats "never" by more than one standard error of the
 * paired differences, else nothing fades. The best of several candidates is picked before that, so one standard error is a
 * low bar, and examples of one person count as independent.
 * @param people each one's examples; their order among each other is by time.
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

/** Loss of predicting each example, weight × nats, learning from it afterwards. Oldest first. */
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

/** The newest `most` of everybody together, each person's own oldest first. */
function newest(people: readonly (readonly DatedExample[])[], most: number): readonly (readonly DatedExample[])[] {
  const all = people
    .flatMap((examples, person) => examples.map((example) => ({ example, person })))
    .sort((left, right) => left.example.at - right.example.at)
    .slice(-most);
  return people.map((_, person) => all.filter((one) => one.person === person).map(({ example }) => example));
}

/** Whether a mean of differences is above 0 by more than its standard error. */
function exceedsItsError(differences: readonly number[]): boolean {
  const middle = mean(differences);
  const variance = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (differences.length - 1);
  return middle > 0 && middle > Math.sqrt(variance / differences.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
