import { describe, expect, it } from 'vitest';
import { firstOverCap, recipientChoices, shareWithEach } from '../../../../renderer/src/application/sharing/recipients';
import { sentLately } from '../../../../renderer/src/application/sharing/sent-lately';
import type { ItemId } from '../../../../renderer/src/domain/ids';
import type { Person } from '../../../../renderer/src/domain/person';
import type { ActionReceipt } from '../../../../renderer/src/domain/ports/action-receipt';
import { openTestLibrary, START, type TestLibrary } from '../../data/open-test-library';

const WEEK = 7 * 24 * 60 * 60 * 1000;

async function withFriends(...names: readonly string[]): Promise<{
  readonly library: TestLibrary;
  readonly friends: readonly Person[];
  readonly byId: ReadonlyMap<Person['id'], Person>;
  readonly dune: ItemId;
}> {
  const library = await openTestLibrary(undefined, { now: START });
  const dune = (await library.items.addItem({ kind: 'book', title: 'Dune' })).id;
  for (const name of names) await library.people.addFriend({ name });
  const friends = await library.people.friends({ includeArchived: true });
  return { library, friends, byId: new Map(friends.map((friend) => [friend.id, friend])), dune };
}

describe('sharing with several friends', () => {
  it('remembers one share for each, with the same words, each taken back alone', async () => {
    const { library, friends, dune } = await withFriends('Ada', 'Ben');
    const receipts: ActionReceipt[] = [];
    await shareWithEach(
      friends.map(({ id }) => id),
      { itemId: dune, via: 'message', note: 'For you.' },
      async (draft) => receipts.push(await library.shares.shareItem(draft)),
    );
    expect((await library.shares.all()).map(({ note, via }) => [note, via])).toEqual([
      ['For you.', 'message'],
      ['For you.', 'message'],
    ]);
    const [first] = receipts;
    if (first === undefined) throw new Error('nothing was shared');
    await library.journal.undoAction(first.actionId);
    expect((await library.shares.all()).map(({ personId }) => personId)).toEqual([friends[1]?.id]);
  });

  it('does nothing for nobody', async () => {
    const { library, dune } = await withFriends('Ada');
    await shareWithEach([], { itemId: dune, via: 'told', note: '' }, (draft) => library.shares.shareItem(draft));
    expect(await library.shares.all()).toEqual([]);
  });
});

describe('who can be chosen', () => {
  it('is everybody not archived, and whom it was meant for', async () => {
    const { library, friends } = await withFriends('Ada', 'Ben', 'Cy');
    const [ada, ben] = friends;
    if (ada === undefined || ben === undefined) throw new Error('friends are missing');
    for (const { id } of [ada, ben]) await library.people.archiveFriend(id);
    const all = new Map((await library.people.friends({ includeArchived: true })).map((friend) => [friend.id, friend]));
    expect(recipientChoices(all, []).map(({ name }) => name)).toEqual(['Cy']);
    expect(recipientChoices(all, [ben.id]).map(({ name }) => name)).toEqual(['Ben', 'Cy']);
  });
});

describe('the soft limit of a week', () => {
  it('names the first friend who reached it, and forgets what is older than seven days', async () => {
    const { library, friends, dune } = await withFriends('Ada', 'Ben');
    const [ada, ben] = friends;
    if (ada === undefined || ben === undefined) throw new Error('friends are missing');
    for (const friend of [ben, ben, ada])
      await library.shares.shareItem({ itemId: dune, personId: friend.id, via: 'told', note: '' });
    const shares = await library.shares.all();
    const now = library.clock.now;
    expect(firstOverCap(friends, shares, 2, now)).toEqual({ friend: ben, count: 2 });
    expect(firstOverCap(friends, shares, 1, now)?.friend).toBe(ada);
    expect(firstOverCap(friends, shares, 3, now)).toBeUndefined();
    expect(firstOverCap(friends, shares, 1, now + WEEK)).toBeUndefined();
  });
});

describe('what a card says of earlier shares', () => {
  it('counts the friend’s week and names others who were sent the same thing, once each', async () => {
    const { library, friends, byId, dune } = await withFriends('Ada', 'Ben');
    const [ada, ben] = friends;
    if (ada === undefined || ben === undefined) throw new Error('friends are missing');
    const other = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    for (const [personId, itemId] of [
      [ben.id, dune],
      [ben.id, dune],
      [ada.id, other],
    ] as const)
      await library.shares.shareItem({ itemId, personId, via: 'told', note: '' });
    const shares = await library.shares.all();
    expect(sentLately(shares, ada.id, dune, byId, 3, library.clock.now)).toEqual({
      thisWeek: 1,
      cap: 3,
      others: ['Ben'],
    });
    expect(sentLately(shares, ben.id, dune, byId, 3, library.clock.now)).toEqual({ thisWeek: 2, cap: 3, others: [] });
    expect(sentLately(shares, ada.id, dune, new Map(), 3, library.clock.now).others).toEqual([]);
  });
});
