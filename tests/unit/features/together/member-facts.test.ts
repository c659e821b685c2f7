import { expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { memberFacts } from '../../../../renderer/src/features/together/member-facts';

const known = (count: number) => ({
  events: Array.from({ length: count }, (_, index) => ({ itemId: itemId(String(index)), rating: 1, at: null })),
});

it('says the chance in ten, and the fit in words only where no chance is known', () => {
  expect(memberFacts({ fit: 0.96, chance: 0.824 }, known(3))).toEqual(['8 in 10 to like it']);
  for (const chance of [null, Number.NaN])
    expect(memberFacts({ fit: 0.96, chance }, known(3))).toEqual(['Very good fit']);
});

it('claims little of somebody of whom little is known', () => {
  for (const profile of [known(2), undefined]) {
    expect(memberFacts({ fit: 1, chance: 0.9 }, profile)).toEqual(['9 in 10 to like it', 'a guess']);
    expect(memberFacts({ fit: 1, chance: null }, profile)).toEqual(['Good fit', 'a guess']);
  }
});
