import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { groupFit, memberFacts } from '../../../../renderer/src/features/together/member-facts';

const known = (count: number, likedTags: readonly string[] = []) => ({
  likedTags,
  events: Array.from({ length: count }, (_, index) => ({ itemId: itemId(String(index)), rating: 1, at: null })),
});

describe('what is said of one of a group', () => {
  it('is the fit, which orders the list, and then the chance in ten where one is known', () => {
    expect(memberFacts({ fit: 0.96, chance: 0.824 }, known(3))).toEqual({
      fit: 'Very good fit',
      others: ['8 in 10 to like it'],
    });
    for (const chance of [null, Number.NaN])
      expect(memberFacts({ fit: 0.96, chance }, known(3))).toEqual({ fit: 'Very good fit', others: [] });
  });

  it('claims little where little is known of them, and no fit where nothing is', () => {
    expect(memberFacts({ fit: 1, chance: 0.9 }, known(2))).toEqual({
      fit: 'Good fit',
      others: ['9 in 10 to like it', 'a guess'],
    });
    expect(memberFacts({ fit: 1, chance: null }, known(0, ['horror'])).fit).toBe('Good fit');
    for (const profile of [known(0), undefined])
      expect(memberFacts({ fit: 1, chance: null }, profile)).toEqual({ fit: 'Worth a try', others: ['a guess'] });
  });
});

describe('the fit for all of a group', () => {
  const order = ['Loose fit', 'Fair fit', 'Good fit', 'Very good fit', 'Excellent fit'];

  it('never looks out of order in a list that is in order of its value, whoever is in the group', () => {
    for (const group of [
      [known(3), known(9)],
      [known(3), known(1)],
      [known(0), undefined],
    ]) {
      const words = Array.from({ length: 101 }, (_, step) => groupFit(step / 100, group));
      const ranks = words.map((word) => order.indexOf(word));
      expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
      expect(ranks).not.toContain(-1);
    }
  });

  it('is "good" at most where hardly anything is known of one of them', () => {
    expect(groupFit(1, [known(3), known(3)])).toBe('Excellent fit');
    expect(groupFit(1, [known(3), known(2)])).toBe('Good fit');
    expect(groupFit(1, [known(3), undefined])).toBe('Good fit');
  });
});
