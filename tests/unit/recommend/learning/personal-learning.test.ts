import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { TasteProfile, TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { Estimator } from '../../../../renderer/src/recommend/estimating/estimator';
import { PersonalLearning } from '../../../../renderer/src/recommend/learning/personal-learning';
import { TaskScorer } from '../../../../renderer/src/recommend/scoring/task-scorer';
import { fakeModel } from '../../../fixtures/fake-model';
import { checkerboard, NOW, profile } from '../../../fixtures/recommender-data';

const DAY = 86_400_000;

function reaction(
  type: TasteReaction['type'],
  place: number,
  facts: Partial<Pick<TasteReaction, 'rating' | 'outcome'>> = {},
): TasteReaction {
  return {
    type,
    itemId: itemId(`book${String(place)}`),
    otherItemId: null,
    rating: null,
    outcome: null,
    at: NOW - DAY,
    ...facts,
  };
}

const ratings = (count: number, from = 0): readonly TasteReaction[] =>
  Array.from({ length: count }, (_, place) => reaction('rated', from + place, { rating: 1 }));

async function learning(): Promise<{ readonly learning: PersonalLearning; readonly encoded: () => number }> {
  const model = fakeModel();
  const library = new EncodedLibrary(model);
  const scorer = new TaskScorer(model, library);
  await library.set(checkerboard(300), {});
  return {
    learning: new PersonalLearning(scorer, library, new Estimator(scorer, library, model)),
    encoded: () => model.historyCounts.reduce((sum, count) => sum + count, 0),
  };
}

async function weightsOf(person: TasteProfile): Promise<number> {
  const { learning: own } = await learning();
  const [learner] = await own.learners([person], []);
  return learner?.weights().filter(({ weight }) => weight !== 0).length ?? 0;
}

describe('learning from reactions', () => {
  it('encodes nothing of those who only rated or want a thing: neither teaches', async () => {
    const { learning: own, encoded } = await learning();
    const raters = ['ada', 'bo'].map((id) => profile({ id, reactions: [...ratings(40), reaction('wanted', 50)] }));
    const [learner] = await own.learners(raters.slice(0, 1), raters);
    expect(encoded()).toBe(0);
    expect(learner?.weights()).toEqual([]);
  });

  it('encodes a lesson once, and a later one by itself', async () => {
    const { learning: own, encoded } = await learning();
    const taught = (count: number): TasteProfile =>
      profile({ reactions: Array.from({ length: count }, (_, place) => reaction('not-for-them', place)) });
    await own.learners([taught(4)], []);
    const first = encoded();
    await own.learners([taught(4)], []);
    expect(encoded()).toBe(first);
    await own.learners([taught(5)], []);
    expect(encoded()).toBe(first + 1);
  });

  it('remembers a lesson however many ratings came after it', async () => {
    const lesson = reaction('not-for-them', 0);
    const few = await weightsOf(profile({ reactions: [lesson, ...ratings(10, 1)] }));
    const many = await weightsOf(profile({ reactions: [lesson, ...ratings(299, 1)] }));
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
  });

  it('predicts ratings though they do not teach', async () => {
    const { learning: own } = await learning();
    const [predicted] = await own.predicted([profile({ reactions: ratings(12) })], [], {});
    expect(predicted).toHaveLength(12);
  });
});
