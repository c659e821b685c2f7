import { describe, expect, it } from 'vitest';
import { parseEstimates } from '../../../../renderer/src/recommend/estimating/estimates-parser';
import { StrictReader } from '../../../../renderer/src/recommend/model/strict-reader';
import { edited, to } from '../../../contract/manifest-edits';
import type { Json } from '../../../contract/manifest-edits';

const VALID: Json = {
  like: {
    intercepts: { '': 0.4 },
    weights: { crowdRating: 0.7 },
    groups: { book: { likeness: -1 } },
    reliability: [{ low: 0, high: 0.1, n: 3, meanChance: 0.05, share: 0.07 }],
  },
  interest: { intercepts: { '': 0 }, weights: {}, groups: {} },
  knows: { intercepts: { '': -1 }, weights: { fame: 2 }, groups: {}, reliability: [] },
  tagShares: [0.1, 0.2],
};
const parsed = (json: Json, tags = 2) => parseEstimates(new StrictReader(json, 'estimates'), tags);

describe('the estimates of a manifest', () => {
  it('are read as they stand; a feature that is not named weighs 0', () => {
    const { like, knows, tagShares } = parsed(VALID);
    expect(like.weights).toMatchObject({ crowdRating: 0.7, fame: 0 });
    expect(like.groups['book']).toMatchObject({ likeness: -1, crowdRating: 0 });
    expect(like.reliability).toEqual([{ low: 0, high: 0.1, n: 3, meanChance: 0.05, share: 0.07 }]);
    expect(knows.intercepts).toEqual({ '': -1 });
    expect(tagShares).toEqual([0.1, 0.2]);
  });

  it.each([
    ['like', undefined],
    ['interest.weights', undefined],
    ['like.groups', []],
    ['like.intercepts', 0.4],
    ['like.weights', { crowdRating: 'much' }],
    ['like.weights', { crowdRating: null }],
    ['knows.reliability', undefined],
    ['like.reliability', [{ low: 0, high: 0.1, n: 0.5, meanChance: 0.05, share: 0.07 }]],
    ['tagShares', [0.1]],
    ['tagShares', [0.1, 0.2, 0.3]],
    ['tagShares', [0.1, 'many']],
  ] as const)('are damaged with %s as %j', (path, value) => {
    expect(() => parsed(edited(VALID, path, () => value))).toThrow(
      expect.objectContaining({ code: 'model-damaged', message: expect.stringContaining(path) as string }) as Error,
    );
  });

  it.each(['like.weights', 'knows.weights', 'like.groups.book'])(
    'need another version of the program where %s names a feature it does not have',
    (path) => {
      expect(() => parsed(edited(VALID, path, to({ zodiac: 1 })))).toThrow(
        expect.objectContaining({
          code: 'model-incompatible',
          message: expect.stringMatching(
            new RegExp(`needs another version of the program \\(estimates\\.${path}\\.zodiac; .*crowdRating`),
          ) as string,
        }) as Error,
      );
    },
  );
});
