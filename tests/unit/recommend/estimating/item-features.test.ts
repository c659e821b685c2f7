import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES, FEATURES } from '../../../../renderer/src/recommend/estimating/features';
import { estimating } from '../../../fixtures/estimating';
import { fakeModel } from '../../../fixtures/fake-model';
import type { FakeKnownItem } from '../../../fixtures/fake-model';
import { event, libraryItem } from '../../../fixtures/recommender-data';

const crowd = (rating: number | null, count: number | null) => ({ crowd: { rating, count } });
const known = (title: string, facts: Partial<FakeKnownItem> = {}): FakeKnownItem => ({
  item: { kind: 'book', title, creators: [], year: 2000 },
  vector: [0, 0, 0, 0],
  biases: [0, 0, 0],
  ...facts,
});
/** Twenty books whose averages are .62 and .82: with as many typical ones the mean is .72, the variance .0082. */
const TWENTY = Array.from({ length: 20 }, (_, place) =>
  libraryItem(`b${String(place)}`, { ...crowd(place % 2 === 0 ? 0.62 : 0.82, null), year: null }),
);
const ONE_AVERAGE = 0.1 / Math.sqrt(0.0082);

describe('what is not known', () => {
  const [bare, other] = [libraryItem('bare', { year: null }), libraryItem('other', { year: null })];

  it('adds nothing: every feature of a bare thing, for somebody unknown, is 0', async () => {
    const { features } = await estimating(fakeModel(), [bare, other]);
    const found = await features([], 'bare');
    for (const name of FEATURE_NAMES) expect(found[name], name).toEqual([0]);
  });

  it('is all that concerns a person without a history, whatever is known of the thing', async () => {
    const told = known('Told', { vector: [4, 2, 0, 0], biases: [1, 2, 3], rating: 0.9, popularity: 0.9 });
    const { features } = await estimating(fakeModel([told]), [
      bare,
      libraryItem('told', { ...crowd(0.9, 1000), title: 'Told', tags: ['black'], creators: ['A. Writer'] }),
    ]);
    const found = await features([], 'told');
    for (const name of FEATURE_NAMES) if (FEATURES[name].about === 'person') expect(found[name], name).toEqual([0]);
    expect(found.crowdRating[0]).toBeGreaterThan(0);
    expect(found.likeBase).toEqual([3]);
  });
});

describe("everybody's average", () => {
  it('is in deviations of the library, and believed by its votes: half of it at 300, nothing of it at none', async () => {
    const { features } = await estimating(null, [
      ...TWENTY,
      // Of another kind, so that the mean and deviation of the books stay what they are.
      libraryItem('votes300', { ...crowd(0.82, 300), kind: 'movie' }),
      libraryItem('votes0', { ...crowd(0.82, 0), kind: 'movie' }),
      libraryItem('votesUnknown', { ...crowd(0.82, null), kind: 'movie' }),
    ]);
    expect((await features([], 'b1', 'b0')).crowdRating).toEqual([
      expect.closeTo(ONE_AVERAGE, 9),
      expect.closeTo(-ONE_AVERAGE, 9),
    ]);
    const [half, none, all] = (await features([], 'votes300', 'votes0', 'votesUnknown')).crowdRating;
    expect(half).toBeCloseTo((all ?? 0) / 2, 9);
    expect(none).toBe(0);
    expect(all).toBeGreaterThan(0);
  });

  it("comes from the model's table only where the export has none", async () => {
    const table = [known('Both', { rating: 0.9 }), known('Table', { rating: 0.9 }), known('Neither')];
    const { features } = await estimating(fakeModel(table), [
      libraryItem('both', { ...crowd(0.8, null), title: 'Both' }),
      libraryItem('table', { title: 'Table' }),
      libraryItem('neither', { title: 'Neither' }),
    ]);
    const { crowdRating, tableRating, known: inTable } = await features([], 'both', 'table', 'neither');
    expect(tableRating[0]).toBe(0);
    expect(tableRating[1]).toBeGreaterThan(0);
    expect(tableRating[2]).toBe(0);
    expect(crowdRating[0]).toBeGreaterThan(0);
    expect(crowdRating.slice(1)).toEqual([0, 0]);
    expect(inTable).toEqual([1, 1, 1]);
  });

  it('makes age say nothing more: what is old and still met is good where no average is known', async () => {
    const { features } = await estimating(null, [
      libraryItem('new', { year: 2020 }),
      libraryItem('old', { year: 1980 }),
      libraryItem('oldRated', { ...crowd(0.8, 1000), year: 1980 }),
      libraryItem('ancient', { year: -700 }),
      libraryItem('undated', { year: null }),
    ]);
    const { age, unratedAge } = await features([], 'new', 'old', 'oldRated', 'ancient', 'undated');
    expect(age).toEqual([0, 2, 2, 4, 0]);
    expect(unratedAge).toEqual([0, 2, 0, 4, 0]);
  });
});

describe('fame', () => {
  const counted = ['a', 'b', 'c', 'd'].map((id, place) => libraryItem(id, crowd(null, 10 ** place)));

  it("is the rank of the export's count where the table does not know a thing, less a half", async () => {
    const { features } = await estimating(null, [...counted, libraryItem('bare')]);
    expect((await features([], 'a', 'b', 'c', 'd', 'bare')).fame).toEqual([-0.375, -0.125, 0.125, 0.375, 0]);
  });

  it("is the table's rank where the export has no counts, and the mean of both where it has", async () => {
    const table = [known('Title d', { popularity: 0.2 }), known('Title e', { popularity: 0.2 })];
    const { features } = await estimating(fakeModel(table), [...counted, libraryItem('e')]);
    const [both, alone] = (await features([], 'd', 'e')).fame;
    expect(both).toBeCloseTo((0.2 + 0.875) / 2 - 0.5, 9);
    expect(alone).toBeCloseTo(0.2 - 0.5, 9);
  });

  it('of a count that stands alone in its kind says nothing', async () => {
    const { features } = await estimating(null, [
      ...counted,
      libraryItem('film', { ...crowd(null, 9), kind: 'movie' }),
    ]);
    expect((await features([], 'film')).fame).toEqual([0]);
  });
});

describe('what the model says of anybody', () => {
  const table = [
    known('Met', { vector: [2, 0, 0, 0], biases: [0.5, 1, 2] }),
    {
      ...known('Poured', { biases: [0.5, 1, 2] as const }),
      item: { kind: 'wine', title: 'Poured', creators: [], year: 2000 },
    },
  ];

  it('is read from the heads under an empty history, for kinds it was trained on', async () => {
    const { features } = await estimating(fakeModel(table), [
      libraryItem('met', { title: 'Met', tags: ['black'] }),
      libraryItem('poured', { title: 'Poured', kind: 'wine' }),
      libraryItem('black', { tags: ['black'] }),
    ]);
    const { likeBase, futureBase, known: inTable } = await features([event('black', 1)], 'met', 'poured', 'black');
    expect(likeBase).toEqual([2, 0, 0]);
    expect(futureBase).toEqual([1, 0, 0]);
    expect(inTable).toEqual([1, 1, 0]);
  });
});
