import { topK } from '../../renderer/src/recommend/math/top-k';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { Recommender, TaskRequest } from '../../renderer/src/recommend/recommender-api';
import { plainScoreKernel } from '../../renderer/src/recommend/scoring/item-matrix';
import type { ScoreKernel } from '../../renderer/src/recommend/scoring/item-matrix';
import { likeKnownItems } from '../fixtures/like-known-items';
import { inventedItems } from './kernels';
import type { Measure } from './kernels';
import { median, timed } from './median';

const EVENTS = 50;
const CANDIDATES = 100_000;
const BEST = 100;
const RUNS = 15;

/**
 * The way a question takes through the recommender: history, heads, words, mixture, shortlist, neighbourhood, best 100.
 * Only the encoding of the library is left out. Beside it: every channel for every candidate, which was the way of
 * 0.5.0, and that in plain JavaScript. The name says how many of the best are the same.
 */
export async function questionMeasure(model: TasteModel, clock: () => number): Promise<Measure> {
  const items = inventedItems(CANDIDATES, 3);
  const asking = async (scoreKernel: ScoreKernel): Promise<readonly [Recommender, TaskRequest]> => {
    const recommender = createRecommender({
      model: { ...likeKnownItems(model), scoreKernel },
      engine: () => 'wasm',
      clock,
    });
    await recommender.setLibrary(items);
    const events = items
      .slice(0, EVENTS)
      .map(({ id }, index) => ({ itemId: id, rating: (index % 5) / 4, at: index * 86_400_000 }));
    const candidates = recommender.rowsOf(items.map(({ id }) => id));
    return [recommender, { task: 'share', mode: 'warm', crowd: false, events, candidates }];
  };
  const exactly = async ([recommender, question]: readonly [Recommender, TaskRequest]): Promise<readonly number[]> => {
    const [scores = []] = await recommender.scoreTasks([question]);
    return topK(scores, BEST).map((place) => question.candidates[place] ?? -1);
  };
  const [fast, plain] = [await asking(model.scoreKernel ?? plainScoreKernel), await asking(plainScoreKernel)];
  const best = async (): Promise<readonly number[]> => [...(await fast[0].bestByTask(fast[1], BEST))];
  const exact = new Set(await exactly(fast));
  const same = (await best()).filter((row) => exact.has(row)).length;
  // By turns: what else the machine does meets all alike.
  const times: { readonly [Way in 'best' | 'exact' | 'plain']: number[] } = { best: [], exact: [], plain: [] };
  for (let run = 0; run < RUNS; run++) {
    times.best.push(...(await timed(clock, run === 0 ? 3 : 1, 1, best)));
    times.exact.push(...(await timed(clock, run === 0 ? 3 : 1, 1, () => exactly(fast))));
    times.plain.push(...(await timed(clock, 0, 1, () => exactly(plain))));
  }
  return {
    name: `a question about 100,000 candidates, from ${String(EVENTS)} events to the best 100 (${String(same)} the same as exactly)`,
    milliseconds: median(times.best),
    runs: RUNS,
    beside: [
      { name: 'exactly', milliseconds: median(times.exact) },
      { name: 'in plain JavaScript', milliseconds: median(times.plain) },
    ],
  };
}
