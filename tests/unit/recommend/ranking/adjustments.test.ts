import { describe, expect, it } from 'vitest';
import { kindTerms, likedTagsTerm, ownRatingTerm } from '../../../../renderer/src/recommend/ranking/adjustments';

describe('what was said in so many words', () => {
  it("the owner's rating: five stars speak for it, silence and dislike against it", () => {
    expect(ownRatingTerm(1)).toBeGreaterThan(ownRatingTerm(0.8));
    expect(ownRatingTerm(0.7)).toBeCloseTo(0, 12);
    expect(ownRatingTerm(null)).toBeLessThan(0);
    expect(ownRatingTerm(0.3)).toBeLessThan(ownRatingTerm(null));
  });

  it('liked tags: each further one adds half of the one before', () => {
    expect(likedTagsTerm(0)).toBe(0);
    expect(likedTagsTerm(2) - likedTagsTerm(1)).toBeCloseTo((likedTagsTerm(1) - likedTagsTerm(0)) / 2, 12);
  });

  it('kinds: none preferred for a stranger, a clear cost for a kind never seen beside one often seen', () => {
    const offered = new Set(['book', 'screen']);
    expect([...kindTerms(new Map(), offered).values()]).toEqual([0, 0]);
    const viewer = kindTerms(new Map([['screen', 5]]), offered);
    expect(viewer.get('screen')).toBe(0);
    expect(viewer.get('book')).toBeLessThan(-0.8);
    expect(kindTerms(new Map([['screen', 5]]), new Set(['book'])).get('book')).toBe(0);
    expect(
      kindTerms(
        new Map([
          ['screen', 3],
          ['book', 2],
        ]),
        offered,
      ).get('book'),
    ).toBeGreaterThan(-0.3);
  });
});
