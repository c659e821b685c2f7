import { describe, expect, it } from 'vitest';
import type { BreakdownLine } from '../../../../renderer/src/domain/breakdown';
import { itemId } from '../../../../renderer/src/domain/ids';
import { createRecommender } from '../../../../renderer/src/recommend/recommender';
import { fakeModel } from '../../../fixtures/fake-model';
import { ALONE, candidate, checkerboard, event, NOW, profile } from '../../../fixtures/recommender-data';

const board = checkerboard(24);

/**
 * Log-odds of book8 for somebody who loves black books, by type of line; `recognised`: the model's table has every
 * book.
 */
async function linesFor(recognised: boolean) {
  const known = board.map((item, index) => ({
    item,
    // What the encoder gives for the tags: black or white.
    vector: index % 2 === 0 ? [2, 0, 0, 0] : [0, 2, 0, 0],
    biases: [0, 0, 0] as const,
  }));
  const recommender = createRecommender({
    model: fakeModel(recognised ? known : []),
    engine: () => 'wasm',
    clock: () => 0,
  });
  await recommender.setLibrary(board);
  const { lines } = await recommender.breakdown({
    ...ALONE,
    profile: profile({ events: [event('book0', 1, 30), event('book2', 1, 20)] }),
    candidates: board.map(({ id }) => candidate(id)),
    count: 5,
    now: NOW,
    itemId: itemId('book8'),
  });
  const sum = (wanted: BreakdownLine['type']): number =>
    lines.reduce((total, { type, logOdds }) => (type === wanted ? total + logOdds : total), 0);
  return {
    everybody: sum('everybody'),
    event: sum('event'),
    together: sum('together'),
    ownRating: sum('own-rating'),
    unrecognised: sum('unrecognised'),
  };
}

describe('an assessment', () => {
  it('counts what the model says of an item it does not recognise .6 of the same words on one that it does', async () => {
    const [recognised, unrecognised] = [await linesFor(true), await linesFor(false)];
    expect(recognised.event).toBeGreaterThan(1);
    for (const type of ['everybody', 'event', 'together'] as const)
      expect(unrecognised[type], type).toBeCloseTo(0.6 * recognised[type], 9);
    // What the owner says of it counts in full.
    expect(unrecognised.ownRating).toBe(recognised.ownRating);
    expect([recognised.unrecognised, unrecognised.unrecognised]).toEqual([0, -0.6]);
  });
});
