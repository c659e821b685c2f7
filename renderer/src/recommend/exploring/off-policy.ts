import type { PolicyValue } from '../../domain/policy-estimate';
import { clusterInterval } from '../math/cluster-interval';
import type { ClusterSums } from '../math/cluster-interval';

/** One randomised place that was answered. Nothing else belongs here: of picks that were not drawn, nothing can be said. */
export interface LoggedChoice {
  /** Choices of one context count as one in the interval: the person, to speak of people at large; the slate, to speak of these slates. */
  readonly contextId: string;
  /** Index of what was shown, into the lists below. */
  readonly action: number;
  /** The chance it was shown with, above 0. */
  readonly propensity: number;
  /** What came of it, 0..1. */
  readonly reward: number;
  /** The chance that the other policy would have shown the same. */
  readonly targetPropensity: number;
  /** Over all that could have been shown: by the policy that was logged, and by the other. */
  readonly propensities?: ArrayLike<number>;
  readonly targetPropensities?: ArrayLike<number>;
  /** What a model that had not seen the answer expected of each, 0..1. */
  readonly modelReward?: ArrayLike<number>;
}

export interface OffPolicyEstimate {
  readonly inversePropensity: PolicyValue;
  readonly selfNormalised: PolicyValue;
  readonly doublyRobust: PolicyValue;
  /** Choices logged. */
  readonly n: number;
  /** What they are worth to the other policy, in choices of its own: see `effectiveSize`. */
  readonly effectiveSampleSize: number;
  /** Nothing is clipped: a single large weight here says why an interval is wide. */
  readonly largestWeight: number;
  /** 1 by rights; far from it, the log has not met what the other policy would show. */
  readonly meanWeight: number;
  /** The log says too little of this policy: no finding. */
  readonly tooLittle: boolean;
}

/** Below this effective sample size an estimate is refused: a share of 30 is known to ±0.18 at best. */
export const MIN_EFFECTIVE_SAMPLE = 30;

/**
 * What another policy would have achieved, from a log of randomised choices; weight = target / logging propensity.
 *
 * - Inverse propensity (Horvitz & Thompson 1952): mean(weight · reward). Unbiased; may leave 0..1.
 * - Self-normalised (Swaminathan & Joachims 2015): Σ weight · reward / Σ weight. Slightly biased, far steadier.
 * - Doubly robust (Dudík, Langford & Li 2011): the model's expectation under the target, corrected by weight · (reward − expected).
 *   Where a choice carries no model or no list of target propensities, its model is 0 and its term is that of inverse propensity.
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

/** Σ target · expected + weight · (reward − expected of what was shown). */
function robustTerm({ action, reward, modelReward, targetPropensities }: LoggedChoice, weight: number): number {
  if (modelReward === undefined || targetPropensities === undefined) return weight * reward;
  let direct = 0;
  for (let other = 0; other < targetPropensities.length; other += 1)
    direct += (targetPropensities[other] ?? 0) * (modelReward[other] ?? 0);
  return direct + weight * (reward - (modelReward[action] ?? 0));
}

/**
 * Kish (1965): (Σ weight)² / Σ weight², the lesser of two readings. One is of the weights that came up. The other is what to
 * expect of them, n² / Σ E[weight²] with E[weight²] = Σ target² / logging: known without luck wherever both lists are stored.
 * A policy that would mostly show what the log hardly ever did may, by luck, have met only small weights; the second says so.
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
