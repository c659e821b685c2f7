import { beforeAll, describe, expect, it } from 'vitest';
import { topK } from '../../renderer/src/recommend/math/top-k';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { Recommender, TaskRequest } from '../../renderer/src/recommend/recommender-api';
import { inventedItems } from '../bench/kernels';
import { openBundle } from '../benchmark/node-model';
import { likeKnownItems } from '../fixtures/like-known-items';

const LIBRARY = 6_000;
const BEST = 100;
const DAY = 86_400_000;

// The shipped model, its known items' vectors, more candidates than a shortlist holds.
describe('the best of a large library, by a shortlist', () => {
  let recommender: Recommender;
  const items = inventedItems(LIBRARY, 3);

  beforeAll(async () => {
    const model = likeKnownItems(await openBundle(new URL('../../models/taste', import.meta.url).pathname));
    recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
    await recommender.setLibrary(items);
  }, 60_000);

  // The neighbourhood, which the first stage leaves out, weighs three times as much in share-rated as in share.
  it.each([
    ['next', 100],
    ['share', 100],
    ['shareRated', 85],
  ] as const)('are the best of all by %s, but for what neighbours alone would lift: %i of 100', async (task, least) => {
    const candidates = recommender.rowsOf(items.map(({ id }) => id));
    for (const events of [1, 50]) {
      const history = items
        .filter((_, index) => index % 111 === 0)
        .slice(0, events)
        .map(({ id }, index) => ({ itemId: id, rating: [1, 0.2, 0.8, 0.6][index % 4] ?? 1, at: index * DAY }));
      const question: TaskRequest = { task, mode: 'warm', crowd: false, events: history, candidates };
      const [scores = []] = await recommender.scoreTasks([question]);
      const exact = topK(scores, BEST).map((place) => candidates[place]);
      const found = [...(await recommender.bestByTask(question, BEST))];
      expect(found).toHaveLength(BEST);
      expect(found.filter((row) => exact.includes(row)).length).toBeGreaterThanOrEqual(least);
    }
  });
});
