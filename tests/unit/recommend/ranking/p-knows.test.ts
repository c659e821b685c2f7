import { describe, expect, it } from 'vitest';
import { pKnows } from '../../../../renderer/src/recommend/ranking/p-knows';
import type { KnowsEvidence } from '../../../../renderer/src/recommend/ranking/p-knows';

const PLAIN: KnowsEvidence = {
  popularity: 0.5,
  eventsOfKind: 3,
  sameSeries: false,
  sameCreator: false,
  fit: 0.5,
  age: 10,
};
const chance = (evidence: Partial<KnowsEvidence>): number => pKnows({ ...PLAIN, ...evidence });

describe('the chance that somebody knows a thing', () => {
  it.each<[string, Partial<KnowsEvidence>]>([
    ['how widely met it is', { popularity: 0.9 }],
    ['how much of the kind they know', { eventsOfKind: 40 }],
    ['knowing its series', { sameSeries: true }],
    ['knowing its maker', { sameCreator: true }],
    ['how well it fits', { fit: 0.95 }],
  ])('rises with %s', (_name, evidence) => {
    expect(chance(evidence)).toBeGreaterThan(chance({}) + 0.005);
  });

  it('falls for what came out just now, and says little of what nothing is known of', () => {
    expect(chance({ age: 0.3 })).toBeLessThan(chance({}));
    expect(chance({ age: null })).toBe(chance({}));
    expect(chance({ popularity: null })).toBeLessThan(chance({ popularity: 0.5 }));
  });

  it('stays a chance at both ends', () => {
    expect(chance({ popularity: 0, eventsOfKind: 0, fit: 0, age: 0 })).toBeGreaterThan(0);
    expect(
      chance({ popularity: 1, eventsOfKind: 1e6, sameSeries: true, sameCreator: true, fit: 1 }),
    ).toBeLessThanOrEqual(0.95);
  });
});
