import { expect, it } from 'vitest';
import { similarItems } from '../../../../renderer/src/recommend/ranking/similar';
import { estimating } from '../../../fixtures/estimating';
import { libraryItem } from '../../../fixtures/recommender-data';
import { fakeModel } from '../../../fixtures/fake-model';

const LIBRARY = [
  libraryItem('asked', { tags: ['black', 'white'], creators: ['Ada'] }),
  // Nearer by its vector, but only the two letters of its title are shared.
  libraryItem('near', { tags: [] }),
  libraryItem('maker', { tags: ['black'], creators: ['Ada'] }),
  libraryItem('red', { tags: ['red'] }),
  libraryItem('film', { kind: 'movie', tags: ['black'], creators: ['Ada'] }),
];

it('puts what shares something that can be said, and the same kind, before what is merely near', async () => {
  const { library, row, rows } = await estimating(
    fakeModel([
      {
        item: { kind: 'book', title: 'Title near', creators: [], year: 2000 },
        vector: [2, 2, 0, 0],
        biases: [0, 0, 0],
      },
    ]),
    LIBRARY,
  );
  const found = similarItems(row('asked'), rows('near', 'maker', 'red', 'film'), 4, library);
  expect(found.map(({ itemId }) => itemId)).toEqual(['maker', 'near', 'film']);
  expect(found[0]?.common.creator).toBe('Ada');
  expect(found[1]?.common.creator).toBeNull();
  expect(similarItems(row('asked'), rows('near', 'maker'), 1, library).map(({ itemId }) => itemId)).toEqual(['maker']);
});
