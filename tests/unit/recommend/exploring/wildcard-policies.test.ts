import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WildcardOutcome } from '../../../../renderer/src/domain/exploration';
import { itemId } from '../../../../renderer/src/domain/ids';
import { WILDCARD_POLICIES } from '../../../../renderer/src/domain/policy-estimate';
import { estimateOffPolicy } from '../../../../renderer/src/recommend/exploring/off-policy';
import { loggedChoice, WILDCARD_PROPENSITIES } from '../../../../renderer/src/recommend/exploring/wildcard-policies';

const facts = { means: [0.3, 0.6, 0.6], deviations: [0.2, 0.05, 0.1], thompsonPropensities: [0.2, 0.3, 0.5] };
const outcome = (facts: Partial<WildcardOutcome> = {}): WildcardOutcome => ({
  contextId: 'anna',
  reward: 1,
  ...facts,
  record: {
    shown: itemId('y'),
    pool: ['x', 'y', 'z'].map(itemId),
    propensities: [0.2, 0.3, 0.5],
    standardErrors: [0.01, 0.01, 0.01],
    floor: 0.03,
    draws: 1000,
    means: [0.3, 0.6, 0.6],
    deviations: [0.2, 0.05, 0.1],
  },
});

describe('wildcard policies', () => {
  it('give each its chances, of equals the first', () => {
    expect(WILDCARD_PROPENSITIES.thompson(facts)).toEqual([0.2, 0.3, 0.5]);
    expect(WILDCARD_PROPENSITIES.uniform(facts)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(WILDCARD_PROPENSITIES.greedy(facts)).toEqual([0, 1, 0]);
    expect(WILDCARD_PROPENSITIES['least-known'](facts)).toEqual([1, 0, 0]);
  });

  it('add up to 1 over any pool', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance), { minLength: 1, maxLength: 50 }), (pairs) => {
        const drawn = {
          means: pairs.map(([mean]) => mean),
          deviations: pairs.map(([, deviation]) => deviation),
          thompsonPropensities: pairs.map(() => 1 / pairs.length),
        };
        for (const policy of WILDCARD_POLICIES) {
          const chances = WILDCARD_PROPENSITIES[policy](drawn);
          expect(chances).toHaveLength(pairs.length);
          expect(chances.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('read an answered wildcard as a logged choice', () => {
    expect(loggedChoice(outcome(), 'greedy')).toEqual({
      contextId: 'anna',
      action: 1,
      reward: 1,
      propensity: 0.3,
      targetPropensity: 1,
      propensities: [0.2, 0.3, 0.5],
      targetPropensities: [0, 1, 0],
      modelReward: [0.3, 0.6, 0.6],
    });
    expect(loggedChoice(outcome(), 'least-known')).toMatchObject({ targetPropensity: 0 });
  });

  it('pass over what has no answer, and what was not in the pool', () => {
    expect(loggedChoice(outcome({ reward: null }), 'greedy')).toBeNull();
    expect(loggedChoice({ ...outcome(), record: { ...outcome().record, shown: itemId('else') } }, 'greedy')).toBeNull();
  });

  it('leave the plain mean of the log to the policy that was logged', () => {
    const log = [1, 0, 0, 1].flatMap(
      (reward, at) => loggedChoice(outcome({ reward, contextId: String(at) }), 'thompson') ?? [],
    );
    expect(estimateOffPolicy(log)).toMatchObject({
      inversePropensity: { value: 0.5 },
      largestWeight: 1,
      effectiveSampleSize: 4,
    });
  });
});
