import { describe, expect, it } from 'vitest';
import { type BacktestMethod, MIN_RUNS, type Verdict } from '../../../../renderer/src/domain/backtest';
import { byMethod, compareMethods, type Run } from '../../../../renderer/src/recommend/evaluating/compare-methods';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';

const run = (shares: Partial<Record<BacktestMethod, number>>, pairs = 24, size = 10): Run => ({
  size,
  pairs,
  wins: byMethod((method) => pairs * (shares[method] ?? 0.5)),
});

describe('compareMethods', () => {
  it('counts pairs, not runs', () => {
    const { auc } = compareMethods([run({ handpicked: 1 }, 30), run({ handpicked: 0 }, 10)]);
    expect(auc.handpicked).toMatchObject({ value: 0.75, n: 2 });
  });

  it('names the best simple way and how far Handpicked is from it', () => {
    const runs = Array.from({ length: 12 }, (_, index) =>
      run({ handpicked: 0.7 + 0.02 * (index % 2), creators: 0.8, likeness: 0.6, random: 0.9, model: 0.95 }),
    );
    const { bestSimpleWay, difference, verdict } = compareMethods(runs);
    expect(bestSimpleWay).toBe('creators');
    expect(difference.value).toBeCloseTo(-0.09);
    expect(difference.low).toBeLessThan(difference.value);
    expect(difference.high).toBeLessThan(0);
    expect(verdict).toBe('worse');
  });

  it('is better only where it is better than each simple way', () => {
    const runs = (popularity: number): readonly Run[] =>
      Array.from({ length: 10 }, (_, index) =>
        run({ handpicked: 0.8, popularity: popularity + (index % 2 === 0 ? 0.2 : -0.2) }),
      );
    expect(compareMethods(runs(0.55)).verdict).toBe('better');
    expect(compareMethods(runs(0.75)).verdict).toBe('too-few');
  });

  it('does not judge from few runs, from few opinions, or from none', () => {
    const clear = run({ handpicked: 1 });
    const times = (one: Run, count: number): readonly Run[] => Array.from({ length: count }, () => one);
    expect(compareMethods(times(clear, MIN_RUNS - 1)).verdict).toBe('too-few');
    expect(compareMethods(times(clear, MIN_RUNS)).verdict).toBe('better');
    expect(compareMethods(times(run({ handpicked: 1 }, 1, 2), MIN_RUNS)).verdict).toBe('too-few');
    expect(compareMethods([run({}, 0), run({}, 0)])).toMatchObject({
      predicted: 20,
      bestSimpleWay: null,
      verdict: 'too-few',
      difference: { n: 0 },
    });
    expect(compareMethods([]).auc.handpicked.value).toBeNaN();
  });

  /** How often each verdict falls on people whose runs are drawn by chance around these shares. */
  function verdicts(people: number, ours: number, best: number, others: number): Readonly<Record<Verdict, number>> {
    const random = seededRandom(7);
    const around = (share: number): number => share + 0.4 * (random() + random() + random() - 1.5);
    const found = { better: 0, worse: 0, 'too-few': 0 };
    for (let person = 0; person < people; person += 1) {
      const runs = Array.from({ length: 12 }, () =>
        run({
          handpicked: around(ours),
          creators: around(best),
          'average-rating': around(others),
          likeness: around(others),
          popularity: around(others),
        }),
      );
      found[compareMethods(runs).verdict] += 1 / people;
    }
    return found;
  }

  it('seldom takes luck for a finding, though there are four ways to be lucky', { timeout: 60_000 }, () => {
    const { better, worse } = verdicts(400, 0.6, 0.6, 0.6);
    expect(worse).toBeLessThan(0.05);
    expect(better).toBeLessThan(0.01);
  });

  it('finds what is there', { timeout: 60_000 }, () => {
    expect(verdicts(100, 0.5, 0.8, 0.5).worse).toBeGreaterThan(0.6);
    expect(verdicts(100, 0.85, 0.55, 0.5).better).toBeGreaterThan(0.6);
  });
});
