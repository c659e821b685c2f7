import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FtrlProximal } from '../../../../renderer/src/recommend/learning/ftrl';
import type { FtrlExample } from '../../../../renderer/src/recommend/learning/ftrl';
import type { SparseFeatures } from '../../../../renderer/src/recommend/learning/item-features';

const sparse = (features: Readonly<Record<string, number>>): SparseFeatures => ({
  names: Object.keys(features),
  values: Float64Array.from(Object.values(features)),
});

interface Row {
  readonly x: readonly number[];
  readonly offset: number;
  readonly label: 0 | 1;
  readonly weight: number;
}
interface Problem {
  readonly dim: number;
  readonly rows: readonly Row[];
  readonly alpha: number;
  readonly beta: number;
  readonly l1: number;
  readonly l2: number;
  /** [dim] */
  readonly prior: readonly number[];
  readonly pinned: readonly (number | null)[];
}

/** Evenly spread: fc.double draws bit patterns, nearly all of which are next to zero. */
const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => min + (max - min) * (step / 1_000_000));
// A zero stands for a feature that the example does not have.
const value = fc.oneof(fc.constant(0), number(-2, 2));
const problem: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 6 }).chain((dim) => {
  const each = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: dim, maxLength: dim });
  return fc.record({
    dim: fc.constant(dim),
    alpha: number(0.05, 1),
    beta: number(0.1, 2),
    l1: number(0, 0.5),
    l2: number(0, 5),
    prior: each(fc.oneof(fc.constant(0), number(-2, 2))),
    pinned: each(fc.option(number(-3, 3), { freq: 5 })),
    rows: fc.array(
      fc.record({
        x: each(value),
        offset: number(-3, 3),
        label: fc.constantFrom(0 as const, 1 as const),
        weight: number(0.3, 2),
      }),
      { maxLength: 40 },
    ),
  });
});

const nameOf = (at: number): string => `f${String(at)}`;
const exampleOf = ({ x, offset, label, weight }: Row): FtrlExample => ({
  features: sparse(Object.fromEntries(x.flatMap((one, at) => (one === 0 ? [] : [[nameOf(at), one]])))),
  offset,
  label,
  weight,
});
const learnerOf = ({ alpha, beta, l1, l2, prior, pinned }: Problem): FtrlProximal =>
  new FtrlProximal({
    alpha,
    beta,
    l1,
    l2,
    prior: new Map(prior.map((one, at) => [nameOf(at), one])),
    pinned: new Map(pinned.flatMap((one, at) => (one === null ? [] : [[nameOf(at), one]]))),
  });

/**
 * The slow way. Keeps every gradient g_s and every iterate w_s of each coordinate, and finds each next iterate by
 * bisection on the slope of Σ g_s·w + ½ Σ σ_s (w − w_s)² + λ1 |w| + ½ (λ2 + β/α) w², with Σ_{s≤t} σ_s = √(Σ_{s≤t} g_s²)
 * / α: the paper's rate is alpha / (beta + √n), so that beta acts as a ridge. Neither z nor the closed form appears.
 */
function reference({ dim, rows, alpha, beta, l1, l2, prior, pinned }: Problem): {
  readonly weights: readonly number[];
  readonly chances: readonly number[];
} {
  const gradients = Array.from({ length: dim }, (): number[] => []);
  const iterates = Array.from({ length: dim }, (): number[] => []);
  const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
  const departure = (at: number): number => {
    const history = gradients[at] ?? [];
    const pulls = history.map(
      (_, s) =>
        (Math.sqrt(total(history.slice(0, s + 1).map((one) => one * one))) -
          Math.sqrt(total(history.slice(0, s).map((one) => one * one)))) /
        alpha,
    );
    const slope = (w: number, sign: number): number =>
      total(history) +
      total(pulls.map((sigma, s) => sigma * (w - (iterates[at]?.[s] ?? 0)))) +
      l1 * sign +
      (l2 + beta / alpha) * w;
    if (slope(0, -1) <= 0 && slope(0, 1) >= 0) return 0;
    const sign = slope(0, 1) < 0 ? 1 : -1;
    let [low, high] = sign === 1 ? [0, 1e4] : [-1e4, 0];
    for (let step = 0; step < 200; step += 1) {
      const middle = (low + high) / 2;
      if (slope(middle, sign) < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const wholeOf = (at: number, own: number): number => pinned[at] ?? (prior[at] ?? 0) + own;
  const chances: number[] = [];
  for (const { x, offset, label, weight } of rows) {
    const own = x.map((_, at) => departure(at));
    const chance = 1 / (1 + Math.exp(-(offset + total(x.map((one, at) => one * wholeOf(at, own[at] ?? 0))))));
    chances.push(chance);
    x.forEach((one, at) => {
      if (one === 0 || (pinned[at] ?? null) !== null) return;
      gradients[at]?.push(weight * (chance - label) * one);
      iterates[at]?.push(own[at] ?? 0);
    });
  }
  return { weights: Array.from({ length: dim }, (_, at) => wholeOf(at, departure(at))), chances };
}

describe('FTRL-Proximal', () => {
  it('agrees with a dense reference that minimises by definition', () => {
    fc.assert(
      fc.property(problem, (asked) => {
        const learner = learnerOf(asked);
        const { weights, chances } = reference(asked);
        asked.rows.forEach((row, at) => {
          const example = exampleOf(row);
          expect(
            Math.abs(learner.predict(example.features, example.offset) - (chances[at] ?? Number.NaN)),
          ).toBeLessThan(1e-9);
          learner.update(example);
        });
        weights.forEach((weight, at) => {
          expect(Math.abs(learner.weight(nameOf(at)) - weight)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is the model while there is no data, exactly', () => {
    const features = sparse({ bias: 1, 'tag:horror': 0.7 });
    expect(new FtrlProximal().correction(features)).toBe(0);
    expect(new FtrlProximal().predict(features, -1.3)).toBe(1 / (1 + Math.exp(1.3)));
    expect(new FtrlProximal({ prior: new Map([['tag:horror', -2]]) }).correction(features)).toBe(0.7 * -2);
  });

  it('learns the same from the same examples, whatever it was asked in between', () => {
    fc.assert(
      fc.property(problem, (asked) => {
        const [silent, questioned] = [learnerOf(asked), learnerOf(asked)];
        for (const example of asked.rows.map(exampleOf)) {
          silent.update(example);
          questioned.weights();
          questioned.update(example);
          questioned.predict(example.features, example.offset);
        }
        expect(questioned.weights()).toEqual(silent.weights());
      }),
      { numRuns: 60 },
    );
  });

  it('never moves a pinned weight, and lets the others learn around it', () => {
    const learner = new FtrlProximal({ alpha: 0.15, l1: 0.02, pinned: new Map([['tag:horror', -2]]) });
    for (let count = 0; count < 20; count += 1)
      learner.update({ features: sparse({ bias: 1, 'tag:horror': 1 }), offset: 0, label: 1, weight: 1 });
    expect(learner.weight('tag:horror')).toBe(-2);
    expect(learner.weights().find(({ name }) => name === 'tag:horror')).toEqual({
      name: 'tag:horror',
      weight: -2,
      prior: 0,
      pinned: true,
      evidence: 0,
    });
    expect(learner.weight('bias')).toBeGreaterThan(0);
  });

  it('learns from one answer in its direction, and more from a weightier one', () => {
    const after = (label: 0 | 1, weight: number): number => {
      const learner = new FtrlProximal({ alpha: 0.15, l1: 0.02, l2: 4 });
      learner.update({ features: sparse({ bias: 1 }), offset: 0, label, weight });
      return learner.weight('bias');
    };
    expect(after(1, 1)).toBeGreaterThan(0);
    expect(after(0, 1)).toBeCloseTo(-after(1, 1), 12);
    expect(after(1, 2)).toBeGreaterThan(after(1, 1));
  });

  it('keeps weights of features that say nothing at exactly zero by L1', () => {
    const answers = (l1: number): readonly number[] => {
      const learner = new FtrlProximal({ alpha: 0.15, l1, l2: 0 });
      // Each odd name is met once and says little; the bias carries what there is to say.
      for (let at = 0; at < 50; at += 1)
        learner.update({ features: sparse({ bias: 1, [`tag:t${String(at)}`]: 0.1 }), offset: 0, label: 1, weight: 1 });
      return learner
        .weights()
        .filter(({ name, weight }) => name !== 'bias' && weight !== 0)
        .map(({ weight }) => weight);
    };
    expect(answers(0)).toHaveLength(50);
    expect(answers(0.1)).toHaveLength(0);
  });

  it('lists the strongest weights first, and equal ones by name', () => {
    const prior = new Map([
      ['b', 1],
      ['c', -3],
      ['a', -1],
      ['d', 0.5],
    ]);
    expect(new FtrlProximal({ prior }).weights().map(({ name }) => name)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('forgets nothing by a factor of 1, and drifts to the prior by less', () => {
    fc.assert(
      fc.property(problem, number(0.01, 0.99), (asked, factor) => {
        const learner = learnerOf(asked);
        for (const row of asked.rows) learner.update(exampleOf(row));
        const before = learner.weights();
        learner.decay(1);
        expect(learner.weights()).toEqual(before);
        learner.decay(factor);
        for (const { name, weight, prior, pinned, evidence } of before) {
          const faded = learner.weights().find((one) => one.name === name);
          if (pinned) expect(faded?.weight).toBe(weight);
          else
            expect(Math.abs((faded?.weight ?? Number.NaN) - prior)).toBeLessThanOrEqual(
              Math.abs(weight - prior) + 1e-12,
            );
          expect(faded?.evidence).toBeCloseTo(factor * evidence, 9);
        }
      }),
      { numRuns: 60 },
    );
    for (const factor of [0, -1, 1.1, Number.NaN])
      expect(() => {
        new FtrlProximal().decay(factor);
      }).toThrow(RangeError);
  });
});
