import { itemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { plainScoreKernel } from '../../renderer/src/recommend/scoring/item-matrix';
import type { ScoreKernel } from '../../renderer/src/recommend/scoring/item-matrix';
import { apart } from './golden-comparisons';
import type { Golden } from './golden-file';
import { BLANK_FACTS } from '../fixtures/blank-facts';

const MILLISECONDS = 1000;
/** Tolerance factor for a kernel that rounds: a hundredth of a standard deviation. */
const ROUNDING = 10;

/**
 * All of rule 4 of models/README.md: the golden items as a library, and the app's scores of them for each task. The
 * rule is tested with the exact kernel; other kernels may differ by their rounding.
 */
export async function mixtureDifferences(
  model: TasteModel,
  golden: Golden,
  scoreKernel: ScoreKernel = plainScoreKernel,
): Promise<readonly string[]> {
  const items = golden.items.map(({ item, crowd }, index): LibraryItem => ({
    ...BLANK_FACTS,
    ...item,
    id: itemId(String(index)),
    crowd,
  }));
  const recommender = createRecommender({ model: { ...model, scoreKernel }, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(items);
  const candidates = recommender.rowsOf(items.map(({ id }) => id));
  const scores = await recommender.scoreTasks(
    golden.mixtures.map(({ history, mode, task, crowd }) => ({
      task,
      mode,
      crowd,
      candidates,
      events: (golden.histories.find(({ name }) => name === history)?.events ?? []).map(({ item, rating, at }) => ({
        itemId: itemId(String(item)),
        rating,
        at: at === null ? null : at * MILLISECONDS,
      })),
    })),
  );
  return golden.mixtures.flatMap(({ history, mode, task, crowd, scores: expected }, index) =>
    apart(
      `${task} after ${history}, ${mode}, crowd ${crowd ? 'on' : 'off'}`,
      scores[index] ?? [],
      expected,
      golden.tolerance.scores * (scoreKernel === plainScoreKernel ? 1 : ROUNDING),
    ),
  );
}
