import { describe, expect, it } from 'vitest';
import type { Dials } from '../../renderer/src/domain/dials/dials';
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { type ItemId, itemId } from '../../renderer/src/domain/ids';
import type { TasteProfile, TasteReaction } from '../../renderer/src/domain/taste-profile';
import { tasteHistory } from '../../renderer/src/domain/taste-history';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { valueOf } from '../../renderer/src/recommend/ranking/value-of-sending';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { Recommender } from '../../renderer/src/recommend/recommender-api';
import { fakeModel } from '../fixtures/fake-model';
import { ALONE, candidate, checkerboard, NOW, profile } from '../fixtures/recommender-data';

const DAY = 86_400_000;
const board = checkerboard(40);
const all = board.map((item) => candidate(item.id));

function reaction(id: string, facts: Partial<TasteReaction>, daysAgo = 10): TasteReaction {
  return {
    itemId: itemId(id),
    otherItemId: null,
    type: 'rated',
    rating: null,
    outcome: null,
    at: NOW - daysAgo * DAY,
    ...facts,
  };
}

function person(reactions: readonly TasteReaction[], facts: Partial<TasteProfile> = {}, id = 'friend'): TasteProfile {
  return {
    ...profile({ id, excluded: reactions.map((one) => one.itemId) }),
    reactions,
    events: tasteHistory(reactions),
    ...facts,
  };
}

async function start(model: TasteModel | null): Promise<Recommender> {
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => 0 });
  await recommender.setLibrary(board);
  return recommender;
}

const lovesBlack = person([0, 2, 4, 6].map((field) => reaction(`book${String(field)}`, { type: 'loved' }, 40 - field)));
const hatesWhite = person([
  ...lovesBlack.reactions,
  ...[1, 3, 5, 7].map((field) => reaction(`book${String(field)}`, { type: 'reacted', outcome: 'no' }, 9 - field)),
]);
const lean = (facts: Partial<Dials>): Dials => ({ ...NEUTRAL_DIALS, ...facts });

describe.each<[string, () => TasteModel | null]>([
  ['content similarity', () => null],
  ['a model that knows the kind', () => fakeModel()],
  ['a model that never met the kind', () => fakeModel([], ['wine'])],
])('learning with %s', (_name, model) => {
  it('leaves ratings to the estimates, which read them already: only answers teach', async () => {
    const recommender = await start(model());
    const rated = Array.from({ length: 8 }, (_, index) =>
      reaction(`book${String(index)}`, { type: 'rated', rating: index % 2 === 0 ? 1 : 0.2 }, 30 - index),
    );
    const weights = await recommender.weights({ profile: person(rated), others: [] });
    expect(weights.filter(({ weight }) => weight !== 0)).toEqual([]);
  });

  it('teaches nothing where nothing was said, and is the model then', async () => {
    const recommender = await start(model());
    for (const silent of [[], [reaction('book0', { type: 'finished' })]])
      expect(await recommender.weights({ profile: person(silent), others: [] })).toEqual([]);
  });

  it('learns from misses of what was sent, more with each, and forgets when told to', async () => {
    const recommender = await start(model());
    const white = async (profileOf: TasteProfile): Promise<number> =>
      (await recommender.weights({ profile: profileOf, others: [] })).find(({ name }) => name === 'tag:white')
        ?.weight ?? 0;
    const once = await white(person(hatesWhite.reactions.slice(0, 5)));
    expect(once).toBeLessThanOrEqual(0);
    expect(await white(hatesWhite)).toBeLessThan(once);
    expect(await white({ ...hatesWhite, learning: { pinned: {}, since: NOW } })).toBe(0);
  });

  it('takes a pinned weight as it is', async () => {
    const recommender = await start(model());
    const pinned: TasteProfile = {
      ...hatesWhite,
      learning: { pinned: { 'tag:white': 3, 'tag:black': -3 }, since: null },
    };
    expect(
      (await recommender.weights({ profile: pinned, others: [] })).find(({ name }) => name === 'tag:white'),
    ).toMatchObject({ weight: 3, pinned: true });
    const whites = (slate: Awaited<ReturnType<Recommender['picks']>>): number =>
      slate.recommendations.filter(({ itemId: id }) => Number(id.slice(4)) % 2 === 1).length;
    const ask = { ...ALONE, candidates: all, count: 5, now: NOW };
    expect(
      whites(await recommender.picks({ ...ask, profile: { ...lovesBlack, learning: pinned.learning } })),
    ).toBeGreaterThan(whites(await recommender.picks({ ...ask, profile: lovesBlack })));
  });

  it('shares what others teach with somebody new, and with nobody twice', async () => {
    const recommender = await start(model());
    const others = [hatesWhite, ...['second', 'third', 'fourth'].map((name) => person(hatesWhite.reactions, {}, name))];
    const newcomer = person([], {}, 'new');
    expect(
      (await recommender.weights({ profile: newcomer, others })).find(({ name }) => name === 'tag:white')?.weight ?? 0,
    ).toBeLessThan(0);
    // Too few besides the person themselves: their own answers teach them once.
    expect(
      (await recommender.weights({ profile: hatesWhite, others: others.slice(0, 3) })).find(
        ({ name }) => name === 'tag:white',
      )?.prior ?? 0,
    ).toBe(0);
  });

  it('answers the same after learning step by step as after learning all at once', async () => {
    const stepwise = await start(model());
    for (let count = 1; count <= hatesWhite.reactions.length; count += 1)
      await stepwise.weights({ profile: person(hatesWhite.reactions.slice(0, count)), others: [] });
    expect(await stepwise.weights({ profile: hatesWhite, others: [] })).toEqual(
      await (await start(model())).weights({ profile: hatesWhite, others: [] }),
    );
  });

  it('breaks every pick down into lines that add up, events of the history among them', async () => {
    const recommender = await start(model());
    const request = {
      ...ALONE,
      profile: hatesWhite,
      candidates: all,
      count: 5,
      now: NOW,
      dials: lean({ novelty: 1 }),
    };
    const slate = await recommender.picks(request);
    for (const { itemId: id } of slate.recommendations) {
      const { liking, interest, chance } = await recommender.breakdown({ ...request, itemId: id });
      for (const { lines, total } of [liking, interest]) {
        expect(lines.reduce((sum, { logOdds }) => sum + logOdds, 0)).toBeCloseTo(total, 9);
        for (const line of lines)
          if (line.type === 'event') expect(hatesWhite.events.some((event) => event.itemId === line.itemId)).toBe(true);
      }
      // What is shown is what the lines add up to.
      expect(1 / (1 + Math.exp(-liking.total))).toBeCloseTo(chance, 9);
    }
    await expect(recommender.breakdown({ ...request, itemId: itemId('book0') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('ranks by interest, liking and not knowing, as the breakdown has them', async () => {
    const recommender = await start(model());
    const request = { ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW };
    const [first] = (await recommender.picks(request)).recommendations;
    const { interest, chance, pKnows } = await recommender.breakdown({
      ...request,
      itemId: first?.itemId ?? itemId(''),
    });
    expect(first?.score).toBeCloseTo(valueOf(interest.total, chance, pKnows), 9);
    expect(valueOf(1, 0.5, 0.2)).toBeGreaterThan(valueOf(1, 0.5, 0.3));
    expect(valueOf(1, 0.5, 0.2)).toBeGreaterThan(valueOf(1, 0.4, 0.2));
    expect(valueOf(1, 0.5, 0.2)).toBeGreaterThan(valueOf(0.9, 0.5, 0.2));
  });

  it('draws one labelled wildcard with its true chance, the same for the same seed', async () => {
    const recommender = await start(model());
    const request = { ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW, wildcardSeed: 3 };
    const slate = await recommender.picks(request);
    expect(slate.recommendations.map(({ wildcard }) => wildcard)).toEqual([false, false, false, false, true]);
    expect(slate.wildcard?.shown).toBe(slate.recommendations[4]?.itemId);
    expect(slate.wildcard?.propensities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    for (const { itemId: id, wildcard } of slate.recommendations)
      if (!wildcard) expect(slate.wildcard?.pool).not.toContain(id);
    expect((await recommender.picks(request)).wildcard).toEqual(slate.wildcard);
    const shown = new Set<unknown>();
    for (let seed = 0; seed < 12; seed += 1)
      shown.add((await recommender.picks({ ...request, wildcardSeed: seed })).wildcard?.shown);
    expect(shown.size).toBeGreaterThan(1);
    expect((await recommender.picks({ ...request, wildcardSeed: null })).wildcard).toBeNull();
  });

  it('obeys the dials', async () => {
    const recommender = await start(model());
    const request = { ...ALONE, profile: lovesBlack, candidates: all, count: 5, now: NOW };
    const likeness = async (novelty: number): Promise<number> => {
      const slate = await recommender.picks({ ...request, dials: lean({ novelty }) });
      return slate.recommendations.filter(({ itemId: id }) => Number(id.slice(4)) % 2 === 0).length;
    };
    expect(await likeness(1)).toBeLessThanOrEqual(await likeness(-1));
  });

  it('leans to the short or the long as the dial says, among what has a length', async () => {
    const recommender = await start(model());
    const pages = (index: number): number | null => (index % 4 < 2 ? null : index % 4 === 2 ? 120 : 900);
    await recommender.setLibrary(board.map((item, index) => ({ ...item, length: pages(index) })));
    const request = { ...ALONE, profile: lovesBlack, candidates: all, count: 40, now: NOW };
    const places = async (length: number): Promise<readonly ItemId[]> =>
      (await recommender.picks({ ...request, dials: lean({ length }) })).recommendations.map(({ itemId: id }) => id);
    const [short, long] = [await places(-1), await places(1)];
    const of = (remainder: number): readonly ItemId[] =>
      board.flatMap(({ id }, index) =>
        index % 4 === remainder && short.includes(id) && long.includes(id) ? [id] : [],
      );
    const meanPlace = (order: readonly ItemId[], ids: readonly ItemId[]): number =>
      ids.reduce((sum, id) => sum + order.indexOf(id), 0) / ids.length;
    expect(meanPlace(short, of(2))).toBeLessThan(meanPlace(long, of(2)));
    expect(meanPlace(short, of(3))).toBeGreaterThan(meanPlace(long, of(3)));
    // Of what has no length nothing is moved against the others of its kind.
    const unknown = (order: readonly ItemId[]): readonly ItemId[] => order.filter((id) => of(0).includes(id));
    expect(unknown(short)).toEqual(unknown(long));
    const { interest } = await recommender.breakdown({
      ...request,
      dials: lean({ length: -1 }),
      itemId: itemId('book10'),
    });
    expect(interest.lines.find((line) => line.type === 'dial')).toMatchObject({
      dial: 'length',
      logOdds: expect.closeTo(1.2) as number,
    });
  });

  it('learns that somebody likes the short', async () => {
    const recommender = await start(model());
    await recommender.setLibrary(board.map((item, index) => ({ ...item, length: index < 20 ? 100 : 900 })));
    const reactions = [
      ...Array.from({ length: 6 }, (_, index) => reaction(`book${String(index)}`, { type: 'loved' }, 30 - index)),
      ...Array.from({ length: 6 }, (_, index) =>
        reaction(`book${String(20 + index)}`, { type: 'reacted', outcome: 'no' }, 20 - index),
      ),
    ];
    expect(
      (await recommender.weights({ profile: person(reactions), others: [] })).find(({ name }) => name === 'length')
        ?.weight ?? 0,
    ).toBeLessThan(0);
  });

  it('learns that somebody likes what came from one source, and no longer once it is said to have come from another', async () => {
    const recommender = await start(model());
    const from = (first: string, second: string) =>
      board.map((item, index) => ({ ...item, source: index < 20 ? first : second }));
    const reactions = [
      ...Array.from({ length: 6 }, (_, index) => reaction(`book${String(index)}`, { type: 'loved' }, 30 - index)),
      ...Array.from({ length: 6 }, (_, index) =>
        reaction(`book${String(20 + index)}`, { type: 'reacted', outcome: 'no' }, 20 - index),
      ),
    ];
    const learned = async (name: string): Promise<number> =>
      (await recommender.weights({ profile: person(reactions), others: [] })).find(
        (weight) => weight.name === `source:${name}`,
      )?.weight ?? 0;
    await recommender.setLibrary(from('letterboxd', 'imdb'));
    expect(await learned('letterboxd')).toBeGreaterThan(await learned('imdb'));
    await recommender.setLibrary(from('imdb', 'letterboxd'));
    expect(await learned('letterboxd')).toBeLessThan(await learned('imdb'));
  });

  it('finds things for several people, and what is like one thing', async () => {
    const recommender = await start(model());
    const lovesWhite = person(
      [1, 3].map((field) => reaction(`book${String(field)}`, { type: 'loved' })),
      {},
      'white',
    );
    const picks = await recommender.together({
      profiles: [lovesBlack, lovesWhite],
      candidates: all,
      count: 5,
      now: NOW,
      rule: 'least-misery',
      others: [],
    });
    expect(picks).toHaveLength(5);
    for (const { itemId: id, fits } of picks) {
      expect([...lovesBlack.events, ...lovesWhite.events].some((event) => event.itemId === id)).toBe(false);
      expect(fits.map(({ personId }) => personId)).toEqual(['friend', 'white']);
    }
    const [alike] = await recommender.similar({
      itemId: itemId('book0'),
      candidates: board.map(({ id }) => id),
      count: 3,
    });
    expect(Number(alike?.itemId.slice(4)) % 2).toBe(0);
    expect(alike?.common.tags).toContain('black');
  });

  it('tells how well opinions would have been predicted, each from those before it', async () => {
    const recommender = await start(model());
    const mixed = person(
      Array.from({ length: 30 }, (_, index) =>
        reaction(`book${String(index)}`, { type: 'rated', rating: index % 2 === 0 ? 1 : 0.2 }, 100 - index),
      ),
    );
    const { everybody, people, calibration, calibrationError } = await recommender.backtest({
      profiles: [mixed, person([], {}, 'silent')],
      others: [],
    });
    expect(everybody.predicted).toBe(30);
    expect(people.map(({ personId, guide }) => [personId, guide])).toEqual([['friend', 'handpicked']]);
    expect(everybody.auc.handpicked.value).toBeGreaterThan(everybody.auc.random.value);
    // Black is liked and white is not: words say as much.
    expect(everybody.auc.likeness.value).toBeGreaterThan(0.8);
    expect(everybody.auc['average-rating'].value).toBe(0.5);
    expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(30);
    expect(calibrationError).toBeLessThan(0.5);
  });
});
