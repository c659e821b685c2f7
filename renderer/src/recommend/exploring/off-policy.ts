import type { PolicyValue } from '../../domain/policy-estimate';
import { clusterInterval } from '../math/cluster-interval';
import type { ClusterSums } from '../math/cluster-interval';

/** An answered wildcard. Only randomised places may be logged: picks that were not drawn cannot be weighted. */
export interface LoggedChoice {
  /** Unit of the interval: a person, to generalise to people, or a slate, to generalise to these people's slates. */
  readonly contextId: string;
  /** Index of the shown item in the lists below. */
  readonly action: number;
  /** Probability with which it was shown, above 0. */
  readonly propensity: number;
  /** Outcome, 0..1. */
  readonly reward: number;
  /** Probability that the target policy would have shown it. */
  readonly targetPropensity: number;
  /** Over everything that could have been shown: of the logging policy, and of the target policy. */
  readonly propensities?: ArrayLike<number>;
  readonly targetPropensities?: ArrayLike<number>;
  /** Expected reward of each, 0..1, by a model that had not seen the answer. */
  readonly modelReward?: ArrayLike<number>;
}

export interface OffPolicyEstimate {
  readonly inversePropensity: PolicyValue;
  readonly selfNormalised: PolicyValue;
  readonly doublyRobust: PolicyValue;
  /** Choices logged. */
  readonly n: number;
  /** The log's size in choices of the target policy: see `effectiveSize`. */
  readonly effectiveSampleSize: number;
  /** Nothing is clipped: one large weight explains a wide interval. */
  readonly largestWeight: number;
  /** Expected to be 1; far from it, the log lacks what the target policy would show. */
  readonly meanWeight: number;
  /** Too little evidence about this policy for a finding. */
  readonly tooLittle: boolean;
}

/** Below this effective sample size an estimate is refused: a share of 30 has an interval of ±0.18 at best. */
export const MIN_EFFECTIVE_SAMPLE = 30;

/**
 * Value of a target policy, estimated from a log of randomised choices; weight = target / logging propensity.
 *
 * - Inverse propensity (Horvitz & Thompson 1952): mean(weight · reward). Unbiased; may leave 0..1.
 * - Self-normalised (Swaminathan & Joachims 2015): Σ weight · reward / Σ weight. Slightly biased, much lower variance.
 * - Doubly robust (Dudík, Langford & Li 2011): the model's expectation under the target policy, plus weight · (reward −
 *   expected). For a choice without a model or target propensities the model is 0, which makes it inverse propensity.
 */
export function estimateOffPolicy(
  log: readonly LoggedChoice[],
  minEffectiveSample = MIN_EFFECTIVE_SAMPLE,
): OffPolicyEstimate {
  const clusters = new Map<string, ClusterSums>();
  const weights = log.map(weightOf);
  log.forEach((choice, index) => {
    const sums = clusters.get(choice.contextId) ?? { count: 0, weight: 0, hit: 0, miss: 0, robust: 0 };
    const weight = weights[index] ?? 0;
    sums.count += 1;
    sums.weight += weight;
    sums.hit += weight * choice.reward;
    sums.miss += weight * (1 - choice.reward);
    sums.robust += robustTerm(choice, weight);
    clusters.set(choice.contextId, sums);
  });
  const n = log.length;
  const effectiveSampleSize = effectiveSize(log, weights);
  const groups = [...clusters.values()];
  return {
    // Low end from the hits, high end from the misses: see `clusterInterval`.
    inversePropensity: clusterInterval(
      groups,
      effectiveSampleSize,
      ({ hit, count }) => hit / count,
      ({ miss, count }) => 1 - miss / count,
    ),
    selfNormalised: clusterInterval(groups, effectiveSampleSize, ({ hit, weight }) => hit / weight),
    doublyRobust: clusterInterval(groups, effectiveSampleSize, ({ robust, count }) => robust / count),
    n,
    effectiveSampleSize,
    largestWeight: weights.reduce((most, weight) => Math.max(most, weight), 0),
    meanWeight: weights.reduce((sum, weight) => sum + weight, 0) / n,
    tooLittle: groups.length < 2 || !(effectiveSampleSize >= minEffectiveSample),
  };
}

function weightOf({ propensity, targetPropensity, reward, contextId }: LoggedChoice): number {
  if (
    !(propensity > 0 && propensity <= 1) ||
    !(targetPropensity >= 0 && targetPropensity <= 1) ||
    !(reward >= 0 && reward <= 1)
  ) {
    throw new RangeError(
      `Choice of ${contextId}: propensities and rewards lie in 0..1, and what was shown had a chance above 0.`,
    );
  }
  return targetPropensity / propensity;
}

/** Σ target · expected + weight · (reward − expected of the shown item). */
function robustTerm({ action, reward, modelReward, targetPropensities }: LoggedChoice, weight: number): number {
  if (modelReward === undefined || targetPropensities === undefined) return weight * reward;
  let direct = 0;
  for (let other = 0; other < targetPropensities.length; other += 1)
    direct += (targetPropensities[other] ?? 0) * (modelReward[other] ?? 0);
  return direct + weight * (reward - (modelReward[action] ?? 0));
}

/**
 * Effective sample size (Kish 1965), the smaller of two. One uses the observed weights: (Σ weight)² / Σ weight². The
 * other uses their expectation, n² / Σ E[weight²] with E[weight²] = Σ target² / logging, which is exact where both
 * lists are stored: a policy that would mostly show what the log rarely did may by chance have met only small weights.
 */
function effectiveSize(log: readonly LoggedChoice[], weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  let expected = 0;
  log.forEach(({ propensities, targetPropensities }, index) => {
    const weight = weights[index] ?? 0;
    sum += weight;
    squares += weight * weight;
    if (propensities === undefined || targetPropensities === undefined) expected += weight * weight;
    else
      for (let other = 0; other < propensities.length; other += 1) {
        const target = targetPropensities[other] ?? 0;
        if (target > 0) expected += (target * target) / (propensities[other] ?? 0);
      }
  });
  return squares > 0 ? Math.min((sum * sum) / squares, log.length ** 2 / expected) : 0;
}
