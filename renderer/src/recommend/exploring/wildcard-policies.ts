import type { WildcardOutcome } from '../../domain/exploration';
import type { WildcardPolicy } from '../../domain/policy-estimate';
import type { LoggedChoice } from './off-policy';

/** What a slate stores of its randomised place; each list runs over the pool, which is not empty. */
export interface LoggedPool {
  /** What showing it is worth on average and how far from sure that is, 0..1. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Of the policy that was logged, its uniform floor included. */
  readonly thompsonPropensities: readonly number[];
}

/**
 * Ways of filling the randomised place, as chances over the pool that add up to 1. They are worked out from what the slate
 * stored and from nothing that became known later: a policy that looked ahead would look good.
 * - thompson: what was really done, so its estimate is the plain mean of the log.
 * - uniform: no preference at all, the control.
 * - greedy: always the best mean; what exploring costs is measured against it.
 * - least-known: always what is least sure (uncertainty sampling, Lewis & Gale 1994); what a curator bent on learning would send.
 * Of equals the first in the pool is taken.
 */
export const WILDCARD_PROPENSITIES: Readonly<Record<WildcardPolicy, (facts: LoggedPool) => readonly number[]>> = {
  thompson: ({ thompsonPropensities }) => thompsonPropensities,
  uniform: ({ means }) => means.map(() => 1 / means.length),
  greedy: ({ means }) => certainlyTheLargest(means),
  'least-known': ({ deviations }) => certainlyTheLargest(deviations),
};

/** An answered wildcard as the off-line estimators read it for one policy, slate by slate; null while there is no answer. */
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
