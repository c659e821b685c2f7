import { describe, expect, it } from 'vitest';
import { itemId } from '../../renderer/src/domain/ids';
import type { Slate } from '../../renderer/src/domain/recommendation';
import { valueOf } from '../../renderer/src/recommend/ranking/value-of-sending';
import { fakeModel } from '../fixtures/fake-model';
import { tickingRecommender } from '../fixtures/ticking-recommender';
import {
  ALONE,
  candidate,
  checkerboard,
  event,
  libraryItem,
  NOW,
  profile,
  wordFor,
} from '../fixtures/recommender-data';

const ids = (slate: Slate): string[] => slate.recommendations.map((entry) => entry.itemId);
// What every recommender of this program must do, with or without a model.
describe.each([
  ['content similarity', () => null],
  ['a model that knows the kind', () => fakeModel()],
  ['a model that never met the kind', () => fakeModel([], ['wine'])],
])('a recommender with %s', (_name, model) => {
  const board = checkerboard(24);
  const all = board.map((item) => candidate(item.id));
  const lovesBlack = profile({ events: [event('book0', 1, 30), event('book2', 1, 20), event('book4', 0.9, 10)] });

  it('offers black fields to whoever loves black ones, and white to whoever loves white', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const black = await recommender.picks({ ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW });
    expect(black.recommendations).toHaveLength(5);
    expect(black.recommendations.map(({ itemId }) => Number(itemId.slice(4)) % 2)).toEqual([0, 0, 0, 0, 0]);
    const lovesWhite = profile({ events: [event('book1', 1, 30), event('book3', 1, 20)] });
    const white = await recommender.picks({ ...ALONE, profile: lovesWhite, candidates: all, count: 5, now: NOW });
    expect(white.recommendations.map(({ itemId }) => Number(itemId.slice(4)) % 2)).toEqual([1, 1, 1, 1, 1]);
  });

  it('never offers what the person met, was sent or declined', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const slate = await recommender.picks({
      ...ALONE,
      profile: { ...lovesBlack, excludedItemIds: [itemId('book6'), itemId('book8')] },
      candidates: all,
      count: 24,
      now: NOW,
    });
    for (const known of ['book0', 'book2', 'book4', 'book6', 'book8']) expect(ids(slate)).not.toContain(known);
    expect(slate.eligibleCount).toBe(19);
    expect(slate.recommendations).toHaveLength(19);
  });

  it('from a pile of their own, offers what they may well know, but not what they said they know', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const request = {
      ...ALONE,
      profile: { ...lovesBlack, excludedItemIds: [itemId('book6')] },
      candidates: all,
      count: 24,
      now: NOW,
    };
    const own = await recommender.picks({ ...request, purpose: 'own' });
    expect(ids(own)).not.toContain('book6');
    expect(own.recommendations).toHaveLength(20);
    const sent = await recommender.picks(request);
    expect(Math.min(...sent.recommendations.map(({ pKnows }) => pKnows))).toBeGreaterThan(0);
    expect(own.recommendations.map(({ pKnows }) => pKnows)).toEqual(own.recommendations.map(() => 0));
    const { interest, chance } = await recommender.breakdown({
      ...request,
      purpose: 'own',
      itemId: itemId(ids(own)[0] ?? ''),
    });
    expect(own.recommendations[0]?.score).toBeCloseTo(valueOf(interest.total, chance, 0), 9);
  });

  it('gives event reasons that hold: from the history, positive, strongest first', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const slate = await recommender.picks({ ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW });
    for (const { reasons } of slate.recommendations) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every(({ contribution }) => contribution > 0)).toBe(true);
      expect(reasons.map(({ contribution }) => contribution)).toEqual(
        reasons.map(({ contribution }) => contribution).toSorted((left, right) => right - left),
      );
      const events = reasons.filter((reason) => reason.type === 'event');
      expect(events.length).toBeGreaterThan(0);
      for (const reason of events) {
        expect(lovesBlack.events.map((entry) => entry.itemId)).toContain(reason.itemId);
        expect(reason.common.tags).toEqual(['black']);
      }
    }
  });

  it('says of itself no more than is true', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const slate = await recommender.picks({ ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW });
    for (const entry of slate.recommendations) {
      expect(entry.fit).toBeGreaterThan(0.5);
      expect(entry.fit).toBeLessThan(1);
      expect(entry.pKnows).toBeGreaterThan(0);
      expect(entry.pKnows).toBeLessThan(1);
      expect(entry.confidence).not.toBe('high');
    }
    expect(slate.tookMilliseconds).toBeGreaterThan(0);
    expect(slate.createdAt).toBe(NOW);
  });

  it("lets the owner's rating and mixed kinds lead where nothing is known of the person", async () => {
    const recommender = tickingRecommender(model());
    const films = checkerboard(12, 'movie');
    await recommender.setLibrary([...board, ...films]);
    const candidates = [...board, ...films].map((item, index) => candidate(item.id, index % 4 === 0 ? 1 : 0.7));
    const slate = await recommender.picks({ ...ALONE, profile: profile(), candidates, count: 5, now: NOW });
    expect(slate.recommendations).toHaveLength(5);
    expect(new Set(ids(slate).map((id) => id.replace(/\d+/, ''))).size).toBe(2);
    const ratings = new Map(candidates.map((entry) => [entry.itemId, entry.ownRating]));
    expect(slate.recommendations.map(({ itemId }) => ratings.get(itemId))).toEqual([1, 1, 1, 1, 1]);
    expect(slate.recommendations.every(({ confidence }) => confidence === 'low')).toBe(true);
    expect(slate.recommendations.every(({ reasons }) => reasons.every(({ type }) => type !== 'event'))).toBe(true);
  });

  it('does not send books to someone known only through films', async () => {
    const recommender = tickingRecommender(model());
    // No book shares title words or a creator with a film: such a book would be a fair pick.
    const films = checkerboard(24, 'movie').map((film, index) => ({
      ...film,
      title: `reel${wordFor(index)}`,
      creators: [`Director ${wordFor(index)}reel`],
    }));
    await recommender.setLibrary([...board, ...films]);
    const viewer = profile({ events: [0, 2, 4, 6, 8].map((index) => event(`movie${String(index)}`, 1, 20 - index)) });
    const slate = await recommender.picks({
      ...ALONE,
      profile: viewer,
      candidates: [...board, ...films].map((item) => candidate(item.id)),
      count: 5,
      now: NOW,
    });
    expect(ids(slate).filter((id) => id.startsWith('movie')).length).toBeGreaterThanOrEqual(4);
  });

  it('bites after "not for them": the declined colour all but disappears', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const neutral = profile({ events: [event('book0', 0.9, 30), event('book1', 0.9, 29)] });
    const before = await recommender.picks({ ...ALONE, profile: neutral, candidates: all, count: 5, now: NOW });
    const declined = { ...neutral, events: [...neutral.events, event('book3', 0.2, 2), event('book5', 0.2, 1)] };
    const after = await recommender.picks({ ...ALONE, profile: declined, candidates: all, count: 5, now: NOW });
    const white = (slate: Slate): number => ids(slate).filter((id) => Number(id.slice(4)) % 2 === 1).length;
    expect(white(before)).toBeGreaterThan(0);
    expect(white(after)).toBe(0);
  });

  it('ranks friends for an item: who loves its colour before who loves the other, and not who knows it', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const white = profile({ id: 'white', events: [event('book1', 1, 9), event('book3', 1, 8)] });
    const knows = profile({ id: 'knows', events: [event('book10', 1, 9)] });
    const slate = await recommender.friendsForItem({
      others: [],
      candidate: candidate('book10', null),
      profiles: [white, knows, { ...lovesBlack }],
      candidates: all,
      now: NOW,
    });
    expect(slate.recommendations.map(({ personId }) => personId)).toEqual(['friend', 'white']);
    expect(slate.recommendations.every(({ itemId }) => itemId === 'book10')).toBe(true);
    expect((slate.recommendations[0]?.fit ?? 0) > (slate.recommendations[1]?.fit ?? 1)).toBe(true);
  });

  it('spreads pairs over friends and items', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const white = profile({ id: 'white', events: [event('book1', 1, 9), event('book3', 1, 8)] });
    const slate = await recommender.pairs({
      others: [],
      profiles: [lovesBlack, white],
      candidates: all,
      count: 4,
      now: NOW,
    });
    expect(slate.recommendations).toHaveLength(4);
    expect(new Set(ids(slate)).size).toBe(4);
    expect(slate.recommendations.filter(({ personId }) => personId === 'white')).toHaveLength(2);
  });

  it('answers the same question the same way, and an empty library with an empty slate', async () => {
    const recommender = tickingRecommender(model());
    const request = { ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW };
    expect((await recommender.picks(request)).recommendations).toEqual([]);
    await recommender.setLibrary(board);
    const first = await recommender.picks(request);
    const second = await recommender.picks(request);
    expect(second.recommendations).toEqual(first.recommendations);
  });

  it('gives up between steps when told to', async () => {
    const recommender = tickingRecommender(model());
    await recommender.setLibrary(board);
    const cancelled = {
      throwIfCancelled: () => {
        throw new Error('cancelled');
      },
    };
    await expect(
      recommender.picks({ ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW }, cancelled),
    ).rejects.toThrow('cancelled');
  });
});

const FAMOUS_BIASES = [8, 8, 8] as const;
const UNKNOWN_BIASES = [0, 0, 0] as const;

describe('the personal part', () => {
  it('is not drowned by what everybody takes', async () => {
    const board = checkerboard(24);
    // Items of white fields are popular and have biases higher than any history gives to the black ones.
    const known = board.map(({ kind, title, creators, year }, index) => {
      const famous = index % 2 === 1;
      return {
        item: { kind, title, creators, year },
        vector: [0, 0, 0, 0],
        biases: famous ? FAMOUS_BIASES : UNKNOWN_BIASES,
        popularity: famous ? 0.3 : 0.1,
      };
    });
    const recommender = tickingRecommender(fakeModel(known));
    await recommender.setLibrary(board);
    const candidates = board.map((item) => candidate(item.id));
    const offered = async (events: readonly ReturnType<typeof event>[]): Promise<number> => {
      const slate = await recommender.picks({ ...ALONE, profile: profile({ events }), candidates, count: 5, now: NOW });
      return slate.recommendations.filter(({ itemId }) => Number(itemId.slice(4)) % 2 === 0).length;
    };
    expect(await offered([])).toBe(0);
    expect(
      await offered([0, 2, 4, 6, 8, 10].map((index) => event(`book${String(index)}`, 1, 20 - index))),
    ).toBeGreaterThan(0);
  });

  it('shuns a tag that only hated things have', async () => {
    const recommender = tickingRecommender(null);
    // Long titles without a common word, so that only tags tell them apart.
    const tagged = (id: string, tags: readonly string[]) =>
      libraryItem(id, {
        title: Array.from({ length: 10 }, (_, word) => `${id}${wordFor(word)}`).join(' '),
        creators: [],
        tags,
      });
    const items = [
      tagged('hated', ['horror']),
      tagged('liked', ['calm']),
      ...['a', 'b', 'c', 'd'].map((id) => tagged(id, ['horror'])),
      ...['e', 'f', 'g', 'h'].map((id) => tagged(id, ['garden'])),
    ];
    await recommender.setLibrary(items);
    const slate = await recommender.picks({
      ...ALONE,
      profile: profile({ events: [event('hated', 0, 2), event('liked', 1, 1)] }),
      candidates: items.map((item) => candidate(item.id)),
      count: 4,
      now: NOW,
    });
    expect(ids(slate).toSorted()).toEqual(['e', 'f', 'g', 'h']);
  });

  it('takes one common word for no likeness: kinds that go by words alone are not stretched to look certain', async () => {
    const recommender = tickingRecommender(fakeModel([], ['book']));
    const loved = libraryItem('loved', {
      kind: 'book',
      title: 'the lighthouse keepers',
      creators: [],
      tags: ['mystery'],
    });
    const games = Array.from({ length: 120 }, (_, index) =>
      libraryItem(`game${String(index)}`, {
        kind: 'game',
        title: `${index < 12 ? 'the ' : ''}${wordFor(index)} ${wordFor(index + 200)} ${wordFor(index + 400)}`,
        creators: [],
        tags: [],
      }),
    );
    await recommender.setLibrary([loved, ...games]);
    const slate = await recommender.picks({
      ...ALONE,
      profile: profile({ events: [event('loved', 1, 1)] }),
      candidates: games.map((game) => candidate(game.id)),
      count: 5,
      now: NOW,
    });
    const contributions = slate.recommendations.flatMap(({ reasons }) =>
      reasons.filter(({ type }) => type === 'event').map(({ contribution }) => contribution),
    );
    // e^.5: odds not even doubled.
    expect(Math.max(0, ...contributions)).toBeLessThan(0.5);
  });
});
