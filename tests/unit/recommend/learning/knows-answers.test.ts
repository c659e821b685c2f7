import { describe, expect, it } from 'vitest';
import type { TasteProfile, TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { itemId } from '../../../../renderer/src/domain/ids';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { Estimator } from '../../../../renderer/src/recommend/estimating/estimator';
import { KnowsAnswers } from '../../../../renderer/src/recommend/learning/knows-answers';
import { TaskScorer } from '../../../../renderer/src/recommend/scoring/task-scorer';
import { fakeModel } from '../../../fixtures/fake-model';
import { checkerboard, event, NOW, profile } from '../../../fixtures/recommender-data';

function answer(id: string, outcome: TasteReaction['outcome'], daysAgo: number): TasteReaction {
  const at = NOW - daysAgo * 86_400_000;
  return { type: 'reacted', itemId: itemId(id), otherItemId: null, rating: null, outcome, at };
}

const person = (id: string, ...reactions: readonly TasteReaction[]): TasteProfile =>
  profile({ id, events: [event('book0')], reactions });

async function knowsAnswers(): Promise<{ readonly answers: KnowsAnswers; readonly encoded: () => number }> {
  const model = fakeModel();
  const library = new EncodedLibrary(model);
  const scorer = new TaskScorer(model, library);
  await library.set(checkerboard(8), {});
  return {
    answers: new KnowsAnswers(scorer, library, new Estimator(scorer, library, model)),
    encoded: () => model.historyCounts.reduce((sum, count) => sum + count, 0),
  };
}

describe('answers on what was known', () => {
  it('are everybody’s, oldest first, whoever gave them; “not yet” is none', async () => {
    const { answers } = await knowsAnswers();
    const found = await answers.of([
      person('ada', answer('book2', 'knew-it', 1), answer('book3', 'not-yet', 5)),
      person('bo', answer('book4', 'loved', 3)),
      person('nobody'),
    ]);
    expect(found.map(({ personId, label }) => [personId, label])).toEqual([
      ['bo', 0],
      ['ada', 1],
    ]);
  });

  it('are encoded once, and again only of the person who changed', async () => {
    const { answers, encoded } = await knowsAnswers();
    const [ada, bo] = [person('ada', answer('book2', 'knew-it', 1)), person('bo', answer('book4', 'loved', 3))];
    await answers.of([ada, bo, person('nobody')]);
    const first = encoded();
    await answers.of([ada, structuredClone(bo)]);
    expect(encoded()).toBe(first);
    const met = await answers.of([{ ...ada, events: [event('book0'), event('book6')] }, bo]);
    expect(encoded()).toBe(first + 1);
    expect(met).toHaveLength(2);
    const withdrawn = await answers.of([{ ...ada, reactions: [] }, bo]);
    expect(withdrawn.map(({ personId }) => personId)).toEqual(['bo']);
  });

  it('are encoded again where the library changed', async () => {
    const { answers, encoded } = await knowsAnswers();
    const ada = person('ada', answer('book2', 'knew-it', 1));
    await answers.of([ada]);
    const first = encoded();
    answers.invalidate();
    await answers.of([ada]);
    expect(encoded()).toBe(first + 1);
  });
});
