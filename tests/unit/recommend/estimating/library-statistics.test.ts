import { describe, expect, it } from 'vitest';
import {
  fameOf,
  libraryStatistics,
  TYPICAL_RATING,
} from '../../../../renderer/src/recommend/estimating/library-statistics';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { estimating } from '../../../fixtures/estimating';
import { fakeModel } from '../../../fixtures/fake-model';
import { libraryItem } from '../../../fixtures/recommender-data';

const of = (id: string, rating: number | null, count: number | null = null, facts: Partial<LibraryItem> = {}) =>
  libraryItem(id, { crowd: { rating, count }, ...facts });
const statistics = async (items: readonly LibraryItem[], group = 'book') =>
  libraryStatistics((await estimating(null, items)).library).get(group);

describe('what a library looks like', () => {
  it('is typical where it says nothing: mean .72, deviation .08', async () => {
    const found = await statistics([libraryItem('bare')]);
    expect(found?.crowdRating.mean).toBeCloseTo(0.72, 9);
    expect(found?.crowdRating.inverseDeviation).toBeCloseTo(1 / 0.08, 9);
    expect(found?.typicalRating).toBe(TYPICAL_RATING);
  });

  it('counts as twenty typical things more, so that a few do not stretch the scale', async () => {
    const one = await statistics([of('a', 0.93)]);
    expect(one?.crowdRating.mean).toBeCloseTo((0.93 + 20 * 0.72) / 21, 9);
    // Typical deviation, and the distance of the one from the twenty.
    expect(one?.crowdRating.inverseDeviation).toBeCloseTo(
      1 / Math.sqrt((20 * 0.0064) / 21 + (20 * 0.21 ** 2) / 441),
      9,
    );
    const many = await statistics(
      Array.from({ length: 2000 }, (_, at) => of(`b${String(at)}`, at % 2 === 0 ? 0.5 : 0.7)),
    );
    expect(many?.crowdRating.mean).toBeCloseTo(0.6, 2);
    expect(many?.crowdRating.inverseDeviation).toBeCloseTo(10, 0);
  });

  it('is told apart by kind', async () => {
    const items = [of('a', 0.9), of('b', 0.5, null, { kind: 'movie' }), of('c', 0.5, null, { kind: 'series' })];
    expect((await statistics(items))?.crowdRating.mean).toBeGreaterThan(0.72);
    expect((await statistics(items, 'screen'))?.crowdRating.mean).toBeCloseTo((1 + 20 * 0.72) / 22, 9);
    expect(await statistics(items, 'wine')).toBeUndefined();
  });

  it('takes the mean of the export and of the table for what is assumed of the rest', async () => {
    const model = fakeModel([
      {
        item: { kind: 'book', title: 'Title a', creators: [], year: 2000 },
        vector: [0, 0, 0, 0],
        biases: [0, 0, 0],
        rating: 0.5,
      },
    ]);
    const { library } = await estimating(model, [of('a', 0.9), libraryItem('b')]);
    const found = libraryStatistics(library).get('book');
    expect(found?.typicalRating).toBeCloseTo((0.9 + 0.5 + 20 * 0.72) / 22, 3);
    expect(found?.tableRating.mean).toBeCloseTo((0.5 + 20 * 0.72) / 21, 3);
  });

  it('holds the newest year, but for one in a hundred: a mistyped year must not make everything old', async () => {
    const dated = (id: string, year: number | null) => libraryItem(id, { year });
    expect((await statistics([dated('a', 1990), dated('b', 2005), dated('c', null)]))?.newestYear).toBe(2005);
    expect((await statistics([dated('c', null)]))?.newestYear).toBeNull();
    const hundred = Array.from({ length: 99 }, (_, at) => dated(`y${String(at)}`, 1920 + at));
    expect((await statistics([...hundred, dated('typo', 20_210)]))?.newestYear).toBe(2018);
  });
});

describe('fame', () => {
  it('ranks counts by place, equal ones alike, and needs two', async () => {
    const { library, row } = await estimating(null, [
      of('a', null, 5),
      of('b', null, 5),
      of('c', null, 900),
      of('d', null, 7),
      of('none', null),
      of('film', null, 5, { kind: 'movie' }),
    ]);
    const all = libraryStatistics(library);
    const fame = (id: string, group = 'book') => {
      const found = all.get(group);
      return found === undefined ? undefined : fameOf(row(id), found, library);
    };
    expect(['a', 'b', 'd', 'c', 'none'].map((id) => fame(id))).toEqual([0.25, 0.25, 0.625, 0.875, null]);
    expect(fame('film', 'screen')).toBeNull();
  });
});
