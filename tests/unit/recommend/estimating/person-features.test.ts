import { describe, expect, it } from 'vitest';
import { estimating } from '../../../fixtures/estimating';
import { fakeModel } from '../../../fixtures/fake-model';
import type { FakeKnownItem } from '../../../fixtures/fake-model';
import { event, libraryItem } from '../../../fixtures/recommender-data';

/** The newest event stands in the last of 50 places, where the toy model gives it the weight 1 + 49/50. */
const NEWEST = 1.98;
const book = (id: string, ...tags: readonly string[]) => libraryItem(id, { tags });
const BOARD = [book('black', 'black'), book('black2', 'black'), book('white', 'white'), book('both', 'black', 'white')];

describe('the lift of the heads', () => {
  it('is what the history adds to what the model says of anybody', async () => {
    const model = fakeModel([
      {
        item: { kind: 'book', title: 'Title black2', creators: [], year: 2000 },
        vector: [0, 0, 0, 0],
        biases: [0.5, 1, 2],
      },
    ]);
    const { features } = await estimating(model, BOARD);
    const { likeLift, futureLift, nextLift, likeBase } = await features([event('black', 1)], 'black2', 'white');
    for (const lift of [likeLift, futureLift, nextLift]) expect(lift).toEqual([expect.closeTo(NEWEST, 5), 0]);
    expect(likeBase).toEqual([2, 0]);
    // What was disliked speaks against its like.
    expect((await features([event('black', 0)], 'black2')).likeLift[0]).toBeLessThan(-1);
  });

  it('is nothing for a kind that the model never met, which words alone speak for', async () => {
    const wines = BOARD.map((item) => ({ ...item, kind: 'wine' }));
    const { features } = await estimating(fakeModel(), wines);
    const found = await features([event('black', 1)], 'black2');
    for (const name of ['likeLift', 'futureLift', 'nextLift', 'likeness', 'neighbourhood', 'content'] as const)
      expect(found[name], name).toEqual([0]);
    expect(found.untrainedContent[0]).toBeGreaterThan(0);
  });
});

describe('likeness', () => {
  it('is the mean cosine with what was liked, by how much; what was disliked only counts as met', async () => {
    const { features } = await estimating(fakeModel(), BOARD);
    const { likeness } = await features([event('black', 1, 3), event('white', 0.7, 2)], 'black2', 'white', 'both');
    expect(likeness).toEqual([
      expect.closeTo(0.5, 6),
      expect.closeTo(0.25, 6),
      expect.closeTo((1 + 0.5) / 2 / Math.SQRT2, 6),
    ]);
    expect((await features([event('black', 1, 3), event('white', 0.2, 2)], 'black2', 'white')).likeness).toEqual([
      expect.closeTo(0.5, 6),
      0,
    ]);
  });

  it('reads the newest fifty events', async () => {
    const many = Array.from({ length: 50 }, (_, place) => book(`w${String(place)}`, 'white'));
    const { features } = await estimating(fakeModel(), [...BOARD, ...many]);
    const history = [event('black', 1, 99), ...many.map(({ id }) => event(id, 1))];
    expect((await features(history, 'black2', 'white')).likeness).toEqual([0, expect.closeTo(1, 6)]);
  });
});

describe('words in common', () => {
  it('stand in one feature for kinds the model knows and in another for those it does not, with one measure', async () => {
    const { features } = await estimating(fakeModel(), [...BOARD, { ...book('wine', 'black'), kind: 'wine' }]);
    const { content, untrainedContent } = await features([event('black', 1)], 'black2', 'wine', 'white');
    expect(content[0]).toBeGreaterThan(0);
    expect(content[1]).toBe(0);
    expect(untrainedContent[0]).toBe(0);
    expect(untrainedContent[1]).toBeGreaterThan(0);
    expect(content[0]).toBeGreaterThan(content[2] ?? Infinity);
  });
});

describe('what other people like together', () => {
  it('is the logarithm-like sum of the weights in the table, newer events twice', async () => {
    const row = (title: string, neighbours: FakeKnownItem['neighbours'] = []): FakeKnownItem => ({
      item: { kind: 'book', title, creators: [], year: 2000 },
      vector: [0, 0, 0, 0],
      biases: [0, 0, 0],
      neighbours,
    });
    const model = fakeModel([row('Title a', [[1, 50]]), row('Title b'), row('Title c')]);
    const { features } = await estimating(
      model,
      ['a', 'b', 'c', 'unknown'].map((id) => book(id)),
    );
    const { cooccurrence } = await features([event('a', 1)], 'b', 'c', 'unknown');
    expect(cooccurrence).toEqual([expect.closeTo(Math.asinh(20 * 2 * 0.5), 5), 0, 0]);
    // Liked half as much; and disliked, which says nothing.
    expect((await features([event('a', 0.7)], 'b')).cooccurrence[0]).toBeCloseTo(Math.asinh(20 * 0.5), 5);
    expect((await features([event('a', 0.2)], 'b')).cooccurrence).toEqual([0]);
  });
});

describe('the neighbourhood', () => {
  it('hands on what pleased more or less than expected, to what is very near', async () => {
    const { features } = await estimating(fakeModel(), BOARD);
    // Liked, where one half was expected: ½, less a third of it for the one rating there is and two more.
    expect((await features([event('black', 1)], 'black2', 'white', 'both')).neighbourhood).toEqual([
      expect.closeTo(1 / 3, 5),
      0,
      expect.closeTo(1 / 3 / 4, 5),
    ]);
    expect((await features([event('black', 0.7)], 'black2')).neighbourhood[0]).toBeCloseTo(-1 / 3, 5);
    expect((await features([event('black', null)], 'black2')).neighbourhood).toEqual([0]);
  });
});

describe('nearness in years', () => {
  it('is averaged over what was liked or has no rating; what was disliked or is undated is left out', async () => {
    const { features } = await estimating(null, [
      libraryItem('y1990', { year: 1990 }),
      libraryItem('y1998', { year: 1998 }),
      libraryItem('y2020', { year: 2020 }),
      libraryItem('undated', { year: null }),
    ]);
    const liked = await features([event('y1990', 1, 3), event('y2020', 0.3, 2)], 'y1990', 'y1998', 'undated');
    expect(liked.yearCloseness).toEqual([1, expect.closeTo(Math.exp(-1), 9), 0]);
    const two = await features([event('y1990', null, 3), event('y1998', 1, 2), event('undated', 1, 1)], 'y1990');
    expect(two.yearCloseness[0]).toBeCloseTo((1 + Math.exp(-1)) / 2, 9);
    expect((await features([event('undated', 1)], 'y1990')).yearCloseness).toEqual([0]);
  });
});

describe('what a person thinks of makers', () => {
  it('comes to the things of the same creator and of the same series, and to their generosity', async () => {
    const by = (id: string, creator: string, series: string | null = null) =>
      libraryItem(id, {
        creators: [creator],
        crowd: { rating: 0.7, count: null },
        ...(series === null ? {} : { series: { name: series, position: null } }),
      });
    const { features } = await estimating(null, [
      by('one', 'Ann', 'Saga'),
      by('two', 'Bob'),
      by('more', 'Ann'),
      by('next', 'Cid', 'Saga'),
      by('else', 'Dan'),
    ]);
    const { creator, series, generosity } = await features(
      [event('one', 1, 3), event('two', 0.6, 2)],
      'more',
      'next',
      'else',
    );
    // Residuals .3 and −.1: .2 in all, mean .1. Of the first, .2 above that mean, against three of nobody's.
    expect(generosity).toEqual([expect.closeTo(0.04, 9), expect.closeTo(0.04, 9), expect.closeTo(0.04, 9)]);
    expect(creator).toEqual([expect.closeTo(0.05, 9), 0, 0]);
    expect(series).toEqual([0, expect.closeTo(0.05, 9), 0]);
  });
});

describe('what things share by name', () => {
  const film = (id: string, cast: readonly string[], creators: readonly string[], tags: readonly string[] = []) =>
    libraryItem(id, { tags: ['red'], backgroundFacts: { kin: [], titles: [], cast, creators, tags, year: null } });

  it('is told apart: tags, creators, actors, the catalogue’s among them; rare ones count more', async () => {
    const { features } = await estimating(null, [
      film('loved', ['Zendaya'], ['Denis Villeneuve'], ['desert']),
      film('cast', ['Zendaya'], ['Luca Guadagnino']),
      film('maker', ['Amy Adams'], ['Denis Villeneuve'], ['desert']),
      film('none', [], []),
    ]);
    const found = await features([event('loved', 1)], 'cast', 'maker', 'none');
    expect(found.castMatch).toEqual([expect.closeTo(1, 6), 0, 0]);
    expect(found.makerMatch).toEqual([0, expect.closeTo(1, 6), 0]);
    // Everything is red: that says nothing.
    expect(found.tagMatch).toEqual([0, expect.closeTo(1, 6), 0]);
    expect((await features([event('loved', 0.2)], 'maker')).makerMatch).toEqual([0]);
  });
});
