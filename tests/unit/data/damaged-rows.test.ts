import 'fake-indexeddb/auto';
import type { Table } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { completeItem, type Item } from '../../../renderer/src/domain/item';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { ROW_SCHEMAS } from '../../../renderer/src/data/row-schemas';
import type { ItemsChange } from '../../../renderer/src/data/schema';
import { eventId, itemId, OWNER_ID, type ItemId, type PersonId } from '../../../renderer/src/domain/ids';
import { openTestLibrary, START, type TestLibrary } from './open-test-library';

/** The rows of a table as they are stored. */
async function stored({ database }: TestLibrary, name: string): Promise<readonly unknown[]> {
  return await database.transaction('r', database.table(name), async () => {
    database.skipParsing();
    return await database.table(name).toArray();
  });
}

/** Changes a stored row past the repositories, as a fault of the disk or of another program would. */
async function damage(library: TestLibrary, name: string, key: string, change: object): Promise<object> {
  const table: Table<object, string> = library.database.table(name);
  return await library.database.transaction('rw', table, async () => {
    library.database.skipParsing();
    const damaged = { ...(await table.get(key)), ...change };
    await table.put(damaged);
    return damaged;
  });
}

let library: TestLibrary;
let [dune, emma]: readonly ItemId[] = [];
let ben: PersonId;
beforeEach(async () => {
  library = await openTestLibrary();
  dune = (await library.items.addItem({ kind: 'book', title: 'Dune', tags: ['space'] })).id;
  emma = (await library.items.addItem({ kind: 'book', title: 'Emma', tags: ['love'] })).id;
  ben = (await library.people.addFriend({ name: 'Ben' }, [{ itemId: emma, type: 'loved' }])).id;
});
const only = (id: ItemId | undefined): ItemId => id ?? itemId('');

describe('a damaged row', () => {
  it('can be in no table without a parser', () => {
    expect(Object.keys(ROW_SCHEMAS).sort()).toEqual(library.database.tables.map(({ name }) => name).sort());
  });

  it('is left out of every answer, however it is asked for, and stays in its table', async () => {
    const damaged = await damage(library, 'items', only(dune), { tags: 'space' });
    const { database } = library;
    const ids = [only(emma), only(dune)];
    expect((await library.items.all()).map(({ id }) => id)).toEqual([emma]);
    expect(await library.items.byId(only(dune))).toBeUndefined();
    expect(await database.items.bulkGet(ids)).toEqual([expect.objectContaining({ id: emma }), undefined]);
    expect(await database.items.where('source').equals('manual').toArray()).toHaveLength(1);
    expect(await database.items.where('id').anyOf(ids).toArray()).toHaveLength(1);
    expect(await database.items.filter(({ kind }) => kind === 'book').toArray()).toHaveLength(1);
    expect(await database.items.orderBy('id').reverse().first()).toMatchObject({ id: emma });
    expect(await stored(library, 'items')).toContainEqual(damaged);
  });

  it('is reported once, with its table, its key, and what is wrong with it', async () => {
    await damage(library, 'items', only(dune), { tags: ['space', 7] });
    let calls = 0;
    const stop = library.damagedRows.onChange(() => {
      calls += 1;
    });
    await library.items.all();
    await library.items.all();
    await library.items.byId(only(dune));
    expect(library.damagedRows.all()).toEqual([
      { table: 'items', key: dune, problem: expect.stringMatching(/^tags\.1: .*string/) },
    ]);
    expect(calls).toBe(1);
    stop();
    await damage(library, 'people', ben, { likedTags: null });
    await library.people.friends();
    expect(library.damagedRows.all()).toHaveLength(2);
    expect(calls).toBe(1);
  });

  it('cannot be written to: it is no longer there to those who ask for it', async () => {
    const damaged = await damage(library, 'items', only(dune), { kind: '' });
    await expect(library.items.editItem(only(dune), { title: 'Other' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(library.items.moveToTrash([only(dune)])).rejects.toMatchObject({ code: 'not-found' });
    expect(await stored(library, 'items')).toContainEqual(damaged);
  });

  it('is never written: a write that would leave one fails as a whole, and says what is wrong', async () => {
    const before = await stored(library, 'items');
    const { items } = library.database;
    const book = (title: string, year: number): Item =>
      completeItem({ kind: 'book', title, year }, itemId(title), START);
    const write = library.database.transaction('rw', items, async () => {
      await items.add(book('Ulysses', 1922));
      await items.bulkAdd([book('Middlemarch', 1871), book('Emma', 1815.5)]);
    });
    await expect(write).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('items.year'),
    });
    expect(await stored(library, 'items')).toEqual(before);
  });

  it('stays where what it belongs to is deleted and the trash is emptied', async () => {
    const [event] = await library.taste.eventsOf(ben);
    const damaged = await damage(library, 'events', event?.id ?? '', { type: 'adored' });
    await library.people.moveToTrash(ben);
    const [entry] = await library.trash.all();
    const trashed = await damage(library, 'trash', entry?.id ?? '', { people: [{ id: 'nobody' }] });
    expect(await library.trash.all()).toEqual([]);
    await library.trash.empty();
    expect(await stored(library, 'events')).toContainEqual(damaged);
    expect(await stored(library, 'trash')).toEqual([trashed]);
    expect(await library.database.events.get(eventId(event?.id ?? ''))).toBeUndefined();
  });

  it('is moved by undo and redo as it is stored, never taken for a missing row', async () => {
    await library.items.editItem(only(dune), { title: 'Dune Messiah' });
    const damaged = await damage(library, 'items', only(dune), { title: 7 });
    const changes: ItemsChange[] = [];
    library.items.onChange((change) => {
      changes.push(change);
    });
    await library.journal.undo();
    expect(await library.items.byId(only(dune))).toMatchObject({ title: 'Dune' });
    await library.journal.redo();
    expect(await stored(library, 'items')).toContainEqual(damaged);
    // To those who keep items in memory a damaged one is gone, as it would be after a restart.
    expect(changes.map(({ upserts, removals }) => [upserts.map(({ title }) => title), removals])).toEqual([
      [['Dune'], []],
      [[], [dune]],
    ]);
  });

  it('in the journal keeps its action from being undone by halves', async () => {
    const receipt = await library.items.rateItems([only(dune), only(emma)], 1);
    const [change] = await library.database.actionChanges.where('actionId').equals(receipt.actionId).toArray();
    await library.database.transaction('rw', library.database.actionChanges, async () => {
      library.database.skipParsing();
      await library.database.table('actionChanges').put({ ...change, keys: null });
    });
    const before = await library.items.all();
    await expect(library.journal.undo()).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('damaged'),
    });
    expect(await library.items.all()).toEqual(before);
  });

  it('in the owner’s place moves aside when the library is opened', async () => {
    const { database } = library;
    const damaged = await damage(library, 'people', OWNER_ID, { likedTags: null });
    const { name } = database;
    database.close();
    const again = await openDatabase({ clock: () => 5, name });
    expect(await again.people.get(OWNER_ID)).toMatchObject({ isOwner: true, likedTags: [] });
    const rows = await again.transaction('r', again.people, async () => {
      again.skipParsing();
      return await again.table('people').toArray();
    });
    expect(rows).toContainEqual({ ...damaged, id: 'damaged-owner-5' });
    again.close();
  });
});

describe('a row of an older version', () => {
  it('gets the blank of a field, and the neutral value of a dial, that did not exist', async () => {
    await damage(library, 'items', only(dune), { tags: undefined });
    await damage(library, 'people', ben, { dials: { fame: 1 } });
    expect(await library.items.byId(only(dune))).toMatchObject({ title: 'Dune', tags: [] });
    expect((await library.people.byId(ben))?.dials).toMatchObject({ fame: 1, novelty: 0 });
    expect(library.damagedRows.all()).toEqual([]);
  });
});
