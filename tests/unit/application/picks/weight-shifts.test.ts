import { describe, expect, it } from 'vitest';
import type { LearnedWeight } from '../../../../renderer/src/domain/learning';
import { weightShifts } from '../../../../renderer/src/application/picks/weight-shifts';

const weight = (name: string, value: number): LearnedWeight => ({
  name,
  weight: value,
  prior: 0,
  pinned: false,
  evidence: 1,
});

describe('weightShifts', () => {
  it('tells the largest changes first, three at most', () => {
    const before = [weight('a', 1), weight('b', -0.4), weight('c', 0.3), weight('d', 0.2)];
    const after = [weight('a', 1.01), weight('b', -0.9), weight('c', 0.1), weight('d', 0.5)];
    expect(weightShifts(before, after).map(({ feature }) => feature)).toEqual(['b', 'd', 'c']);
    expect(weightShifts(before, after, 1)).toEqual([{ feature: 'b', from: -0.4, to: -0.9 }]);
  });

  it('says nothing where two decimals would hardly show it', () => {
    expect(weightShifts([weight('a', 1)], [weight('a', 1.015)])).toEqual([]);
    expect(weightShifts([], [])).toEqual([]);
  });

  it('claims a start at zero only where nothing at all had been learned', () => {
    expect(weightShifts([], [weight('a', 0.2)])).toEqual([{ feature: 'a', from: 0, to: 0.2 }]);
    expect(weightShifts([weight('b', 0.5), weight('c', 0.1)], [weight('a', 0.2), weight('b', 0.5)])).toEqual([
      { feature: 'a', from: null, to: 0.2 },
    ]);
    // Just strong enough to be named now: it hardly moved.
    expect(weightShifts([weight('b', 0.5), weight('c', 0.19)], [weight('a', 0.2), weight('b', 0.5)])).toEqual([]);
  });
});
