import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { NO_OUTBOX } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { ActionJournal } from '../../../renderer/src/data/action-journal';
import { ItemsChanges } from '../../../renderer/src/data/items-changes';
import type { ItemsChange } from '../../../renderer/src/data/schema';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemId } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary } from './open-test-library';

it('takes a row that one action touched several times back to where it was before the action', async () => {
  const library = await openTestLibrary();
  const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
  const before = await contents(library);
  const changes = new ItemsChanges();
  const seen: ItemsChange[] = [];
  changes.subscribe((change) => {
    seen.push(change);
  });
  const journal = new ActionJournal(library.database, changes, () => 1, actionLabels, NO_OUTBOX);
  await journal.write(
    () => 'Several at once',
    async (write) => {
      const dune = await library.items.byId(id);
      if (dune === undefined) throw new Error('no Dune');
      await write.put('items', [{ ...dune, title: 'first' }]);
      await write.put('items', [{ ...dune, title: 'second' }]);
      await write.remove('items', [id]);
      await write.add('items', [completeItem({ kind: 'book', title: 'Fleeting' }, itemId('fleeting'), 1)]);
      await write.remove('items', ['fleeting']);
    },
  );
  expect(await library.items.all()).toEqual([]);
  expect(seen).toEqual([{ upserts: [], removals: [id, 'fleeting'] }]);
  await journal.undo();
  expect(await contents(library)).toEqual(before);
});

it('takes back and does again what touched thousands of rows several times', async () => {
  const library = await openTestLibrary();
  const thing = (place: number, title: string) =>
    completeItem({ kind: 'book', title }, itemId(`n${String(place).padStart(5, '0')}`), 1);
  const old = Array.from({ length: 2_050 }, (_, place) => thing(place, 'old'));
  await library.database.items.bulkAdd(old);
  const before = await contents(library);
  const changes = new ItemsChanges();
  const journal = new ActionJournal(library.database, changes, () => 1, actionLabels, NO_OUTBOX);
  await journal.write(
    () => 'Several at once',
    async (write) => {
      await write.put(
        'items',
        old.map((item) => ({ ...item, title: 'first' })),
        old,
      );
      await write.add(
        'items',
        Array.from({ length: 2_050 }, (_, place) => thing(10_000 + place, 'new')),
      );
      await write.put(
        'items',
        old.map((item) => ({ ...item, title: 'second' })),
      );
      await write.remove(
        'items',
        old.slice(0, 2_010).map(({ id }) => id),
      );
    },
  );
  const after = await contents(library);
  expect(after['items']).toHaveLength(40 + 2_050);
  await journal.undo();
  expect(await contents(library)).toEqual(before);
  await journal.redo();
  expect(await contents(library)).toEqual(after);
  const action = (await journal.latest(1))[0];
  expect(action?.label).toBe('Several at once');
  if (action !== undefined) await journal.undoAction(action.actionId);
  expect(await contents(library)).toEqual(before);
});

it('takes back what touched many rows in any order', async () => {
  const library = await openTestLibrary();
  const all = Array.from({ length: 1_500 }, (_, place) =>
    completeItem({ kind: 'book', title: 'old' }, itemId(`n${String(place).padStart(5, '0')}`), 1),
  );
  await library.database.items.bulkAdd(all);
  const some = all.filter((_item, place) => place % 4 > 0).map(({ id }) => id);
  await library.items.addTags([...some.slice(600), ...some.slice(0, 600)], ['tagged']);
  expect(await library.database.items.filter(({ tags }) => tags.length > 0).count()).toBe(1_125);
  await library.journal.undo();
  expect(await library.database.items.toArray()).toEqual(all);
});

it('begins no action where nothing was changed', async () => {
  const library = await openTestLibrary();
  const journal = new ActionJournal(library.database, new ItemsChanges(), () => 1, actionLabels, NO_OUTBOX);
  await journal.write(
    () => 'Nothing',
    async (write) => {
      await write.add('items', []);
      expect(await write.remove('items', [])).toBe(0);
    },
  );
  expect(await journal.latest(5)).toEqual([]);
});

it('a key in use among the last rows that are added rejects the whole action', async () => {
  const library = await openTestLibrary();
  const { id } = await library.items.addItem({ kind: 'book', title: 'Dune' });
  const before = await contents(library);
  const journal = new ActionJournal(library.database, new ItemsChanges(), () => 1, actionLabels, NO_OUTBOX);
  const thing = (key: string) => completeItem({ kind: 'book', title: 'New' }, itemId(key), 1);
  const writing = journal.write(
    () => 'Added',
    async (write) => {
      await write.add('items', [thing('one')]);
      await write.add('items', [thing('two'), thing(id)]);
    },
  );
  await expect(writing).rejects.toThrow();
  expect(await contents(library)).toEqual(before);
});
