import { describe, expect, it } from 'vitest';
import type { ItemId, PersonId } from '../../../renderer/src/domain/ids';
import { OWNER_ID } from '../../../renderer/src/domain/ids';
import type { Item, ItemDraft } from '../../../renderer/src/domain/item';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';

const DAY = 24 * 60 * 60 * 1000;
const POEMS: ItemDraft = { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 };

async function add(library: TestLibrary, draft: Partial<ItemDraft>): Promise<ItemId> {
  return (await library.items.addItem({ ...POEMS, ...draft })).id;
}

async function stored(library: TestLibrary, id: ItemId): Promise<Item> {
  const item = await library.items.byId(id);
  if (item === undefined) throw new Error('not there');
  return item;
}

async function friend(library: TestLibrary, name: string): Promise<PersonId> {
  return (await library.people.addFriend({ name })).id;
}

/** A library in which everything there is hangs on the second of two things. */
async function fullLibrary() {
  const library = await openTestLibrary();
  const stays = await add(library, { tags: ['verse'], note: 'Read aloud.', ownRating: 0.8, finishedAt: DAY });
  const goes = await add(library, {
    creators: [],
    year: null,
    tags: ['poetry'],
    shelves: ['favourites'],
    identifiers: { goodreads: '70001' },
    note: 'From Mira.',
    ownRating: 0.6,
    finishedAt: 2 * DAY,
    status: 'finished',
  });
  const other = await add(library, { title: 'Letters' });
  const [ada, ben] = [await friend(library, 'Ada'), await friend(library, 'Ben')];
  await library.taste.recordTaste({ personId: ada, itemId: goes, type: 'loved' });
  await library.taste.recordTaste({ personId: ada, itemId: other, type: 'chosen-over', otherItemId: goes });
  await library.taste.recordTaste({ personId: ben, itemId: goes, type: 'chosen-over', otherItemId: stays });
  await library.shares.shareItem({ itemId: goes, personId: ada, via: 'message', note: 'For you' });
  const list = (await library.lists.createList({ title: 'Verse', itemIds: [goes, other, stays] })).id;
  const entries = (await library.lists.byId(list))?.entries ?? [];
  for (const [place, annotation] of ['the second', '', 'the first'].entries()) {
    const entry = entries[place];
    if (entry !== undefined && annotation !== '') await library.lists.annotateEntry(list, entry.id, annotation);
  }
  return { library, stays, goes, other, ada, ben, list };
}

describe('putting two together', () => {
  it('merges the fields by their rules, and says of the later rating that it counts', async () => {
    const { library, stays, goes } = await fullLibrary();
    await library.twins.merge([{ stays, goes }]);
    expect(await library.items.byId(goes)).toBeUndefined();
    expect(await stored(library, stays)).toMatchObject({
      title: 'Poems',
      creators: ['Ann Vole'],
      year: 1961,
      tags: ['verse', 'poetry'],
      shelves: ['favourites'],
      identifiers: { goodreads: '70001' },
      note: 'Read aloud.\n\nFrom Mira.',
      ownRating: 0.6,
      status: 'finished',
      finishedAt: 2 * DAY,
    });
    library.database.close();
  });

  it('keeps both ratings as dated events, and the later one counts whichever thing stays', async () => {
    const { library, stays, goes } = await fullLibrary();
    await library.twins.merge([{ stays: goes, goes: stays }]);
    expect((await stored(library, goes)).ownRating).toBe(0.6);
    const rated = (await library.taste.eventsAbout(goes)).filter(
      ({ type, personId }) => type === 'rated' && personId === OWNER_ID,
    );
    expect(rated.map(({ rating, at }) => [rating, at])).toEqual([
      [0.8, DAY],
      [0.6, 2 * DAY],
    ]);
    // What the recommender gets of it is the rating that counts.
    const { events } = await library.taste.profileOf(OWNER_ID, library.clock.now);
    expect(events.filter(({ itemId }) => itemId === goes)).toEqual([{ itemId: goes, rating: 0.6, at: 2 * DAY }]);
    library.database.close();
  });

  it('lets events, comparisons, shares and places in lists lead to the thing that stays', async () => {
    const { library, stays, goes, other, ada, ben, list } = await fullLibrary();
    await library.twins.merge([{ stays, goes }]);
    const ofAda = await library.taste.eventsOf(ada);
    expect(ofAda.map(({ type, itemId, otherItemId }) => [type, itemId, otherItemId])).toEqual([
      ['loved', stays, null],
      ['chosen-over', other, stays],
    ]);
    // The two were compared with each other: that says nothing any more.
    expect(await library.taste.eventsOf(ben)).toEqual([]);
    expect((await library.shares.withPerson(ada)).map(({ itemId, note }) => [itemId, note])).toEqual([
      [stays, 'For you'],
    ]);
    expect((await library.lists.byId(list))?.entries.map(({ itemId, annotation }) => [itemId, annotation])).toEqual([
      [stays, 'the second · the first'],
      [other, ''],
    ]);
    for (const table of ['items', 'events', 'shares', 'lists'] as const)
      expect(JSON.stringify(await library.database.table(table).toArray())).not.toContain(goes);
    library.database.close();
  });

  it('is one action: undo brings every row back as it was, redo merges again', async () => {
    const { library, stays, goes } = await fullLibrary();
    const before = await contents(library);
    const receipt = await library.twins.merge([{ stays, goes }]);
    expect(receipt.label).toBe('Put together: Poems');
    const after = await contents(library);
    expect(after).not.toEqual(before);
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    await library.journal.redo();
    expect(await contents(library)).toEqual(after);
    library.database.close();
  });

  it('points what lies in the trash at it too: a friend and a list that come back find it', async () => {
    const { library, stays, goes, ada, list } = await fullLibrary();
    await library.people.moveToTrash(ada);
    await library.lists.moveToTrash(list);
    const before = await contents(library);
    const receipt = await library.twins.merge([{ stays, goes }]);
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    await library.twins.merge([{ stays, goes }]);
    for (const { id } of await library.trash.all()) await library.trash.restore(id);
    expect((await library.taste.eventsOf(ada)).map(({ type, itemId }) => [type, itemId])).toContainEqual([
      'loved',
      stays,
    ]);
    expect((await library.shares.withPerson(ada)).map(({ itemId }) => itemId)).toEqual([stays]);
    expect((await library.lists.byId(list))?.entries.map(({ itemId }) => itemId)).toContain(stays);
    library.database.close();
  });

  it('keeps what both said alike once', async () => {
    const library = await openTestLibrary();
    const [stays, goes] = [await add(library, {}), await add(library, { year: null })];
    const at = { personId: OWNER_ID, type: 'finished' as const };
    for (const itemId of [stays, goes]) await library.taste.recordTaste({ ...at, itemId });
    await library.database.events.toCollection().modify({ at: DAY });
    await library.twins.merge([{ stays, goes }]);
    expect((await library.taste.eventsAbout(stays)).map(({ type, at: when }) => [type, when])).toEqual([
      ['finished', DAY],
    ]);
    library.database.close();
  });

  it('lets the catalogue give way to what the other states, and keeps the rest of what it filled in', async () => {
    const library = await openTestLibrary();
    const stays = await add(library, { creators: [], year: null });
    const goes = await add(library, { year: 1961 });
    await library.enrichment.fillIn([
      { itemId: stays, entry: ['wikidata:Q9'], facts: { year: 1971, tags: ['poetry'], creators: ['A. Vole'] } },
    ]);
    await library.twins.merge([{ stays, goes }]);
    expect(await stored(library, stays)).toMatchObject({
      year: 1961,
      creators: ['Ann Vole'],
      tags: ['poetry'],
      catalogue: { entry: ['wikidata:Q9'], filled: ['tags'], different: [] },
    });
    library.database.close();
  });

  it('makes one of several that share a thing, and one action of many pairs', async () => {
    const library = await openTestLibrary();
    const [a, b, c] = [await add(library, {}), await add(library, { year: 1962 }), await add(library, { year: 1963 })];
    const [d, e] = [await add(library, { title: 'Letters' }), await add(library, { title: 'Letters', tags: ['old'] })];
    const before = await contents(library);
    const receipt = await library.twins.merge([
      { stays: b, goes: c },
      { stays: a, goes: b },
      { stays: d, goes: e },
    ]);
    expect(receipt.label).toBe('Put together 2 books that were there twice');
    expect((await library.items.all()).map(({ id }) => id).toSorted()).toEqual([a, d].toSorted());
    expect((await stored(library, a)).twins?.same.map(({ year }) => year).toSorted()).toEqual([1962, 1963]);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('leaves out a pair of which one is gone, and says so where none is left', async () => {
    const library = await openTestLibrary();
    const [stays, goes] = [await add(library, {}), await add(library, {})];
    await library.items.moveToTrash([goes]);
    const before = await contents(library);
    await expect(library.twins.merge([{ stays, goes }])).rejects.toMatchObject({ code: 'not-found' });
    await expect(library.twins.sayDifferent([[stays, goes]])).rejects.toMatchObject({ code: 'not-found' });
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('reads whole tables for many pairs, with the same end', async () => {
    const library = await openTestLibrary();
    const ada = await friend(library, 'Ada');
    const merges: { readonly stays: ItemId; readonly goes: ItemId }[] = [];
    for (let place = 0; place < 60; place += 1) {
      const title = `Poems ${String(place)}`;
      merges.push({ stays: await add(library, { title }), goes: await add(library, { title, year: null }) });
    }
    for (const { goes } of merges) await library.taste.recordTaste({ personId: ada, itemId: goes, type: 'liked' });
    const before = await contents(library);
    await library.twins.merge(merges);
    expect((await library.taste.eventsOf(ada)).map(({ itemId }) => itemId).toSorted()).toEqual(
      merges.map(({ stays }) => stays).toSorted(),
    );
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });
});

describe('saying that two are different', () => {
  it('is remembered with both, and taken back by undo', async () => {
    const library = await openTestLibrary();
    const [one, other] = [await add(library, {}), await add(library, { year: 1971 })];
    const before = await contents(library);
    const receipt = await library.twins.sayDifferent([[one, other]]);
    expect(receipt.label).toBe('Noted: there are two things called Poems');
    expect((await stored(library, one)).twins).toEqual({ same: [], different: [other] });
    expect((await stored(library, other)).twins).toEqual({ same: [], different: [one] });
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('is still said of what two became, on both sides', async () => {
    const library = await openTestLibrary();
    const [stays, goes, third] = [await add(library, {}), await add(library, {}), await add(library, { year: 1971 })];
    await library.twins.sayDifferent([[goes, third]]);
    const before = await contents(library);
    await library.twins.merge([{ stays, goes }]);
    expect((await stored(library, stays)).twins?.different).toEqual([third]);
    expect((await stored(library, third)).twins?.different).toEqual([stays]);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });
});
