import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '../../../../renderer/src/recommend/math/bootstrap';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { studentQuantile } from '../../../../renderer/src/recommend/math/cluster-interval';
import { estimateOffPolicy } from '../../../../renderer/src/recommend/exploring/off-policy';
import type { LoggedChoice, OffPolicyEstimate } from '../../../../renderer/src/recommend/exploring/off-policy';
import { WILDCARD_PROPENSITIES } from '../../../../renderer/src/recommend/exploring/wildcard-policies';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const drawn = (chances: readonly number[], random: () => number): number => {
  let rest = random();
  for (let at = 0; at < chances.length - 1; at += 1) {
    rest -= chances[at] ?? 0;
    if (rest < 0) return at;
  }
  return chances.length - 1;
};

interface World {
  readonly pool: number;
  readonly sharpness: number;
  /** Number of friends in a log; null: every slate is another friend's. */
  readonly friends: number | null;
  readonly mood?: number;
}
type Policy = 'uniform' | 'greedy' | 'least-known' | 'thompson';

/**
 * One randomised place: how much each item of the pool would be liked, what is stored of it, and the policy's
 * probabilities.
 */
interface Place {
  readonly truth: readonly number[];
  readonly means: readonly number[];
  readonly propensities: readonly number[];
  readonly target: readonly number[];
}

function placeOf({ pool, sharpness }: World, policy: Policy, mood: number, random: () => number): Place {
  const truth = Array.from({ length: pool }, () => Math.min(0.98, mood * (1 + 1.6 * (random() - 0.5))));
  const means = truth.map((chance) => Math.min(1, Math.max(0, 0.6 * chance + 0.2 + 0.3 * (random() - 0.5))));
  const deviations = truth.map(() => 0.05 + 0.2 * random());
  const pulls = means.map((mean, at) => Math.exp(sharpness * (mean + (deviations[at] ?? 0) * random())));
  const sum = sumOf(pulls);
  const propensities = pulls.map((pull) => (0.9 * pull) / sum + 0.1 / pool);
  const target = WILDCARD_PROPENSITIES[policy]({ means, deviations, thompsonPropensities: propensities });
  return { truth, means, propensities, target };
}

/**
 * The population logs are drawn from, with replacement, and the policy's exact value in it: its expectation over all
 * places. So the truth needs no simulation, and places are made once and not per log. With 1,000 friends a log of at
 * most 300 choices contains few of them twice.
 */
interface Population {
  /** Places of each friend. */
  readonly friends: readonly (readonly Place[])[];
  readonly truth: number;
}
const FRIENDS = 1000;
/** Per friend, where friends answer more than once. */
const PLACES = 10;

function populationOf(world: World, policy: Policy): Population {
  const random = seededRandom(77);
  const { friends, mood = 0.45 } = world;
  const people = Array.from({ length: FRIENDS }, () => {
    // How much a friend likes things in general; without friends all slates are alike in this.
    const own = mood + (friends === null ? 0 : 0.5 * (random() - 0.5));
    return Array.from({ length: friends === null ? 1 : PLACES }, () => placeOf(world, policy, own, random));
  });
  const values = people.flat().map(({ truth, target }) => {
    let value = 0;
    target.forEach((chance, other) => (value += chance * (truth[other] ?? 0)));
    return value;
  });
  return { friends: people, truth: sumOf(values) / values.length };
}

const oneOf = <T>(values: readonly T[], random: () => number): T => {
  const found = values[Math.floor(random() * values.length)];
  if (found === undefined) throw new Error('nothing to draw from');
  return found;
};

function logOf({ friends }: Population, world: World, n: number, random: () => number): LoggedChoice[] {
  const asked = Array.from({ length: world.friends ?? n }, () => oneOf(friends, random));
  return Array.from({ length: n }, (_, at) => {
    const friend = at % asked.length;
    const { truth, means, propensities, target } = oneOf(asked[friend] ?? [], random);
    const action = drawn(propensities, random);
    return {
      contextId: String(friend),
      action,
      propensity: propensities[action] ?? 0,
      reward: random() < (truth[action] ?? 0) ? 1 : 0,
      targetPropensity: target[action] ?? 0,
      propensities,
      targetPropensities: target,
      modelReward: means,
    };
  });
}

const ESTIMATORS = ['inversePropensity', 'selfNormalised', 'doublyRobust'] as const;

/** Share of logs whose interval held the truth, refused logs left out. */
function coverageOf(
  world: World,
  policy: Policy,
  n: number,
  logs: number,
): {
  readonly kept: number;
  readonly share: Record<(typeof ESTIMATORS)[number], number>;
  readonly estimates: readonly OffPolicyEstimate[];
  readonly truth: number;
} {
  const population = populationOf(world, policy);
  const { truth } = population;
  const random = seededRandom(n + 31 * world.pool);
  const estimates = Array.from({ length: logs }, () => estimateOffPolicy(logOf(population, world, n, random))).filter(
    ({ tooLittle }) => !tooLittle,
  );
  const share = (name: (typeof ESTIMATORS)[number]): number =>
    estimates.filter((estimate) => estimate[name].low <= truth && truth <= estimate[name].high).length /
    estimates.length;
  return {
    kept: estimates.length,
    share: {
      inversePropensity: share('inversePropensity'),
      selfNormalised: share('selfNormalised'),
      doublyRobust: share('doublyRobust'),
    },
    estimates,
    truth,
  };
}

const choice = (facts: Partial<LoggedChoice>): LoggedChoice => ({
  contextId: 'a',
  action: 0,
  propensity: 0.5,
  reward: 1,
  targetPropensity: 0.5,
  ...facts,
});

describe('off-policy estimates', () => {
  it('match values worked out by hand', () => {
    const model = { targetPropensities: [0.25, 0.75], propensities: [0.5, 0.5], modelReward: [0.8, 0.4] };
    const {
      inversePropensity,
      selfNormalised,
      doublyRobust,
      effectiveSampleSize,
      largestWeight,
      meanWeight,
      n,
      tooLittle,
    } = estimateOffPolicy([
      choice({ contextId: 'a', action: 0, targetPropensity: 0.25, reward: 1, ...model }),
      choice({ contextId: 'b', action: 1, targetPropensity: 0.75, reward: 0, ...model }),
    ]);
    // Weights 0.5 and 1.5.
    expect(inversePropensity.value).toBeCloseTo(0.25, 12);
    expect(selfNormalised.value).toBeCloseTo(0.25, 12);
    // Direct 0.5 each; corrections 0.5 · 0.2 and 1.5 · −0.4.
    expect(doublyRobust.value).toBeCloseTo(0.25, 12);
    expect(effectiveSampleSize).toBeCloseTo(4 / 2.5, 12);
    expect([largestWeight, meanWeight, n, tooLittle]).toEqual([1.5, 1, 2, true]);
  });

  it('doubly robust is exact where the model is, whatever came up; inverse propensity where the model is silent', () => {
    const exact = [0, 1, 1].map((action) =>
      choice({
        action,
        reward: action === 0 ? 0.9 : 0.2,
        targetPropensity: action === 0 ? 1 : 0,
        targetPropensities: [1, 0],
        modelReward: [0.9, 0.2],
      }),
    );
    expect(estimateOffPolicy(exact).doublyRobust.value).toBeCloseTo(0.9, 12);
    const { doublyRobust, inversePropensity } = estimateOffPolicy([
      choice({ targetPropensity: 0.9 }),
      choice({ targetPropensity: 0.1, reward: 0.5 }),
    ]);
    expect(doublyRobust.value).toBe(inversePropensity.value);
  });

  it('of the logged policy is the plain mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
        }),
        (pairs) => {
          const { inversePropensity, selfNormalised, effectiveSampleSize } = estimateOffPolicy(
            pairs.map(([propensity, reward]) => choice({ propensity, targetPropensity: propensity, reward })),
          );
          const mean = sumOf(pairs.map(([, reward]) => reward)) / pairs.length;
          expect(inversePropensity.value).toBeCloseTo(mean, 9);
          expect(selfNormalised.value).toBeCloseTo(mean, 9);
          expect(effectiveSampleSize).toBeCloseTo(pairs.length, 9);
        },
      ),
    );
  });

  it('are unbiased over many logs', () => {
    const world: World = { pool: 8, sharpness: 6, friends: null };
    const { estimates, truth } = coverageOf(world, 'uniform', 200, 300);
    for (const name of ESTIMATORS)
      expect(
        Math.abs(sumOf(estimates.map((estimate) => estimate[name].value)) / estimates.length - truth),
      ).toBeLessThan(0.01);
    // The plain mean of the log is what a careless reader would report; it is far off.
    expect(Math.abs(populationOf(world, 'thompson').truth - truth)).toBeGreaterThan(0.05);
  });

  // Why 400 logs suffice: an interval that holds the truth 95 times in 100 would have to be 4.6 standard errors (.011)
  // unlucky to fail, one that holds it 84 times 3 (.018) lucky to pass. Intervals a third narrower fail all ten.
  it.each([
    [100, 'uniform', { pool: 8, sharpness: 4, friends: null }],
    [300, 'uniform', { pool: 50, sharpness: 8, friends: null }],
    [150, 'greedy', { pool: 8, sharpness: 6, friends: null }],
    [300, 'least-known', { pool: 8, sharpness: 3, friends: null }],
    [200, 'uniform', { pool: 8, sharpness: 4, friends: 12 }],
    [300, 'greedy', { pool: 8, sharpness: 8, friends: 8 }],
    [100, 'thompson', { pool: 50, sharpness: 8, friends: 6 }],
    [300, 'uniform', { pool: 50, sharpness: 12, friends: null, mood: 0.05 }],
    [200, 'greedy', { pool: 8, sharpness: 6, friends: null, mood: 0.05 }],
    [300, 'greedy', { pool: 8, sharpness: 6, friends: null, mood: 0.8 }],
  ] as const)('have intervals that hold the truth in nine of ten logs: %i choices, %s', (n, policy, world) => {
    const { kept, share } = coverageOf(world, policy, n, 400);
    expect(kept).toBeGreaterThan(100);
    for (const name of ESTIMATORS) expect(share[name], name).toBeGreaterThanOrEqual(0.9);
  });

  it('keep to the truth in short logs that nearly always fail, where a bootstrap does not', () => {
    const random = seededRandom(3);
    let held = 0;
    let bootstrapped = 0;
    for (let log = 0; log < 400; log += 1) {
      const rewards = Array.from({ length: 40 }, () => (random() < 0.04 ? 1 : 0));
      const {
        inversePropensity: { low, high },
      } = estimateOffPolicy(rewards.map((reward, at) => choice({ contextId: String(at), reward })));
      const bootstrap = bootstrapMean(
        rewards,
        rewards.map((_, at) => at),
        { seed: log, rounds: 200 },
      );
      held += low <= 0.04 && 0.04 <= high ? 1 : 0;
      bootstrapped += bootstrap.low <= 0.04 && 0.04 <= bootstrap.high ? 1 : 0;
    }
    expect(held / 400).toBeGreaterThanOrEqual(0.95);
    expect(bootstrapped / 400).toBeLessThan(0.9);
  });

  it('refuse a policy that the log hardly ever followed, even where luck hid it', () => {
    // Half of the places would show something of propensity 0.002 that never came up; all weights met are small.
    const log = Array.from({ length: 200 }, (_, at) =>
      choice({
        contextId: String(at),
        propensity: 0.998,
        propensities: [0.998, 0.002],
        targetPropensity: 0.5,
        targetPropensities: [0.5, 0.5],
      }),
    );
    const { effectiveSampleSize, tooLittle, largestWeight, meanWeight, inversePropensity } = estimateOffPolicy(log);
    expect(tooLittle).toBe(true);
    expect(effectiveSampleSize).toBeLessThan(2);
    expect(largestWeight).toBeLessThan(1);
    expect(meanWeight).toBeCloseTo(0.5, 2);
    expect(inversePropensity.low).toBeLessThan(0.51);
    expect(inversePropensity.high).toBeGreaterThan(0.99);
  });

  it('do not take weight that never came up for failures', () => {
    // Without the lists only the mean weight of ½ shows it: the unseen half may be worth anything.
    const log = Array.from({ length: 200 }, (_, at) =>
      choice({ contextId: String(at), propensity: 0.998, targetPropensity: 0.5 }),
    );
    const {
      inversePropensity: { value, low, high },
      tooLittle,
    } = estimateOffPolicy(log);
    expect(tooLittle).toBe(false);
    expect(value).toBeCloseTo(0.5, 2);
    expect(low).toBeGreaterThan(0.45);
    expect(high).toBeGreaterThan(0.99);
  });

  it('clip nothing: one heavy weight is counted in full and reported', () => {
    const log = Array.from({ length: 100 }, (_, at) =>
      choice({
        contextId: String(at),
        reward: at === 0 ? 1 : 0,
        propensity: at === 0 ? 0.002 : 0.5,
        targetPropensity: at === 0 ? 1 : 0.2,
      }),
    );
    const { inversePropensity, largestWeight, tooLittle } = estimateOffPolicy(log);
    expect(inversePropensity.value).toBeCloseTo(5, 9);
    expect([largestWeight, tooLittle]).toEqual([500, true]);
  });

  it('are wider where the choices of a friend are alike, and say nothing from one friend or none', () => {
    const log = (contextOf: (at: number) => number): LoggedChoice[] =>
      Array.from({ length: 120 }, (_, at) =>
        choice({ contextId: String(contextOf(at)), reward: at % 120 < 60 ? 1 : 0 }),
      );
    const single = estimateOffPolicy(log((at) => at)).inversePropensity;
    const grouped = estimateOffPolicy(log((at) => Math.floor(at / 20))).inversePropensity;
    expect(grouped.value).toBe(single.value);
    expect(grouped.high - grouped.low).toBeGreaterThan(3 * (single.high - single.low));
    expect(estimateOffPolicy(log(() => 1))).toMatchObject({
      tooLittle: true,
      selfNormalised: { value: 0.5, low: 0, high: 1 },
    });
    expect(estimateOffPolicy([])).toMatchObject({
      n: 0,
      effectiveSampleSize: 0,
      tooLittle: true,
      inversePropensity: { value: Number.NaN, low: 0, high: 1 },
    });
  });

  it('refuse to weigh what had no chance', () => {
    expect(() => estimateOffPolicy([choice({ propensity: 0 })])).toThrow(RangeError);
    expect(() => estimateOffPolicy([choice({ reward: 2 })])).toThrow(RangeError);
  });

  it('use Student’s t', () => {
    const tables: readonly (readonly [number, number])[] = [
      [1, 12.706],
      [4, 2.776],
      [5, 2.571],
      [6, 2.447],
      [7, 2.365],
      [10, 2.228],
      [30, 2.042],
      [120, 1.98],
      [1e6, 1.96],
    ];
    for (const [freedom, quantile] of tables)
      expect(Math.abs(studentQuantile(freedom) - quantile)).toBeLessThan(0.0015);
  });
});
