import { expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { Estimator } from '../../../../renderer/src/recommend/estimating/estimator';
import { withOwn, withoutThemselves } from '../../../../renderer/src/recommend/estimating/without-itself';
import { itemRows } from '../../../../renderer/src/recommend/item-index';
import { TaskScorer } from '../../../../renderer/src/recommend/scoring/task-scorer';
import { fakeModel } from '../../../fixtures/fake-model';
import { checkerboard } from '../../../fixtures/recommender-data';

it('a thing that stands in the history is estimated from the rest of it, the others from all', async () => {
  const model = fakeModel();
  const library = new EncodedLibrary(model);
  await library.set(checkerboard(12), {});
  const scorer = new TaskScorer(model, library);
  const estimator = new Estimator(scorer, library, model);
  const rowsOf = (...fields: readonly number[]) =>
    fields.flatMap((field) => library.rowOf(itemId(`book${String(field)}`)) ?? []);
  const rows = itemRows(rowsOf(0, 2, 5));
  const usable = rowsOf(2, 4).map((row) => ({ row, rating: 0.8, at: null }));
  const [apart = new Map(), none] = await withoutThemselves(
    [
      { history: usable, rows },
      { history: [], rows },
    ],
    scorer,
    estimator,
  );
  expect([[...apart.keys()], none?.size]).toEqual([[1], 0]);

  const queries = await scorer.queries([usable, usable.slice(1)], 'warm');
  const whole = estimator.scores({ history: usable, rows }, queries, 0);
  const rest = estimator.scores({ history: usable.slice(1), rows }, queries, scorer.queryWidth);
  const shown = withOwn(whole, apart);
  expect(shown.like[0]).toBe(whole.like[0]);
  expect(shown.like[1]).toBeCloseTo(rest.like[1] ?? Number.NaN, 6);
  expect(shown.like[1]).not.toBeCloseTo(whole.like[1] ?? Number.NaN, 3);
  expect(shown.features.tagMatch[1]).toBeCloseTo(rest.features.tagMatch[1] ?? Number.NaN, 6);
});
