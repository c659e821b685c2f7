import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { createRecommender } from '../../../../renderer/src/recommend/recommender';
import { fakeModel } from '../../../fixtures/fake-model';
import { ALONE, candidate, checkerboard, event, NOW, profile } from '../../../fixtures/recommender-data';

const board = checkerboard(24);

async function picksFor(lovesFrom: number, ownRatings: ReadonlyMap<string, number> = new Map()) {
  const recommender = createRecommender({ model: fakeModel(), engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(board);
  const request = {
    ...ALONE,
    profile: profile({
      events: [event(`book${String(lovesFrom)}`, 1, 30), event(`book${String(lovesFrom + 2)}`, 1, 20)],
    }),
    candidates: board.map(({ id }) => candidate(id, ownRatings.get(id) ?? 0.9)),
    count: 5,
    now: NOW,
  };
  return { recommender, request, slate: await recommender.picks(request) };
}

describe('an assessment', () => {
  it('orders by the value whose percentile gives the words of fit', async () => {
    const { slate } = await picksFor(0);
    const [scores, fits] = [
      slate.recommendations.map(({ score }) => score),
      slate.recommendations.map(({ fit }) => fit),
    ];
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(fits).toEqual(fits.toSorted((left, right) => right - left));
  });

  it('keeps what a person would choose apart from whether they would like it', async () => {
    const { recommender, request } = await picksFor(0, new Map([['book8', 1]]));
    const [loved, other] = await Promise.all(
      ['book8', 'book10'].map(async (id) => await recommender.breakdown({ ...request, itemId: itemId(id) })),
    );
    // The owner's rating is a reason to send a thing, and no evidence that somebody else likes it.
    expect(loved?.interest.total ?? 0).toBeGreaterThan(other?.interest.total ?? 0);
    expect(loved?.chance).toBeCloseTo(other?.chance ?? 0, 9);
  });

  it('centres the interest of each kind, so that no kind stands above another by its level', async () => {
    const { recommender, request } = await picksFor(0);
    const totals = await Promise.all(
      board.slice(6).map(async ({ id }) => (await recommender.breakdown({ ...request, itemId: id })).interest.total),
    );
    const ownRating = 0.2;
    const mean = totals.reduce((sum, total) => sum + total - ownRating, 0) / totals.length;
    expect(Math.abs(mean)).toBeLessThan(0.5);
  });
});
