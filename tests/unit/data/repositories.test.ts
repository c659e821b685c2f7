import { describe, expect, it } from 'vitest';
import type { TasteEventType } from '../../../renderer/src/domain/event';
import { type ItemId, itemId, OWNER_ID, personId } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary } from './open-test-library';

const DAY = 86_400_000;

async function anaAndDune() {
  const library = await openTestLibrary();
  const ana = (await library.people.addFriend({ name: ' Ana ', likedTags: ['noir', ' Noir ', ''] })).id;
  const dune = (await library.items.addItem({ kind: ' Book ', title: ' Dune ' })).id;
  return { library, ana, dune };
}

describe('items', () => {
  it('are trimmed and checked', async () => {
    const { library, dune } = await anaAndDune();
    expect(await library.items.byId(dune)).toMatchObject({
      title: 'Dune',
      kind: 'book',
      status: 'none',
      ownRating: null,
    });
    await expect(library.items.addItem({ kind: 'book', title: '  ' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(library.items.addItem({ kind: 'book', title: 'X', ownRating: 1.5 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    for (const length of [0, -1, 1.5, 1e9, Number.NaN])
      await expect(library.items.editItem(dune, { length }), String(length)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    await library.items.editItem(dune, { length: 412 });
    expect((await library.items.byId(dune))?.length).toBe(412);
    await expect(library.items.rateItems([dune], Number.NaN)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('keep the rating and its dated event in step, one event per item', async () => {
    const { library, dune } = await anaAndDune();
    expect((await library.items.rateItems([dune], 0.4)).label).toBe('Rated Dune');
    await library.items.rateItems([dune], 0.9);
    expect((await library.taste.eventsOf(OWNER_ID)).map((event) => [event.type, event.rating])).toEqual([
      ['rated', 0.9],
    ]);
    await library.items.editItem(dune, { ownRating: 0.5 });
    expect((await library.taste.eventsOf(OWNER_ID)).map((event) => event.rating)).toEqual([0.5]);
    await library.items.rateItems([dune], null);
    expect(await library.taste.eventsOf(OWNER_ID)).toEqual([]);
    expect((await library.items.byId(dune))?.ownRating).toBeNull();
  });

  it('keep the status and its event in step, beside the rating', async () => {
    const { library, dune } = await anaAndDune();
    await library.items.rateItems([dune], 0.8);
    await library.items.setStatus([dune], 'wanted');
    await library.items.setStatus([dune], 'finished');
    expect((await library.taste.eventsOf(OWNER_ID)).map((event) => event.type)).toEqual(['rated', 'finished']);
    expect((await library.items.byId(dune))?.finishedAt).toBe(library.clock.now - 2000);
    await library.items.setStatus([dune], 'none');
    expect((await library.taste.eventsOf(OWNER_ID)).map((event) => event.type)).toEqual(['rated']);
    expect((await library.items.byId(dune))?.finishedAt).toBeNull();
  });

  it('add and take off tags without touching the others, whatever their case', async () => {
    const { library, dune } = await anaAndDune();
    await library.items.addTags([dune], ['Sand', 'Classic']);
    await library.items.addTags([dune], ['sand', 'space']);
    expect((await library.items.byId(dune))?.tags).toEqual(['Sand', 'Classic', 'space']);
    await library.items.removeTags([dune], ['SAND']);
    expect((await library.items.byId(dune))?.tags).toEqual(['Classic', 'space']);
  });
});

describe('statements', () => {
  it('replace an earlier answer to the same question only', async () => {
    const { library, ana, dune } = await anaAndDune();
    const record = (type: TasteEventType, rating?: number) =>
      library.taste.recordTaste({ personId: ana, itemId: dune, type, ...(rating === undefined ? {} : { rating }) });
    expect((await record('loved')).label).toBe('Noted: Ana loved Dune');
    await record('never-again');
    await record('finished');
    await record('rated', 0.7);
    await record('not-for-them');
    await record('knows-it');
    expect((await library.taste.eventsOf(ana)).map((event) => event.type)).toEqual(['finished', 'rated', 'knows-it']);
    await expect(record('rated')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(record('loved', 0.5)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(
      library.taste.recordTaste({ personId: personId('nobody'), itemId: dune, type: 'loved' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of the owner show on the item and leave it when taken back', async () => {
    const { library, dune } = await anaAndDune();
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: dune, type: 'rated', rating: 0.6 });
    await library.taste.recordTaste({ personId: OWNER_ID, itemId: dune, type: 'abandoned' });
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: 0.6, status: 'abandoned' });
    for (const event of await library.taste.eventsOf(OWNER_ID)) await library.taste.removeEvent(event.id);
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: null, status: 'none' });
  });
});

describe('taste profiles', () => {
  it('hold each item once, by what says most, oldest first and undated before dated', async () => {
    const { library, ana, dune } = await anaAndDune();
    const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    const maus = (await library.items.addItem({ kind: 'comic', title: 'Maus' })).id;
    await library.taste.recordTaste({ personId: ana, itemId: dune, type: 'loved' });
    await library.taste.recordTaste({ personId: ana, itemId: emma, type: 'abandoned' });
    await library.taste.recordTaste({ personId: ana, itemId: dune, type: 'finished' });
    await library.taste.recordTaste({ personId: ana, itemId: maus, type: 'finished' });
    const undated = (await library.taste.eventsAbout(maus))[0];
    if (undated === undefined) throw new Error('no event');
    await library.database.events.put({ ...undated, at: null });
    const profile = await library.taste.profileOf(ana, library.clock.now);
    expect(profile.events.map((event) => [event.itemId, event.rating])).toEqual([
      [maus, null],
      [dune, 1],
      [emma, 0.45],
    ]);
    expect(profile.likedTags).toEqual(['noir']);
    expect(new Set(profile.excludedItemIds)).toEqual(new Set([dune, emma, maus]));
  });

  it('tell every reaction as it happened, oldest first, beside what holds of them', async () => {
    const { library, ana, dune } = await anaAndDune();
    const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    const share = await library.shares.shareItem({ personId: ana, itemId: emma, via: 'told', note: '' });
    await library.shares.recordOutcome(share.id, 'not-yet');
    await library.taste.recordTaste({ personId: ana, itemId: dune, type: 'finished' });
    await library.taste.recordTaste({ personId: ana, itemId: dune, type: 'rated', rating: 0.3 });
    await library.people.pinWeight(ana, 'kind:book', 1);
    const [later] = (await library.taste.eventsOf(ana)).filter((event) => event.type === 'rated');
    if (later === undefined) throw new Error('no event');
    await library.database.events.put({ ...later, at: null });
    const profile = await library.taste.profileOf(ana, library.clock.now);
    const { at: answeredAt } = profile.reactions[1] ?? {};
    expect(profile.reactions.map(({ type, rating, outcome }) => [type, rating, outcome])).toEqual([
      ['rated', 0.3, null],
      ['reacted', null, 'not-yet'],
      ['finished', null, null],
    ]);
    expect(profile.reactions[1]).toEqual({
      itemId: emma,
      otherItemId: null,
      type: 'reacted',
      rating: null,
      outcome: 'not-yet',
      at: answeredAt,
    });
    expect(answeredAt).toBeGreaterThan(0);
    expect(profile.events.map(({ itemId, rating }) => [itemId, rating])).toEqual([[dune, 0.3]]);
    expect(profile.learning).toEqual({ pinned: { 'kind:book': 1 }, since: null });
  });

  it('add new things with the answer that names them, and take both back together', async () => {
    const { library, ana, dune } = await anaAndDune();
    const [kim, emma] = [itemId('new kim'), itemId('new emma')];
    const newThings = [
      { id: kim, draft: { kind: 'book', title: 'Kim', inLibrary: false } },
      { id: emma, draft: { kind: 'book', title: 'Emma', inLibrary: false } },
    ];
    const choose = (chosen: ItemId, otherItemId: ItemId) =>
      library.taste.recordTaste({ personId: ana, itemId: chosen, type: 'chosen-over', otherItemId, newThings });
    const titles = async () => (await library.items.all()).map(({ title, inLibrary }) => [title, inLibrary]);
    const before = await titles();
    const first = await choose(kim, dune);
    expect(await titles()).toEqual(expect.arrayContaining([...before, ['Kim', false]]));
    expect(await titles()).toHaveLength(before.length + 1);
    const second = await choose(dune, kim);
    // What a later answer names is not taken away under it.
    await expect(library.journal.undoAction(first.actionId)).rejects.toMatchObject({ code: 'invalid-input' });
    await library.journal.undoAction(second.actionId);
    await library.journal.undoAction(first.actionId);
    expect(await titles()).toEqual(before);
  });

  it('keep which thing was chosen over which, each time anew, and take one back alone', async () => {
    const { library, ana, dune } = await anaAndDune();
    const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    const kim = (await library.items.addItem({ kind: 'book', title: 'Kim' })).id;
    const choose = (chosen: ItemId, other: ItemId) =>
      library.taste.recordTaste({ personId: ana, itemId: chosen, type: 'chosen-over', otherItemId: other });
    await choose(dune, emma);
    const second = await choose(dune, kim);
    const compared = async () =>
      (await library.taste.profileOf(ana, library.clock.now)).reactions.map(({ itemId, otherItemId }) => [
        itemId,
        otherItemId,
      ]);
    expect(await compared()).toEqual([
      [dune, emma],
      [dune, kim],
    ]);
    await library.journal.undoAction(second.actionId);
    expect(await compared()).toEqual([[dune, emma]]);
    await expect(choose(dune, dune)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(choose(dune, itemId('nothing'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      library.taste.recordTaste({ personId: ana, itemId: dune, type: 'loved', otherItemId: emma }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it.each([
    ['knows-it', 0, true],
    ['never-again', 0, true],
    ['not-for-them', 0, true],
    ['finished', 0, true],
    ['abandoned', 0, true],
    ['wanted', 0, false],
    ['chosen-over', 0, false],
    ['postponed', 29, true],
    ['postponed', 31, false],
  ] as const)('exclude after %s and %i days: %s', async (type, days, excluded) => {
    const { library, ana, dune } = await anaAndDune();
    await library.taste.recordTaste({ personId: ana, itemId: dune, type });
    const profile = await library.taste.profileOf(ana, library.clock.now + days * DAY);
    expect(profile.excludedItemIds.includes(dune)).toBe(excluded);
  });

  it('exclude what was sent, until the share is deleted; all friends at once say the same', async () => {
    const { library, ana, dune } = await anaAndDune();
    const share = await library.shares.shareItem({ personId: ana, itemId: dune, via: 'message', note: 'Read it' });
    expect((await library.taste.profileOf(ana, library.clock.now)).excludedItemIds).toEqual([dune]);
    expect(await library.taste.profilesOfFriends(library.clock.now)).toEqual([
      await library.taste.profileOf(ana, library.clock.now),
    ]);
    await library.shares.moveToTrash(share.id);
    expect((await library.taste.profileOf(ana, library.clock.now)).excludedItemIds).toEqual([]);
    await library.people.archiveFriend(ana);
    expect(await library.taste.profilesOfFriends(library.clock.now)).toEqual([]);
    expect(await library.people.friends()).toEqual([]);
    expect(await library.people.friends({ includeArchived: true })).toHaveLength(1);
  });
});

describe('outcomes', () => {
  it('write, replace and remove the reaction of the friend', async () => {
    const { library, ana, dune } = await anaAndDune();
    const share = await library.shares.shareItem({ personId: ana, itemId: dune, via: 'told', note: '' });
    expect(share.label).toBe('Shared Dune with Ana');
    await library.shares.recordOutcome(share.id, 'meh');
    expect((await library.shares.recordOutcome(share.id, 'loved')).label).toBe('Noted: Ana loved Dune');
    expect((await library.taste.eventsOf(ana)).map((event) => [event.type, event.outcome, event.shareId])).toEqual([
      ['reacted', 'loved', share.id],
    ]);
    expect((await library.taste.profileOf(ana, library.clock.now)).events[0]?.rating).toBe(1);
    await library.shares.recordOutcome(share.id, null);
    expect(await library.taste.eventsOf(ana)).toEqual([]);
    expect((await library.shares.all())[0]).toMatchObject({ outcome: null, outcomeAt: null });
  });
});

describe('lists', () => {
  it('hold every item once and keep the order', async () => {
    const library = await openTestLibrary();
    const ids: ItemId[] = [];
    for (const title of ['A', 'B', 'C']) ids.push((await library.items.addItem({ kind: 'book', title })).id);
    const { id } = await library.lists.createList({ title: ' Mine ', itemIds: ids });
    await library.lists.addItems(id, ids);
    const order = async () => (await library.lists.byId(id))?.entries.map((entry) => ids.indexOf(entry.itemId));
    expect(await order()).toEqual([0, 1, 2]);
    const entry = (await library.lists.byId(id))?.entries[0]?.id;
    if (entry === undefined) throw new Error('no entry');
    await library.lists.moveEntry(id, entry, 2);
    expect(await order()).toEqual([1, 2, 0]);
    await library.lists.moveEntry(id, entry, 1);
    expect(await order()).toEqual([1, 0, 2]);
    await library.lists.annotateEntry(id, entry, 'Why');
    expect((await library.lists.byId(id))?.entries[1]?.annotation).toBe('Why');
    await library.lists.removeEntry(id, entry);
    expect(await order()).toEqual([1, 2]);
  });

  it('and first loves do without a thing that another window deleted meanwhile', async () => {
    const { library, dune } = await anaAndDune();
    const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    await library.items.moveToTrash([dune]);
    const list = await library.lists.createList({ title: 'Both', itemIds: [dune, emma] });
    await library.lists.addItems(list.id, [dune]);
    expect((await library.lists.byId(list.id))?.entries.map(({ itemId: id }) => id)).toEqual([emma]);
    const friend = await library.people.addFriend({ name: 'Bo' }, [{ itemId: dune, type: 'loved' }]);
    expect(await library.taste.eventsOf(friend.id)).toEqual([]);
  });
});

describe('the trash', () => {
  async function furnished() {
    const { library, ana, dune } = await anaAndDune();
    const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
    await library.taste.recordTaste({ personId: ana, itemId: dune, type: 'loved' });
    const share = await library.shares.shareItem({ personId: ana, itemId: emma, via: 'told', note: 'n' });
    await library.shares.recordOutcome(share.id, 'liked');
    const list = await library.lists.createList({ title: 'Both', itemIds: [dune, emma] });
    return { library, ana, dune, emma, list: list.id };
  }
  const withoutDates = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'updatedAt' ? 0 : inner)));

  it.each(['item first', 'friend first', 'list first'])(
    'brings everything back in whatever order (%s)',
    async (order) => {
      const { library, ana, dune, emma, list } = await furnished();
      const before = await contents(library);
      await library.items.moveToTrash([dune, emma]);
      await library.people.moveToTrash(ana);
      await library.lists.moveToTrash(list);
      expect((await contents(library)).events).toEqual([]);
      expect(await library.trash.all()).toHaveLength(4);
      const rank =
        {
          'item first': ['item', 'person', 'list'],
          'friend first': ['person', 'item', 'list'],
          'list first': ['list', 'item', 'person'],
        }[order] ?? [];
      for (const type of rank)
        for (const entry of await library.trash.all()) if (entry.type === type) await library.trash.restore(entry.id);
      expect(withoutDates(await contents(library))).toEqual(withoutDates(before));
    },
  );

  it('emptied is final: no undo brings it back, and later actions can still be undone', async () => {
    const { library, ana, dune, emma } = await furnished();
    await library.items.moveToTrash([dune]);
    await library.people.moveToTrash(ana);
    await library.items.rateItems([emma], 0.2);
    await library.trash.empty();
    expect(await library.trash.all()).toEqual([]);
    expect((await library.journal.undo())?.label).toBe('Rated Emma');
    expect(await library.journal.undo()).toBeNull();
    expect((await library.items.all()).map((item) => item.title)).toEqual(['Emma']);
    expect(JSON.stringify(await library.database.actionChanges.toArray())).not.toContain('Dune');
  });

  it('emptied while nothing is in it leaves what can be done again', async () => {
    const { library } = await anaAndDune();
    await library.journal.undo();
    await library.trash.empty();
    expect((await library.journal.redo())?.label).toBe('Added Dune');
  });
});

describe('settings', () => {
  it('have defaults, keep what is set, and ignore what cannot be read', async () => {
    const library = await openTestLibrary();
    expect(await library.settings.read()).toMatchObject({ colourScheme: 'auto', weeklySendCap: 3 });
    await library.settings.update({ colourScheme: 'dark', ownerName: 'Me' });
    await library.database.settings.put({
      key: 'settings',
      value: { colourScheme: 'dark', ownerName: 'Me', weeklySendCap: 'many', unknown: 1 },
    });
    expect(await (await library.reopen()).settings.read()).toMatchObject({
      colourScheme: 'dark',
      ownerName: 'Me',
      weeklySendCap: 3,
      engine: 'auto',
    });
  });
});

describe('a new friend', () => {
  it('comes with first loves and hates as one action, and goes with them', async () => {
    const library = await openTestLibrary();
    const { id: dune } = await library.items.addItem({ kind: 'book', title: 'Dune' });
    const { id } = await library.people.addFriend({ name: 'Ana' }, [{ itemId: dune, type: 'loved' }]);
    expect((await library.taste.eventsOf(id)).map(({ type }) => type)).toEqual(['loved']);
    await library.journal.undo();
    expect(await library.people.byId(id)).toBeUndefined();
    expect(await library.taste.eventsOf(id)).toEqual([]);
    expect(await library.items.byId(dune)).toBeDefined();
  });
});
