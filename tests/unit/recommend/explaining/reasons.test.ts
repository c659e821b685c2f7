import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { Reason, Recommendation } from '../../../../renderer/src/domain/recommendation';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import type { TasteProfile } from '../../../../renderer/src/domain/taste-profile';
import type { LinearEstimate } from '../../../../renderer/src/recommend/estimating/estimates';
import type { TasteModel } from '../../../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../../../renderer/src/recommend/recommender';
import { fakeModel } from '../../../fixtures/fake-model';
import { ALONE, candidate, checkerboard, event, libraryItem, NOW, profile } from '../../../fixtures/recommender-data';

const board = checkerboard(24);

async function explain(
  items: readonly LibraryItem[],
  person: TasteProfile,
  id: string,
  ownRating: number | null = 0.9,
  model: TasteModel = fakeModel(),
): Promise<Recommendation> {
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(items);
  const slate = await recommender.friendsForItem({
    others: [],
    candidate: candidate(id, ownRating),
    profiles: [person],
    candidates: items.filter((item) => item.id !== id).map((item) => candidate(item.id)),
    now: NOW,
  });
  const [found] = slate.recommendations;
  if (found === undefined) throw new Error(`${id} was not offered`);
  return found;
}
const of = <Type extends Reason['type']>(reasons: readonly Reason[], type: Type): Extract<Reason, { type: Type }>[] =>
  reasons.filter((reason): reason is Extract<Reason, { type: Type }> => reason.type === type);

describe('event reasons', () => {
  it('say what is only known from a comparison, and what they said themselves', async () => {
    const over = (id: string, type: 'chosen-over' | 'liked') => ({
      itemId: itemId(id),
      otherItemId: type === 'liked' ? null : itemId('book1'),
      type,
      rating: null,
      outcome: null,
      at: NOW,
    });
    const events = [event('book0', 0.8, 30), event('book2', 0.8, 20)];
    const reactions = [over('book0', 'chosen-over'), over('book2', 'liked'), over('book2', 'chosen-over')];
    const { reasons } = await explain(board, profile({ events, reactions }), 'book10');
    expect(Object.fromEntries(of(reasons, 'event').map(({ itemId: id, chosen }) => [id, chosen]))).toEqual({
      book0: true,
      book2: false,
    });
  });

  it('never name the item itself: that they would pick it is no reason to pick it', async () => {
    const over = (id: string) => ({
      itemId: itemId(id),
      otherItemId: itemId('book1'),
      type: 'chosen-over' as const,
      rating: null,
      outcome: null,
      at: NOW,
    });
    const events = [event('book0', 0.8, 30), event('book2', 0.8, 20)];
    const { reasons } = await explain(board, profile({ events, reactions: [over('book0'), over('book2')] }), 'book0');
    expect(of(reasons, 'event').map((reason) => reason.itemId)).toEqual(['book2']);
  });

  it('name what spoke for the item, not what merely stands in the history', async () => {
    const person = profile({ events: [event('book0', 1, 30), event('book1', 1, 20), event('book3', 1, 10)] });
    const black = await explain(board, person, 'book10');
    expect(of(black.reasons, 'event').map((reason) => reason.itemId)).toEqual(['book0']);
    const white = await explain(board, person, 'book11');
    expect(
      of(white.reasons, 'event')
        .map((reason) => reason.itemId)
        .toSorted(),
    ).toEqual(['book1', 'book3']);
  });

  it('never use a disliked or so-so thing, nor one that spoke against', async () => {
    const person = profile({ events: [event('book0', 0.1, 30), event('book2', 0.7, 20), event('book1', 1, 10)] });
    expect(of((await explain(board, person, 'book10')).reasons, 'event')).toEqual([]);
  });

  it('state only tags and creators that both really have, as the pick spells them', async () => {
    const items = [
      // What more than half of a library carries says nothing of a thing.
      ...checkerboard(30).filter((_, index) => index < 24 || index % 2 === 1),
      libraryItem('loved', { tags: ['Black', 'Sea'], creators: ['Ann Ox'], title: 'One thing' }),
      libraryItem('pick', { tags: ['BLACK', 'black', 'sky'], creators: ['Bo', 'ANN OX'], title: 'Another' }),
    ];
    const [reason] = of((await explain(items, profile({ events: [event('loved', 1)] }), 'pick')).reasons, 'event');
    expect(reason).toMatchObject({
      itemId: 'loved',
      rating: 1,
      common: { creator: 'ANN OX', tags: ['BLACK'], likelyTags: [] },
    });
    const [plain] = of((await explain(items, profile({ events: [event('loved', 1)] }), 'book10')).reasons, 'event');
    expect(plain).toMatchObject({ common: { creator: null, tags: ['black'] } });
  });

  it('count an item met twice as one, by its latest rating', async () => {
    const person = profile({ events: [event('book0', 0.8, 30), event('book0', 1, 5)] });
    expect(of((await explain(board, person, 'book10')).reasons, 'event')).toEqual([
      expect.objectContaining({ itemId: 'book0', rating: 1 }),
    ]);
  });
});

describe('likely tags in event reasons', () => {
  const black = (title: string) =>
    ({ item: { kind: 'book', title, creators: [], year: 2000 }, vector: [4, 0, 0, 0], biases: [0, 0, 0] }) as const;
  // Chances 0.88 and 0.57 for what is black through and through, 0.12 and 0.15 for the others.
  const model = fakeModel([black('Loved'), black('Pick')], undefined, [
    { name: 'dark', group: 'book', weights: [4, 0, 0, 0], bias: -2 },
    { name: 'faint', group: 'book', weights: [2, 0, 0, 0], bias: -1.7 },
  ]);
  const shared = async (lovedTags: readonly string[], pickTags: readonly string[]): Promise<unknown> => {
    const items = [
      ...board,
      libraryItem('loved', { title: 'Loved', tags: lovedTags }),
      libraryItem('pick', { title: 'Pick', tags: pickTags }),
    ];
    const [reason] = of(
      (await explain(items, profile({ events: [event('loved', 1)] }), 'pick', 0.9, model)).reasons,
      'event',
    );
    return reason === undefined ? null : [reason.common.tags, reason.common.likelyTags];
  };

  it('are not “fantasy” where the thing may be science fiction, nor shelves of both', async () => {
    const heads = (doubt: number) =>
      fakeModel([black('Loved'), black('Pick')], undefined, [
        { name: 'fantasy', group: 'book', weights: [4, 0, 0, 0], bias: -2 },
        { name: 'sci fi fantasy', group: 'book', weights: [4, 0, 0, 0], bias: -2 },
        { name: 'science fiction', group: 'book', weights: [2, 0, 0, 0], bias: doubt },
      ]);
    const items = [...board, libraryItem('loved', { title: 'Loved' }), libraryItem('pick', { title: 'Pick' })];
    const named = async (doubt: number): Promise<unknown> =>
      of(
        (await explain(items, profile({ events: [event('loved', 1)] }), 'pick', 0.9, heads(doubt))).reasons,
        'event',
      ).map(({ common }) => common.likelyTags);
    // Chances of science fiction: 0.57, too little to say and enough to doubt; and 0.29.
    expect(await named(-1.7)).toEqual([]);
    expect(await named(-2.9)).toEqual([['fantasy']]);
  });

  it('stand in where a thing came without tags, and only where the model is sure enough of both', async () => {
    expect(await shared([], [])).toEqual([[], ['dark']]);
  });

  it('meet the tags that the other thing really has, as it spells them, and stay marked as likely', async () => {
    expect(await shared([], ['Sea', 'DARK'])).toEqual([[], ['DARK']]);
    expect(await shared(['dark!'], [])).toEqual([[], ['dark']]);
    expect(await shared(['white'], [])).toEqual(null);
  });

  it('are never given to a thing that has tags of its own, unless they say nothing', async () => {
    expect(await shared(['white'], ['black'])).toEqual(null);
    expect(await shared(['2016', 'to-read', 'sea'], ['owned'])).toEqual([[], ['dark']]);
    expect(await shared(['sea'], ['Sea', 'sky'])).toEqual([['Sea'], []]);
  });
});

describe("a slate's reasons", () => {
  it('belong to each pick: a black one has black reasons, a white one white', async () => {
    const recommender = createRecommender({ model: fakeModel(), engine: () => 'wasm', clock: () => 0 });
    const plain = checkerboard(24, 'story').map((item) => ({ ...item, kind: 'book', tags: [] }));
    await recommender.setLibrary([...board, ...plain]);
    // Black, white, white, black: newer events count more, and so both colours weigh the same.
    const person = profile({
      events: [event('book0', 1, 9), event('book1', 1, 8), event('book3', 1, 7), event('book2', 1, 6)],
    });
    const slate = await recommender.picks({
      ...ALONE,
      profile: person,
      candidates: [...board, ...plain].map((item) => candidate(item.id)),
      count: 4,
      now: NOW,
    });
    const colours = slate.recommendations.map((entry) => {
      const colour = Number(entry.itemId.slice(4)) % 2;
      const events = of(entry.reasons, 'event');
      expect(events).toHaveLength(2);
      expect(events.map((reason) => Number(reason.itemId.slice(4)) % 2)).toEqual([colour, colour]);
      return colour;
    });
    expect(new Set(colours).size).toBe(2);
  });
});

describe('other reasons', () => {
  it('give what was learned of a tag, and not that the person likes things of this kind at all', async () => {
    const learned = async (feature: string): Promise<readonly string[]> => {
      const person = profile({ learning: { pinned: { [feature]: 2 }, since: null } });
      return of((await explain(board, person, 'book10')).reasons, 'learned').map((reason) => reason.feature);
    };
    expect(await learned('tag:black')).toEqual(['tag:black']);
    expect(await learned('kind:book')).toEqual([]);
    expect(await learned('group:book')).toEqual([]);
  });

  it("give the owner's rating where it helped, and not where it did not", async () => {
    expect(of((await explain(board, profile(), 'book10', 1)).reasons, 'own-rating')).toEqual([
      expect.objectContaining({ rating: 1 }),
    ]);
    expect(of((await explain(board, profile(), 'book10', 0.6)).reasons, 'own-rating')).toEqual([]);
    expect(of((await explain(board, profile(), 'book10', null)).reasons, 'own-rating')).toEqual([]);
  });

  it('give a liked tag as the person typed it', async () => {
    const person = profile({ likedTags: ['  Black!', 'green'] });
    expect(of((await explain(board, person, 'book10')).reasons, 'liked-tag')).toEqual([
      expect.objectContaining({ tag: '  Black!' }),
    ]);
    expect(of((await explain(board, person, 'book11')).reasons, 'liked-tag')).toEqual([]);
  });

  it('give the crowd only where it lifts the item above the others', async () => {
    const items = board.map((item, index) => ({ ...item, crowd: { rating: index < 12 ? 0.9 : 0.5, count: 100 } }));
    expect(of((await explain(items, profile(), 'book10')).reasons, 'crowd')).toEqual([
      expect.objectContaining({ rating: 0.9, count: 100 }),
    ]);
    expect(of((await explain(items, profile(), 'book20')).reasons, 'crowd')).toEqual([]);
  });

  it('give the crowd nothing where no estimate weighs it', async () => {
    const model = fakeModel();
    const { estimates } = model.manifest;
    const deaf = <Estimate extends LinearEstimate>(estimate: Estimate): Estimate => ({
      ...estimate,
      weights: { ...estimate.weights, crowdRating: 0 },
    });
    const manifest = {
      ...model.manifest,
      estimates: { ...estimates, like: deaf(estimates.like), interest: deaf(estimates.interest) },
    };
    const items = board.map((item, index) => ({ ...item, crowd: { rating: index < 12 ? 0.9 : 0.5, count: 100 } }));
    expect(
      of(
        (await explain(items, profile({ events: [event('book0', 1)] }), 'book10', 0.9, { ...model, manifest })).reasons,
        'crowd',
      ),
    ).toEqual([]);
  });

  it('are what the score would lose: taking the tag away takes exactly that', async () => {
    const person = profile({ events: [event('book0', 1)], likedTags: ['black'] });
    const withTag = await explain(board, person, 'book10');
    const without = await explain(board, { ...person, likedTags: [] }, 'book10');
    const [reason] = of(withTag.reasons, 'liked-tag');
    expect(2 * (reason?.contribution ?? 0)).toBeCloseTo(withTag.score - without.score, 9);
  });

  it('raise the confidence only with what is known of the person', async () => {
    const many = profile({
      events: Array.from({ length: 12 }, (_, index) => event(`book${String((index * 2) % 20)}`, 1, 30 - index)),
    });
    expect((await explain(board, profile(), 'book21')).confidence).toBe('low');
    expect((await explain(board, many, 'book21')).confidence).toBe('medium');
  });
});

describe('what explaining costs', () => {
  it('is one history per event, in batches, and no more than the budget', async () => {
    const model = fakeModel();
    const items = checkerboard(200);
    const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
    await recommender.setLibrary(items);
    const person = profile({
      events: Array.from({ length: 90 }, (_, index) => event(`book${String(index)}`, 0.9, 100 - index)),
    });
    const candidates = items.map((item) => candidate(item.id));
    await recommender.picks({ ...ALONE, profile: person, candidates, count: 5, now: NOW });
    // An empty history; the person; then the whole history and the window without each of its 50 items.
    expect(model.historyCounts.reduce((sum, count) => sum + count, 0)).toBe(2 + 51);
    model.historyCounts.length = 0;
    await recommender.friendsForItem({
      others: [],
      candidate: { itemId: itemId('book150'), ownRating: 1 },
      profiles: Array.from({ length: 10 }, (_, index) => ({
        ...person,
        personId: profile({ id: String(index) }).personId,
      })),
      candidates,
      now: NOW,
    });
    expect(model.historyCounts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(10 + 64 + 10);
  });
});
