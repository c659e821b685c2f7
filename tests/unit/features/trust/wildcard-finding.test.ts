import { describe, expect, it } from 'vitest';
import type { PolicyEstimate, PolicyValue, WildcardPolicy } from '../../../../renderer/src/domain/policy-estimate';
import { isFinding, wildcardCounts, wildcardFinding } from '../../../../renderer/src/features/trust/wildcard-finding';

const COUNTS = { shown: 60, answered: 48, liked: 22 };
const value = (middle: number, half: number): PolicyValue => ({
  value: middle,
  low: middle - half,
  high: middle + half,
});

function estimate(policy: WildcardPolicy, robust: PolicyValue, tooLittle = false): PolicyEstimate {
  const other = value(0.99, 0.005);
  return {
    policy,
    inversePropensity: other,
    selfNormalised: other,
    doublyRobust: robust,
    n: 48,
    effectiveSampleSize: tooLittle ? 9 : 40,
    tooLittle,
  };
}

describe('wildcardCounts', () => {
  it('takes no answer for no answer', () => {
    expect(wildcardCounts([{ reward: 1 }, { reward: null }, { reward: 0 }, { reward: 1 }])).toEqual({
      shown: 4,
      answered: 3,
      liked: 2,
    });
    expect(wildcardCounts([])).toEqual({ shown: 0, answered: 0, liked: 0 });
  });
});

describe('wildcardFinding', () => {
  it('claims nothing of no wildcard and of no answer', () => {
    expect(wildcardFinding({ shown: 0, answered: 0, liked: 0 }, [])).toMatchObject({
      lead: 'No wildcard was shown yet. They come with a friend’s picks once they are switched on in Settings.',
      claimed: false,
    });
    expect(wildcardFinding({ shown: 1, answered: 0, liked: 0 }, [estimate('thompson', value(0.5, 0.1))])).toMatchObject(
      { lead: '1 wildcard shown, and no answer to any of them yet.', claimed: false },
    );
  });

  it('counts, but compares nothing where the log says too little', () => {
    const { lead, meaning, claimed } = wildcardFinding({ shown: 9, answered: 5, liked: 2 }, [
      estimate('thompson', value(0.4, 0.3), true),
      estimate('uniform', value(0.1, 0.01), true),
    ]);
    expect(lead).toBe('9 wildcards shown, 5 answered: 2 liked.');
    expect(meaning).toMatch(/^Too little to compare/);
    expect(claimed).toBe(false);
  });

  it('says the share with its range, and that nothing stands out where ranges overlap', () => {
    const { meaning } = wildcardFinding(COUNTS, [
      estimate('thompson', value(0.46, 0.12)),
      estimate('uniform', value(0.4, 0.15)),
      estimate('greedy', value(0.55, 0.15)),
    ]);
    expect(meaning).toBe(
      'Of wildcards chosen like these, about 46% are liked (34% to 58%). No other way of choosing stands out: the ranges overlap.',
    );
  });

  it('names what would have been better, and leaves out what is too little known', () => {
    const { meaning } = wildcardFinding(COUNTS, [
      estimate('thompson', value(0.4, 0.05)),
      estimate('greedy', value(0.6, 0.05)),
      estimate('least-known', value(0.9, 0.05), true),
    ]);
    expect(meaning).toContain('Clearly more would have been liked with: No experiments.');
    expect(meaning).not.toContain('All curiosity');
  });

  it('says so where it beats a blind draw, and compares with nothing where there is nothing else', () => {
    expect(
      wildcardFinding(COUNTS, [estimate('thompson', value(0.6, 0.05)), estimate('uniform', value(0.3, 0.05))]).meaning,
    ).toContain('better than a blind draw');
    expect(wildcardFinding(COUNTS, [estimate('thompson', value(0.6, 0.05))]).meaning).toBe(
      'Of wildcards chosen like these, about 60% are liked (55% to 65%).',
    );
  });

  it('never says a number that is none', () => {
    const broken = estimate('thompson', { value: 0.5, low: Number.NaN, high: Number.NaN });
    expect(isFinding(broken)).toBe(false);
    expect(wildcardFinding(COUNTS, [broken]).meaning).toMatch(/^Too little to compare/);
  });
});
