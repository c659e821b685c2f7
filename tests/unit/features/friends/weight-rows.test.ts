import { describe, expect, it } from 'vitest';
import type { LearnedWeight } from '../../../../renderer/src/domain/learning';
import {
  evidenceLevel,
  learnedInWords,
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

  it('says in words what the person themselves like more or less, strongest first, and few', () => {
    const learned = [
      weight('tag:horror', -0.9),
      weight('model:future', 0.8),
      { ...weight('tag:war', -0.7), evidence: 0 },
      weight('creator:ursula k le guin', 0.6),
      weight('length', -0.5),
      weight('era:1990s', 0.4),
      weight('tag:cosy', 0.3),
      weight('tag:noir', -0.05),
    ];
    expect(learnedInWords(learned)).toEqual({
      more: ['things by Ursula K Le Guin', 'short things', 'things from the 1990s'],
      less: ['horror'],
    });
    expect(learnedInWords([])).toEqual({ more: [], less: [] });
  });

  it('words the evidence', () => {
    expect([0, 0.1, 1, 9].map(evidenceLevel)).toEqual(['none', 'little', 'some', 'much']);
  });
});
