import type { WildcardOutcome } from '../../domain/exploration';
import type { WildcardPolicy } from '../../domain/policy-estimate';
import type { LoggedChoice } from './off-policy';

/** What a slate stores of its randomised place; lists run over the pool, which is not empty. */
export interface LoggedPool {
  /** Mean and standard deviation of each item's worth, 0..1. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Propensities of the logging policy, its uniform part included. */
  readonly thompsonPropensities: readonly number[];
}

/**
 * Policies for the randomised place, as probabilities over the pool that add up to 1. They use only what the slate
 * stored: a policy that used later knowledge would look too good.
 * - thompson: the logging policy; its estimate is the plain mean of the log.
 * - uniform: the control.
 * - greedy: always the highest mean; the cost of exploring is measured against it.
 * - least-known: always the largest deviation (uncertainty sampling, Lewis & Gale 1994).
 * Ties: the first in the pool.
 */
export const WILDCARD_PROPENSITIES: Readonly<Record<WildcardPolicy, (facts: LoggedPool) => readonly number[]>> = {
  thompson: ({ thompsonPropensities }) => thompsonPropensities,
  uniform: ({ means }) => means.map(() => 1 / means.length),
  greedy: ({ means }) => certainlyTheLargest(means),
  'least-known': ({ deviations }) => certainlyTheLargest(deviations),
};

/** An answered wildcard as an estimator's input for one policy; null while there is no answer. */
export function loggedChoice(
  { contextId, record, reward }: WildcardOutcome,
  policy: WildcardPolicy,
): LoggedChoice | null {
  const action = record.pool.indexOf(record.shown);
  if (reward === null || action < 0) return null;
  const targetPropensities = WILDCARD_PROPENSITIES[policy]({
    means: record.means,
    deviations: record.deviations,
    thompsonPropensities: record.propensities,
  });
  return {
    contextId,
    action,
    reward,
    propensities: record.propensities,
    targetPropensities,
    modelReward: record.means,
    propensity: record.propensities[action] ?? 0,
    targetPropensity: targetPropensities[action] ?? 0,
  };
}

function certainlyTheLargest(values: readonly number[]): readonly number[] {
  const largest = values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
  return values.map((_, index) => (index === largest ? 1 : 0));
}
