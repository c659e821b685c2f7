import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../../renderer/src/recommend/recommender';
import type { Recommender } from '../../../renderer/src/recommend/recommender-api';
import { fakeModel } from '../../fixtures/fake-model';
import type { FakeTag } from '../../fixtures/fake-tag-head';
import { libraryItem } from '../../fixtures/recommender-data';

const always = (name: string, bias: number, group = 'book'): FakeTag => ({ name, group, weights: [0, 0, 0, 0], bias });

async function holding(model: TasteModel | null, ...items: readonly LibraryItem[]): Promise<Recommender> {
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(items);
  return recommender;
}
async function names(recommender: Recommender, ...ids: readonly string[]): Promise<readonly (readonly string[])[]> {
  return (await recommender.likelyTags({ itemIds: ids.map(itemId) })).map((tags) => tags.map(({ name }) => name));
}

describe('likely tags', () => {
  it('come from the vector with what the table knows, each item its own', async () => {
    const known = {
      item: { kind: 'book', title: 'Famous', creators: [], year: 2000 },
      vector: [8, 0, 0, 0],
      biases: [0, 0, 0],
    } as const;
    const model = fakeModel([known], undefined, [{ name: 'dark', group: 'book', weights: [4, 0, 0, 0], bias: -3 }]);
    const recommender = await holding(
      model,
      libraryItem('plain'),
      libraryItem('famous', { title: 'Famous' }),
      libraryItem('black', { tags: ['black'] }),
      libraryItem('film', { kind: 'movie', title: 'Famous' }),
    );
    expect(await names(recommender, 'plain', 'famous', 'black', 'film')).toEqual([[], ['dark'], [], []]);
    expect((await recommender.likelyTags({ itemIds: [itemId('famous')] }))[0]?.[0]?.confidence).toBeCloseTo(
      1 / (1 + Math.exp(-5)),
      6,
    );
    expect((await recommender.likelyTags({ itemIds: [itemId('black')], minConfidence: 0.2 }))[0]).toHaveLength(1);
  });

  it('leave out what the item has, however it is spelled, and fill the places with the next', async () => {
    const model = fakeModel(
      [],
      undefined,
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((name, place) => always(name, 9 - place)),
    );
    const recommender = await holding(model, libraryItem('bare'), libraryItem('tagged', { tags: ['  ONE!', 'Three'] }));
    expect(await names(recommender, 'bare', 'tagged')).toEqual([
      ['one', 'two', 'three', 'four', 'five'],
      ['two', 'four', 'five', 'six', 'seven'],
    ]);
    const [likely] = await recommender.likelyTags({ itemIds: [itemId('tagged')], most: 1 });
    expect(likely?.map(({ name }) => name)).toEqual(['two']);
  });

  it('are suggested from even odds on', async () => {
    const recommender = await holding(
      fakeModel([], undefined, [always('even', 0), always('less', -0.01)]),
      libraryItem('a'),
    );
    expect(await names(recommender, 'a')).toEqual([['even']]);
  });

  it('change with the item', async () => {
    const recommender = await holding(
      fakeModel([], undefined, [{ name: 'dark', group: 'book', weights: [20, 0, 0, 0], bias: -3 }]),
      libraryItem('a'),
    );
    expect(await names(recommender, 'a')).toEqual([[]]);
    await recommender.updateLibrary([libraryItem('a', { tags: ['black'] })], []);
    expect(await names(recommender, 'a')).toEqual([['dark']]);
  });

  it('are none without a model, and refused for an item the library does not hold', async () => {
    const recommender = await holding(null, libraryItem('a'));
    expect(await names(recommender, 'a')).toEqual([[]]);
    await expect(recommender.likelyTags({ itemIds: [itemId('gone')] })).rejects.toMatchObject({ code: 'not-found' });
  });
});
