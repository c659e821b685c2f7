import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { fitSentence, levelOf } from '../../../../renderer/src/features/together/fit-sentence';

describe('how much each will like it', () => {
  const known = (count: number) =>
    levelOf({
      events: Array.from({ length: count }, (_, index) => ({ itemId: itemId(String(index)), rating: 1, at: null })),
    });

  it('says it in words, then as a chance; where there is none, as a place among the choice', () => {
    expect(fitSentence({ fit: 0.96, chance: 0.824 }, 'medium')).toBe('Very good fit; likely to like it: about 8 in 10');
    for (const chance of [null, Number.NaN])
      expect(fitSentence({ fit: 0.6, chance }, 'medium')).toBe('Fair fit, above 60 % of the choice');
  });

  it('claims little of somebody of whom little is known', () => {
    expect([known(2), known(3)]).toEqual(['low', 'medium']);
    expect(fitSentence({ fit: 1, chance: 1 }, known(0))).toBe('Good fit; very likely to like it: more than 19 in 20');
  });
});
