import { describe, expect, it } from 'vitest';
import type { WildcardRecord } from '../../../../../renderer/src/domain/exploration';
import { itemId, personId } from '../../../../../renderer/src/domain/ids';
import { wildcardFacts } from '../../../../../renderer/src/features/slate/wildcard/wildcard-facts';
import { wildcardSeed } from '../../../../../renderer/src/application/picks/wildcard-seed';

const ada = personId('ada');
const MORNING = new Date(2026, 4, 20, 0, 5).getTime();
const EVENING = new Date(2026, 4, 20, 23, 55).getTime();
const NEXT_DAY = new Date(2026, 4, 21, 0, 5).getTime();

describe('wildcardSeed', () => {
  it('stays all day, and is a whole number of 32 bits', () => {
    const seed = wildcardSeed(ada, MORNING, 3, 1);
    expect(wildcardSeed(ada, EVENING, 3, 1)).toBe(seed);
    expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  });

  it('changes with the day, the friend, and whatever was said or sent', () => {
    const seeds = [
      wildcardSeed(ada, MORNING, 3, 1),
      wildcardSeed(ada, NEXT_DAY, 3, 1),
      wildcardSeed(personId('ben'), MORNING, 3, 1),
      wildcardSeed(ada, MORNING, 4, 1),
      wildcardSeed(ada, MORNING, 3, 2),
      wildcardSeed(ada, MORNING, 31, 1),
      wildcardSeed(ada, MORNING, 1, 3),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('wildcardFacts', () => {
  const record: WildcardRecord = {
    shown: itemId('b'),
    pool: [itemId('a'), itemId('b')],
    propensities: [0.9, 0.1],
    standardErrors: [0, 0],
    floor: 0.05,
    draws: 1000,
    means: [0, 0],
    deviations: [0, 0],
  };

  it('finds the chance of the one that was drawn, and of no other', () => {
    expect(wildcardFacts(record, itemId('b'))).toEqual({ chance: 0.1, pool: 2 });
    expect(wildcardFacts(record, itemId('a'))).toBeNull();
    expect(wildcardFacts(null, itemId('b'))).toBeNull();
    expect(wildcardFacts({ ...record, pool: [itemId('a')] }, itemId('b'))).toBeNull();
  });
});
