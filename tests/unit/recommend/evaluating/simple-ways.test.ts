import { describe, expect, it } from 'vitest';
import type { SimpleWay } from '../../../../renderer/src/domain/backtest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import type { TasteReaction } from '../../../../renderer/src/domain/taste-profile';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { SimpleWays } from '../../../../renderer/src/recommend/evaluating/simple-ways';
import { itemRows, NO_ROW } from '../../../../renderer/src/recommend/item-index';
import { fakeModel } from '../../../fixtures/fake-model';
import { libraryItem } from '../../../fixtures/recommender-data';

const crowd = (rating: number | null, count: number | null = null): Pick<LibraryItem, 'crowd'> => ({
  crowd: { rating, count },
});
const TABLE = { kind: 'book', title: 'In the table', creators: [], year: 2000 };

async function waysOf(items: readonly LibraryItem[]): Promise<{
  readonly ways: SimpleWays;
  readonly library: EncodedLibrary;
  /** Scores by id, given what was rated. */
  readonly scores: (way: SimpleWay, rated: Readonly<Record<string, number>>, ids: readonly string[]) => number[];
}> {
  const library = new EncodedLibrary(
    fakeModel([{ item: TABLE, vector: [1, 0, 0, 0], biases: [0, 0, 0], rating: 0.6, popularity: 1 }]),
  );
  await library.set(items, {});
  const ways = new SimpleWays(library);
  const rowOf = (id: string) => library.rowOf(itemId(id)) ?? NO_ROW;
  return {
    ways,
    library,
    scores: (way, rated, ids) => [
      ...ways.scores(
        way,
        Object.entries(rated).map(([id, rating]) => ({ row: rowOf(id), rating, at: null })),
        itemRows(ids.map(rowOf)),
      ),
    ],
  };
}

describe('simple ways', () => {
  it('takes the crowd’s average, else the table’s, else the mean of the kind', async () => {
    const { scores } = await waysOf([
      libraryItem('crowd', crowd(0.9)),
      libraryItem('table', TABLE),
      libraryItem('both', { ...TABLE, ...crowd(0.3) }),
      libraryItem('neither'),
      libraryItem('film', { kind: 'movie', ...crowd(0.5) }),
      libraryItem('unknown film', { kind: 'movie' }),
    ]);
    const [one, two, three, four, five, six] = scores('average-rating', { crowd: 0 }, [
      'crowd',
      'table',
      'both',
      'neither',
      'film',
      'unknown film',
    ]);
    expect([one, three, five, six]).toEqual([0.9, 0.3, 0.5, 0.5]);
    expect(two).toBeCloseTo(0.6, 2);
    expect(four).toBeCloseTo((0.9 + 0.6 + 0.3) / 3, 2);
  });

  it('moves the average by what the person made of the same creators and series', async () => {
    const { scores } = await waysOf([
      libraryItem('a', { ...crowd(0.6), creators: ['Ann'] }),
      libraryItem('b', { ...crowd(0.6), creators: ['ann'] }),
      libraryItem('c', { ...crowd(0.6), series: { name: 'Sea', position: 1 } }),
      libraryItem('d', { ...crowd(0.6), series: { name: 'Sea', position: 2 } }),
      libraryItem('e', crowd(0.6)),
    ]);
    const [ann, sea, other] = scores('creators', { a: 1, c: 0.2 }, ['b', 'd', 'e']);
    expect(ann).toBeCloseTo(0.6 + 0.4 / 4);
    expect(sea).toBeCloseTo(0.6 - 0.4 / 4);
    expect(other).toBeCloseTo(0.6);
  });

  it('compares words with what was liked, not with what was disliked', async () => {
    const { scores } = await waysOf([
      libraryItem('liked', { title: 'whale harbour' }),
      libraryItem('disliked', { title: 'desert wind' }),
      libraryItem('near', { title: 'harbour' }),
      libraryItem('far', { title: 'desert' }),
    ]);
    const [near, far] = scores('likeness', { liked: 1, disliked: 0 }, ['near', 'far']);
    expect(near).toBeGreaterThan(0.1);
    expect(far).toBe(0);
  });

  it('ranks by counts and by the table; what nobody counted comes last', async () => {
    const { scores } = await waysOf([
      libraryItem('few', crowd(null, 10)),
      libraryItem('many', crowd(null, 1000)),
      libraryItem('some', crowd(null, 100)),
      libraryItem('table', TABLE),
      libraryItem('nobody'),
    ]);
    expect(scores('popularity', {}, ['few', 'some', 'many', 'table', 'nobody'])).toEqual([0, 0.5, 1, 1, 0]);
  });

  it('forgets what it worked out when the library changes', async () => {
    const { ways, library, scores } = await waysOf([libraryItem('a', crowd(0.9)), libraryItem('b')]);
    expect(scores('average-rating', {}, ['b'])).toEqual([0.9]);
    await library.update([libraryItem('a', crowd(0.5))], [], {});
    ways.invalidate();
    expect(scores('average-rating', {}, ['b'])).toEqual([0.5]);
  });

  it('says of a judged thing what was known before it, and works that out once', async () => {
    const { ways, library } = await waysOf([
      libraryItem('earlier', { creators: ['Ada'], ...crowd(0.5) }),
      libraryItem('other', { creators: ['Bo'], ...crowd(0.5) }),
      libraryItem('judged', { creators: ['Ada'], ...crowd(0.5) }),
    ]);
    const rated = (id: string, rating: number): TasteReaction => ({
      type: 'rated',
      itemId: itemId(id),
      otherItemId: null,
      rating,
      outcome: null,
      at: null,
    });
    const reactions = [rated('earlier', 1), rated('other', 0.4), rated('judged', 0)];
    const judgement = { row: library.rowOf(itemId('judged')) ?? NO_ROW, reaction: 2 };
    const said = ways.before(judgement, { reactions });
    expect(said.get('creators')).toBeGreaterThan(0.5);
    expect(said.get('average-rating')).toBe(0.5);
    expect(ways.before(judgement, { reactions })).toBe(said);
  });
});
