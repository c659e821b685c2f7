import { describe, expect, it } from 'vitest';
import type { LearnedWeight } from '../../../../renderer/src/domain/learning';
import {
  evidenceLevel,
  strongestWeights,
  weightsToShow,
  WEIGHTS_SHOWN,
} from '../../../../renderer/src/features/friends/weight-rows';

const weight = (name: string, value: number, pinned = false): LearnedWeight => ({
  name,
  weight: value,
  prior: 0,
  pinned,
  evidence: 1,
});

describe('weights on a friend’s page', () => {
  it('leaves out what says nothing, and keeps what was set by hand, to zero too', () => {
    expect(weightsToShow([weight('a', 1), weight('b', -0.004), weight('c', 0, true)]).map(({ name }) => name)).toEqual([
      'a',
      'c',
    ]);
  });

  it('shows the strongest, and whatever is pinned', () => {
    const many = Array.from({ length: WEIGHTS_SHOWN + 5 }, (_, index) => weight(String(index), 1 - index / 100));
    expect(strongestWeights(many)).toHaveLength(WEIGHTS_SHOWN);
    expect(strongestWeights([...many, weight('last', 0.01, true)]).at(-1)?.name).toBe('last');
  });

  it('words the evidence', () => {
    expect([0, 0.1, 1, 9].map(evidenceLevel)).toEqual(['none', 'little', 'some', 'much']);
  });
});
