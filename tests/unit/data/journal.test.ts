import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { NO_OUTBOX } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { ActionJournal, JOURNAL_LENGTH } from '../../../renderer/src/data/action-journal';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { AppError } from '../../../renderer/src/domain/errors';
import { entryId, itemId, OWNER_ID } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { ItemsChanges } from '../../../renderer/src/data/items-changes';
import type { ItemsChange } from '../../../renderer/src/data/schema';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';

async function withThreeBooks(library: TestLibrary) {
  const dune = await library.items.addItem({ kind: 'book', title: 'Dune', ownRating: 1 });
  const emma = await library.items.addItem({ kind: 'book', title: 'Emma' });
  const ulysses = await library.items.addItem({ kind: 'book', title: 'Ulysses' });
  return { dune: dune.id, emma: emma.id, ulysses: ulysses.id };
}

/** Each writes something of its own kind; undo must take exactly it back, redo must bring exactly it again. */
const ACTIONS: Readonly<Record<string, (library: TestLibrary) => Promise<unknown>>> = {
  'an addition': (library) =>
    library.items.addItem({ kind: 'book', title: 'Middlemarch', ownRating: 0.9, status: 'finished' }),
  'an edit': async (library) =>
    library.items.editItem((await first(library)).id, { title: 'Dune Messiah', ownRating: 0.2, status: 'abandoned' }),
  'a rating of several': async (library) =>
    library.items.rateItems(
      (await library.items.all()).map((item) => item.id),
      0.6,
    ),
  'a cleared rating': async (library) => library.items.rateItems([(await first(library)).id], null),
  'a status': async (library) =>
    library.items.setStatus(
      (await library.items.all()).map((item) => item.id),
      'finished',
    ),
  tags: async (library) =>
    library.items.addTags(
      (await library.items.all()).map((item) => item.id),
      ['desert', 'classic'],
    ),
  'a deletion': async (library) => library.items.moveToTrash((await library.items.all()).map((item) => item.id)),
  'a friend': (library) => library.people.addFriend({ name: 'Ben', likedTags: ['noir'] }),
  'a deleted friend': async (library) => library.people.moveToTrash((await friend(library)).id),
  'an archived friend': async (library) => library.people.archiveFriend((await friend(library)).id),
  'a pinned weight': async (library) => library.people.pinWeight((await friend(library)).id, 'tag:horror', -2),
  'a weight pinned for the owner': (library) => library.people.pinWeight(OWNER_ID, 'tag:horror', -2),
  'what was learned, forgotten': async (library) => library.people.resetLearning((await friend(library)).id),
  dials: async (library) => library.people.setDials((await friend(library)).id, { ...NEUTRAL_DIALS, fame: 1 }),
  'a statement': async (library) =>
    library.taste.recordTaste({
      personId: (await friend(library)).id,
      itemId: (await first(library)).id,
      type: 'never-again',
    }),
  'a share': async (library) =>
    library.shares.shareItem({
      personId: (await friend(library)).id,
      itemId: (await first(library)).id,
      via: 'told',
      note: '',
    }),
  'an outcome': async (library) => library.shares.recordOutcome((await share(library)).id, 'loved'),
  'a deleted share': async (library) => library.shares.moveToTrash((await share(library)).id),
  'a new list': (library) => library.lists.createList({ title: 'Winter' }),
  'a moved line': async (library) => {
    const [list] = await library.lists.all();
    const entry = list?.entries[0];
    if (list === undefined || entry === undefined) throw new Error('no list');
    return library.lists.moveEntry(list.id, entry.id, 2);
  },
  'a deleted list': async (library) => {
    const [list] = await library.lists.all();
    if (list === undefined) throw new Error('no list');
    return library.lists.moveToTrash(list.id);
  },
};

async function first(library: TestLibrary) {
  const [item] = await library.items.all();
  if (item === undefined) throw new Error('no item');
  return item;
}
async function friend(library: TestLibrary) {
  const [person] = await library.people.friends();
  if (person === undefined) throw new Error('no friend');
  return person;
}
async function share(library: TestLibrary) {
  const [found] = await library.shares.all();
  if (found === undefined) throw new Error('no share');
  return found;
}
async function furnished(): Promise<TestLibrary> {
  const library = await openTestLibrary();
  const { dune, emma, ulysses } = await withThreeBooks(library);
  const ana = await library.people.addFriend({ name: 'Ana' });
  await library.taste.recordTaste({ personId: ana.id, itemId: emma, type: 'loved' });
  const sent = await library.shares.shareItem({ personId: ana.id, itemId: ulysses, via: 'message', note: 'Try it' });
  await library.shares.recordOutcome(sent.id, 'meh');
  await library.lists.createList({ title: 'Long ones', itemIds: [ulysses, dune, emma] });
  return library;
}

describe('undo and redo', () => {
  it.each(Object.entries(ACTIONS))('take back and bring again %s, across a reload', async (_name, act) => {
    let library = await furnished();
    const before = await contents(library);
    await act(library);
    const after = await contents(library);
    expect(after).not.toEqual(before);

    library = await library.reopen();
    const undone = await library.journal.undo();
    expect(undone?.label).not.toBe('');
    expect(await contents(library)).toEqual(before);

    library = await library.reopen();
    expect(await library.journal.redo()).toEqual(undone);
    expect(await contents(library)).toEqual(after);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
  });

  it('go back to the very beginning and forth again, action by action', async () => {
    const library = await furnished();
    const full = await contents(library);
    let steps = 0;
    while ((await library.journal.undo()) !== null) steps += 1;
    expect(steps).toBe(8);
    expect(await library.items.all()).toEqual([]);
    while ((await library.journal.redo()) !== null) steps -= 1;
    expect(steps).toBe(0);
    expect(await contents(library)).toEqual(full);
  });

  it('forget what was undone once something new is done', async () => {
    const library = await furnished();
    await library.journal.undo();
    await library.items.addItem({ kind: 'movie', title: 'Alien' });
    expect(await library.journal.redo()).toBeNull();
    expect((await library.journal.latest(99)).some((action) => action.undone)).toBe(false);
  });

  it('undo one action out of order, and refuse where a later one changed the same row', async () => {
    const library = await openTestLibrary();
    const { dune, emma } = await withThreeBooks(library);
    const rated = await library.items.rateItems([dune], 0.5);
    await library.items.addTags([emma], ['witty']);
    await library.journal.undoAction(rated.actionId);
    expect((await library.items.byId(dune))?.ownRating).toBe(1);
    expect((await library.items.byId(emma))?.tags).toEqual(['witty']);

    const again = await library.items.rateItems([dune], 0.1);
    await library.items.addTags([dune], ['sand']);
    await expect(library.journal.undoAction(again.actionId)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('Tagged Dune'),
    });
    expect((await library.items.byId(dune))?.ownRating).toBe(0.1);
    await library.journal.undo();
    await library.journal.undoAction(again.actionId);
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: 1, tags: [] });
  });

  it('refuse to take back a thing that later actions rest upon', async () => {
    const library = await openTestLibrary();
    const ana = await library.people.addFriend({ name: 'Ana' });
    const dune = await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.taste.recordTaste({ personId: ana.id, itemId: dune.id, type: 'loved' });
    await expect(library.journal.undoAction(ana.actionId)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(library.journal.undoAction(dune.actionId)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('keep the last hundred actions', async () => {
    const library = await openTestLibrary();
    for (let index = 0; index < JOURNAL_LENGTH + 5; index += 1)
      await library.items.addItem({ kind: 'book', title: `Book ${index}` });
    expect(JOURNAL_LENGTH).toBe(100);
    expect(await library.database.actions.count()).toBe(JOURNAL_LENGTH);
    expect(new Set((await library.database.actionChanges.toArray()).map((change) => change.actionId)).size).toBe(
      JOURNAL_LENGTH,
    );
    while ((await library.journal.undo()) !== null);
    expect((await library.items.all()).map((item) => item.title).sort()).toEqual([
      'Book 0',
      'Book 1',
      'Book 2',
      'Book 3',
      'Book 4',
    ]);
  });

  it('do not record what changed nothing', async () => {
    const library = await openTestLibrary();
    const { dune } = await withThreeBooks(library);
    await library.items.addTags([dune], ['sand']);
    const nothing = await library.items.addTags([dune], ['Sand']);
    expect((await library.journal.latest(1))[0]?.label).toBe('Tagged Dune with sand');
    await library.journal.undoAction(nothing.actionId);
    expect((await library.items.byId(dune))?.tags).toEqual(['sand']);
    expect(await library.journal.latest(99)).toHaveLength(4);
  });

  it('leave nothing behind when an action fails half-way', async () => {
    const library = await furnished();
    const before = await contents(library);
    const list = (await library.lists.all())[0];
    if (list === undefined) throw new Error('no list');
    await expect(library.lists.removeEntry(list.id, entryId('missing'))).rejects.toMatchObject({ code: 'not-found' });
    expect(await contents(library)).toEqual(before);
  });

  it('leave nothing behind when an action fails after it has written', async () => {
    const library = await furnished();
    const [before, actions] = [await contents(library), await library.journal.latest(99)];
    const journal = new ActionJournal(library.database, new ItemsChanges(), () => 1, actionLabels, NO_OUTBOX);
    const failing = journal.write(
      () => 'Half an action',
      async (write) => {
        await write.add('items', [completeItem({ kind: 'book', title: 'Middlemarch' }, itemId('middlemarch'), 1)]);
        await write.remove('items', [(await first(library)).id]);
        throw new AppError('cancelled', 'half-way');
      },
    );
    await expect(failing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await contents(library)).toEqual(before);
    expect(await library.journal.latest(99)).toEqual(actions);
  });
});

describe('item changes', () => {
  it('are published once the action is in the database, and never of one that failed', async () => {
    const library = await openTestLibrary();
    const insideTransaction: boolean[] = [];
    const changes = new ItemsChanges();
    changes.subscribe(() => {
      insideTransaction.push(Dexie.currentTransaction !== null);
    });
    const journal = new ActionJournal(library.database, changes, () => 1, actionLabels, NO_OUTBOX);
    const add = async (id: string, fails: boolean) =>
      journal.write(
        () => `Added ${id}`,
        async (write) => {
          await write.add('items', [completeItem({ kind: 'book', title: id }, itemId(id), 1)]);
          if (fails) throw new AppError('cancelled', 'half-way');
        },
      );
    await add('dune', false);
    await expect(add('emma', true)).rejects.toMatchObject({ code: 'cancelled' });
    expect(insideTransaction).toEqual([false]);
  });

  it('are told after each commit, on undo and redo too', async () => {
    const library = await openTestLibrary();
    const seen: ItemsChange[] = [];
    const stop = library.items.onChange((change) => seen.push(change));
    const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.journal.undo();
    await library.journal.redo();
    await library.items.rateItems([id], 0.8);
    await library.items.moveToTrash([id]);
    await expect(library.items.rateItems([id], 0.8)).rejects.toMatchObject({ code: 'not-found' });
    expect(seen.map((change) => [change.upserts.map((item) => item.ownRating), change.removals])).toEqual([
      [[null], []],
      [[], [id]],
      [[null], []],
      [[0.8], []],
      [[], [id]],
    ]);
    stop();
    await library.journal.undo();
    expect(seen).toHaveLength(5);
  });
});
