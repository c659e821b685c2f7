import { describe, expect, it } from 'vitest';
import {
  backtestOf,
  breakdownQuestion,
  friendPairs,
  friendPicks,
  friendsForItem,
  groupPicks,
  learnedWeights,
  ownPicks,
  similarItemsQuestion,
} from '../../../../renderer/src/application/picks/pick-questions';
import { engineRevision } from '../../../../renderer/src/application/picks/question';
import { NEUTRAL_DIALS } from '../../../../renderer/src/domain/dials/dials';
import { OWNER_ID, personId, type ItemId, type PersonId } from '../../../../renderer/src/domain/ids';
import { INITIAL_ENGINE_STATE } from '../../../../renderer/src/domain/ports/recommender';
import type { CandidateContext, PicksRequest } from '../../../../renderer/src/domain/recommendation-request';
import { createRecommender } from '../../../../renderer/src/recommend/recommender';
import { openTestLibrary, type TestLibrary } from '../../data/open-test-library';
import { rankingInputs } from './ranking-inputs';

interface Filled {
  readonly library: TestLibrary;
  readonly ada: PersonId;
  readonly ben: PersonId;
  /** By title. */
  readonly ids: Readonly<Record<'Dune' | 'Emma' | 'Kim' | 'Ice' | 'Wish' | 'Never', ItemId>>;
}

/** Two friends; Dune rated, Emma and Kim unrated, Ice abandoned, Wish wanted, Never excluded from picks. */
async function filledLibrary(): Promise<Filled> {
  const library = await openTestLibrary();
  const add = async (title: string, more: object = {}): Promise<ItemId> =>
    (await library.items.addItem({ kind: 'book', title, ...more })).id;
  const ids = {
    Dune: await add('Dune', { ownRating: 0.9, status: 'finished' }),
    Emma: await add('Emma'),
    Kim: await add('Kim', { status: 'in-progress' }),
    Ice: await add('Ice', { status: 'abandoned' }),
    Wish: await add('Wish', { status: 'wanted' }),
    Never: await add('Never', { excludedFromPicks: true }),
  };
  const draft = { likedTags: [], avoidedTags: [], email: null, note: null };
  const ada = (await library.people.addFriend({ name: 'Ada', ...draft })).id;
  const ben = (await library.people.addFriend({ name: 'Ben', ...draft })).id;
  return { library, ada, ben, ids };
}

const itemIds = (candidates: readonly CandidateContext[] | undefined): readonly ItemId[] =>
  (candidates ?? []).map(({ itemId }) => itemId).sort();

describe('picks for a friend', () => {
  it('are asked with their profile, what may be offered, their dials, and everybody else', async () => {
    const { library, ada, ids } = await filledLibrary();
    const inputs = await rankingInputs(library);
    const dials = { ...NEUTRAL_DIALS, fame: 1 };
    const question = friendPicks(inputs, { id: ada, dials });
    expect(question?.revision).toBe(inputs.revision);
    expect(question?.request).toMatchObject({ purpose: 'send', count: 5, dials, now: library.clock.now });
    expect(question?.request.profile.personId).toBe(ada);
    expect(question?.request.others.map((profile) => profile.personId)).toContain(OWNER_ID);
    expect(question?.request.others).toHaveLength(3);
    expect(itemIds(question?.request.candidates)).toEqual([ids.Dune, ids.Emma, ids.Kim].sort());
  });

  it('draw the same wildcard until something was said or sent', async () => {
    const { library, ada, ids } = await filledLibrary();
    const seed = async (): Promise<number | null | undefined> =>
      friendPicks({ ...(await rankingInputs(library)), wildcards: true }, { id: ada, dials: NEUTRAL_DIALS })?.request
        .wildcardSeed;
    const before = await seed();
    expect(before).not.toBeNull();
    expect(await seed()).toBe(before);
    await library.shares.shareItem({ itemId: ids.Dune, personId: ada, via: 'told', note: '' });
    expect(await seed()).not.toBe(before);
  });

  it('draw none unless the setting asks for it', async () => {
    const { library, ada } = await filledLibrary();
    const question = friendPicks(await rankingInputs(library), { id: ada, dials: NEUTRAL_DIALS });
    expect(question?.request.wildcardSeed).toBeNull();
  });

  it('exclude what was sent, declined, known or put off', async () => {
    const { library, ada, ids } = await filledLibrary();
    await library.shares.shareItem({ itemId: ids.Dune, personId: ada, via: 'told', note: '' });
    await library.taste.recordTaste({ personId: ada, itemId: ids.Emma, type: 'knows-it' });
    await library.taste.recordTaste({ personId: ada, itemId: ids.Kim, type: 'postponed' });
    const question = friendPicks(await rankingInputs(library), { id: ada, dials: NEUTRAL_DIALS });
    expect(question?.request.profile.excludedItemIds.toSorted()).toEqual([ids.Dune, ids.Emma, ids.Kim].sort());
  });

  it('are not asked for somebody archived', async () => {
    const { library, ada } = await filledLibrary();
    await library.people.archiveFriend(ada);
    expect(friendPicks(await rankingInputs(library), { id: ada, dials: NEUTRAL_DIALS })).toBeNull();
  });

  it('are explained by the same request', async () => {
    const { library, ada, ids } = await filledLibrary();
    const picks = friendPicks(await rankingInputs(library), { id: ada, dials: NEUTRAL_DIALS });
    if (picks === null) throw new Error('Ada gets no picks');
    expect(breakdownQuestion(picks, ids.Emma)).toEqual({
      revision: picks.revision,
      request: { ...picks.request, itemId: ids.Emma },
    });
  });
});

describe('the owner’s own picks', () => {
  const ask = async (library: TestLibrary): Promise<PicksRequest> => {
    const question = ownPicks(await rankingInputs(library), { dials: NEUTRAL_DIALS });
    if (question === null) throw new Error('nothing is on the pile');
    return question.request;
  };
  const suggested = async (library: TestLibrary): Promise<readonly ItemId[]> => {
    const recommender = createRecommender({ model: null, engine: () => 'wasm', clock: () => 0 });
    await recommender.setLibrary(await library.items.all());
    return (await recommender.picks(await ask(library))).recommendations.map(({ itemId }) => itemId);
  };

  it('are asked with the owner’s profile and pile, and without a wildcard', async () => {
    const { library, ids } = await filledLibrary();
    const request = await ask(library);
    expect(request).toMatchObject({ purpose: 'own', wildcardSeed: null, count: 5 });
    expect(request.profile.personId).toBe(OWNER_ID);
    expect(itemIds(request.candidates)).toEqual([ids.Emma, ids.Kim, ids.Wish].sort());
  });

  it('leave out what the owner marked "knows it", declined or put off', async () => {
    const { library, ids } = await filledLibrary();
    expect((await suggested(library)).toSorted()).toEqual([ids.Emma, ids.Kim, ids.Wish].sort());
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: ids.Emma, type: 'knows-it' });
    expect((await ask(library)).profile.excludedItemIds).toContain(ids.Emma);
    expect((await suggested(library)).toSorted()).toEqual([ids.Kim, ids.Wish].sort());
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: ids.Kim, type: 'not-for-them' });
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: ids.Wish, type: 'postponed' });
    expect(await suggested(library)).toEqual([]);
  });

  it('have what a friend marked "knows it"', async () => {
    const { library, ada, ids } = await filledLibrary();
    await library.taste.recordTaste({ personId: ada, itemId: ids.Emma, type: 'knows-it' });
    expect(await suggested(library)).toContain(ids.Emma);
  });

  it('are not asked for where the pile is empty', async () => {
    const library = await openTestLibrary();
    await library.items.addItem({ kind: 'book', title: 'Dune', status: 'finished' });
    expect(ownPicks(await rankingInputs(library), { dials: NEUTRAL_DIALS })).toBeNull();
  });
});

describe('pairs, and friends for an item', () => {
  it('ask about friends, never about the owner, whose profile only helps', async () => {
    const { library, ada, ben, ids } = await filledLibrary();
    const inputs = await rankingInputs(library);
    const pairs = friendPairs(inputs)?.request;
    const friends = friendsForItem(inputs, { id: ids.Emma, ownRating: null })?.request;
    for (const request of [pairs, friends]) {
      expect(request?.profiles.map(({ personId: id }) => id).sort()).toEqual([ada, ben].sort());
      expect(request?.others).toEqual(inputs.profiles);
      expect(itemIds(request?.candidates)).toEqual([ids.Dune, ids.Emma, ids.Kim].sort());
    }
    expect(friends?.candidate).toEqual({ itemId: ids.Emma, ownRating: null });
  });

  it('are not asked for where there is no friend', async () => {
    const library = await openTestLibrary();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
    const inputs = await rankingInputs(library);
    expect(friendPairs(inputs)).toBeNull();
    expect(friendsForItem(inputs, { id, ownRating: null })).toBeNull();
  });
});

describe('picks for a group', () => {
  it('are asked with its people alone, in their order, by their rule', async () => {
    const { library, ada, ben, ids } = await filledLibrary();
    const inputs = await rankingInputs(library);
    const request = groupPicks(inputs, [ben, ada], 'least-misery')?.request;
    expect(request?.profiles.map(({ personId: id }) => id)).toEqual([ben, ada]);
    expect(request).toMatchObject({ rule: 'least-misery', count: 5, others: inputs.profiles });
    expect(itemIds(request?.candidates)).toEqual([ids.Dune, ids.Emma, ids.Kim].sort());
  });

  it('have what the owner only wants where the owner is one of them', async () => {
    const { library, ada, ids } = await filledLibrary();
    const request = groupPicks(await rankingInputs(library), [OWNER_ID, ada], 'fair')?.request;
    expect(itemIds(request?.candidates)).toContain(ids.Wish);
  });

  it('are not asked for one person', async () => {
    const { library, ada } = await filledLibrary();
    expect(groupPicks(await rankingInputs(library), [ada], 'fair')).toBeNull();
  });
});

describe('other questions', () => {
  it('similar items are looked for in the rest of the library', async () => {
    const { library, ids } = await filledLibrary();
    const { items } = await rankingInputs(library);
    const request = similarItemsQuestion(items, ids.Emma, 'r')?.request;
    expect(request?.candidates).not.toContain(ids.Emma);
    expect(request?.candidates).toHaveLength(5);
    expect(similarItemsQuestion(items.slice(0, 1), items[0]?.id ?? ids.Emma, 'r')).toBeNull();
  });

  it('weights are those of one person, learned with everybody', async () => {
    const { library, ada } = await filledLibrary();
    const { profiles } = await rankingInputs(library);
    expect(learnedWeights(profiles, ada, 'r')?.request).toEqual({
      profile: profiles.find((profile) => profile.personId === ada),
      others: profiles,
    });
    expect(learnedWeights(profiles, personId('nobody'), 'r')).toBeNull();
    expect(backtestOf(profiles)).toEqual({ profiles, others: profiles });
  });
});

describe('the revision of a question', () => {
  it('changes with the engine, its status and the number of items it knows of, and with nothing else', () => {
    const state = INITIAL_ENGINE_STATE;
    const same = [
      { ...state, timings: { wasm: 3, webgpu: null } },
      { ...state, reason: 'Another sentence.' },
      { ...state, recognised: { known: 1, total: 0 } },
    ];
    expect(same.map(engineRevision)).toEqual(same.map(() => engineRevision(state)));
    const others = [
      { ...state, status: 'ready' as const },
      { ...state, engine: 'wasm' as const },
      { ...state, recognised: { known: 0, total: 1 } },
    ];
    expect(new Set([state, ...others].map(engineRevision)).size).toBe(4);
  });
});
