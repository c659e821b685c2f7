import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { Recommender, TaskRequest } from '../../../../renderer/src/recommend/recommender-api';
import type { ModelContext } from '../../../benchmark/learning/method-context';
import { modelMethod } from '../../../benchmark/learning/model-methods';
import { replay } from '../../../benchmark/learning/replay';
import type { ReplayCase } from '../../../benchmark/learning/replay-cases';

/** Scores a candidate by its row, and turns about once something disliked stands in the history. */
function fakeRecommender() {
  const calls: (readonly TaskRequest[])[] = [];
  const recommender = {
    rowsOf: (ids: readonly string[]) => Int32Array.from(ids, Number),
    scoreTasks: async (requests: readonly TaskRequest[]) => {
      calls.push(requests);
      return await Promise.resolve(requests.map(({ events, candidates }) => Float64Array.from(candidates, (row) => events.some(({ rating }) => (rating ?? 1) < 0.5) ? -row : row)));
    },
  };
  return { calls, context: { recommender: recommender as unknown as Recommender, crowd: true } as ModelContext };
}

function cases(count: number): readonly ReplayCase[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `case ${String(index)}`, sort: 'pair', friend: `f${String(index)}`, curators: ['c'], known: [{ itemId: itemId('99'), rating: 0.9, at: 5 }],
    pool: Array.from({ length: 9 }, (_, item) => itemId(String(item))), liked: Array.from({ length: 9 }, (_, item) => item < 4),
  }));
}

describe('the model in the replay', () => {
  it('is asked about many cases at once, of the whole pool, warm, for what would be liked', async () => {
    const { calls, context } = fakeRecommender();
    await replay(cases(70), modelMethod(context, { frozen: false }));
    expect(calls.map((requests) => requests.length)).toEqual([64, 6, 64, 6, 64, 6]);
    expect(calls.flat().every(({ task, mode, crowd, candidates }) => task === 'shareRated' && mode === 'warm' && crowd && candidates.length === 9)).toBe(true);
  });

  it('reads outcomes as events without a time', async () => {
    const { calls, context } = fakeRecommender();
    const [record] = await replay(cases(1), modelMethod(context, { frozen: false }));
    expect(record?.picks).toEqual([8, 0, 1]);
    expect(calls.at(-1)?.[0]?.events.slice(1)).toEqual([{ itemId: '8', rating: 0.4, at: null }, { itemId: '0', rating: 0.9, at: null }]);
  });

  it('is asked once where its history is frozen', async () => {
    const { calls, context } = fakeRecommender();
    const [record] = await replay(cases(1), modelMethod(context, { frozen: true }));
    expect(record?.picks).toEqual([8, 7, 6]);
    expect(calls).toHaveLength(1);
  });

  it('states a chance that follows the score', async () => {
    const { context } = fakeRecommender();
    const [first = 0, second = 0, third = 0] = (await replay(cases(1), modelMethod(context, { frozen: true })))[0]?.chances ?? [];
    expect(Number(first)).toBeGreaterThan(Number(second));
    expect(Number(second)).toBeGreaterThan(Number(third));
    expect(Number(first)).toBeLessThan(1);
  });
});
