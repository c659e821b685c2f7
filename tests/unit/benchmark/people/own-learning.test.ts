import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import {
  Circles,
  IN_ORDER,
  LEARNING_METHODS,
  ownLearningSeries,
  runValues,
} from '../../../benchmark/own-learning/own-learning-figures';
import type { RankingCase } from '../../../benchmark/people/people-cases';
import { BLANK_FACTS } from '../../../fixtures/blank-facts';

const DAY = 24 * 3600 * 1000;
/** Forty books of no shared word: who likes them by length shows only to who learns from ratings. */
const ITEMS: readonly LibraryItem[] = Array.from({ length: 40 }, (_, index) => ({
  ...BLANK_FACTS,
  id: itemId(String(index)),
  kind: 'book',
  title: `${String.fromCodePoint(97 + (index % 26))}${'qxzvw'[index % 5] ?? ''}${String(index)}`,
  length: index % 2 === 0 ? 120 : 900,
}));

/** Likes the short ones (even places): thirty rated, ten to come. */
function caseOf(id: string, friend: string, cluster = friend): RankingCase {
  return {
    form: 'ranking',
    id,
    variant: 'share-rated',
    k: 30,
    friend: {
      friend,
      events: ITEMS.slice(0, 30).map((item, index) => ({
        itemId: item.id,
        rating: index % 2 === 0 ? 1 : 0.2,
        at: index * DAY,
      })),
    },
    cluster,
    service: null,
    candidates: ITEMS.slice(30).map((item) => item.id),
    relevant: new Set(ITEMS.slice(30).flatMap((item, index) => (index % 2 === 0 ? [item.id] : []))),
  };
}

describe('what learning on the device is worth', () => {
  it('gives the known events as dated reactions, oldest first', () => {
    const one = caseOf('a-40', 'a');
    const { reactions, events, personId } = new Circles([one]).profileOf(one);
    expect(personId).toBe('a-40');
    expect(reactions).toHaveLength(events.length);
    expect(reactions[1]).toMatchObject({ type: 'rated', itemId: '1', rating: 0.2, at: DAY });
  });

  it('puts into the circle everybody else as of their last case, and nobody of the same publisher', () => {
    const [early, late] = [caseOf('a-40', 'a', 'x'), caseOf('a-80', 'a', 'x')];
    const circles = new Circles([early, late, caseOf('b-40', 'b', 'x'), caseOf('c-40', 'c', 'y')]);
    expect(circles.around(early).map(({ personId }) => personId)).toEqual(['c-40']);
    expect(circles.around({ cluster: 'y' }).map(({ personId }) => personId)).toEqual(['a-80', 'b-40']);
  });

  it('ranks ratings in runs of twenty; a run of one answer has no order', () => {
    const predicted = Array.from({ length: 60 }, (_, index) => ({
      chance: index < 20 ? index : -index,
      label: index < 40 && index % 20 >= 10 ? 1 : 0,
    }));
    const values = runValues(predicted, { cluster: 'c', service: 'imdb' });
    expect(values.map(({ parts }) => parts[0]?.value)).toEqual([1, 0]);
    expect(values[0]).toMatchObject({ service: 'imdb', parts: [{ people: ['c'] }] });
  });

  it('measures each part on its own: from own ratings, from the circle, from neither', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => caseOf(`${name}-80`, name));
    const series = await ownLearningSeries(
      { items: ITEMS, cases: people, asked: people.slice(0, 1) },
      null,
      new EncodedLibrary(null),
      'on',
      () => undefined,
    );
    const value = (method: string, variant: string): number => {
      const found = series.find((one) => one.method === method && one.variant === variant && one.metric === 'auc');
      return found?.cases[0]?.parts[0]?.value ?? Number.NaN;
    };
    expect(new Set(series.map(({ method }) => method))).toEqual(new Set(LEARNING_METHODS.keys()));
    for (const variant of ['share-rated', IN_ORDER]) {
      expect(value('without-learning', variant)).toBeLessThan(0.9);
      expect(value('prior-learning', variant)).toBeGreaterThan(value('without-learning', variant));
    }
    expect(value('own-learning', 'share-rated')).toBeGreaterThan(0.95);
    expect(value('with-learning', 'share-rated')).toBeGreaterThan(0.95);
  });
});
