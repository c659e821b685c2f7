import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { inMemory } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { completeItem } from '../../../renderer/src/domain/item';
import { entryId, itemId } from '../../../renderer/src/domain/ids';

/** A thing as version 2 wrote one. */
function item(id: string, title: string): object {
  const { length: _length, ...rest } = completeItem({ kind: 'book', title }, itemId(id), 1);
  return rest;
}
const trashed = (id: string, items: readonly object[]) => ({
  id,
  type: 'item',
  title: id,
  key: id,
  deletedAt: 1,
  items,
  people: [],
  events: [],
  shares: [],
  lists: [],
  places: [],
});
const list = { id: 'list', title: 'Sand', description: '', entries: [], createdAt: 1, updatedAt: 1 };
let count = 0;

/**
 * Version 2 with Dune in the library, Emma in the trash, Dune's row of before an edit in the journal, and Kim's
 * restoring undone.
 */
async function upgradedFromVersion2() {
  const name = `length-${(count += 1)}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 2);
  await old.open();
  await old.table('items').add(item('dune', 'Dune'));
  await old.table('lists').add(list);
  await old
    .table('trash')
    .bulkAdd([
      trashed('emma-entry', [item('emma', 'Emma')]),
      trashed('kim-entry', [item('kim', 'Kim')]),
      trashed('nobody', []),
    ]);
  await old.table('actions').bulkAdd([
    { id: 1, label: 'Edited Dune', at: 1, undoneOrder: null },
    { id: 2, label: 'Emptied nothing', at: 2, undoneOrder: null },
    { id: 3, label: 'Restored Kim', at: 3, undoneOrder: 1 },
  ]);
  await old.table('actionChanges').bulkAdd([
    { actionId: 1, table: 'items', keys: ['dune'], images: [item('dune', 'Dune Messiah')] },
    {
      actionId: 2,
      table: 'trash',
      keys: ['persuasion-entry', 'none'],
      images: [trashed('persuasion-entry', [item('persuasion', 'Persuasion')]), null],
    },
    { actionId: 2, table: 'lists', keys: ['list'], images: [{ ...list, title: 'Dust' }] },
    { actionId: 3, table: 'items', keys: ['kim', 'nothing'], images: [item('kim', 'Kim'), null] },
    { actionId: 3, table: 'trash', keys: ['kim-entry'], images: null },
  ]);
  old.close();
  const database = await openDatabase({ clock: () => 5, name });
  return {
    database,
    repositories: createRepositories({
      database,
      clock: () => 5,
      newId: () => `new-${(count += 1)}`,
      labels: actionLabels,
      outside: inMemory(),
    }),
  };
}

describe('upgrading from version 2', () => {
  it('knows no length of what was there, in the table and in the trash, and changes nothing else', async () => {
    const { database } = await upgradedFromVersion2();
    expect(await database.items.toArray()).toEqual([{ ...item('dune', 'Dune'), length: null }]);
    expect(await database.trash.toArray()).toEqual([
      trashed('emma-entry', [{ ...item('emma', 'Emma'), length: null }]),
      trashed('kim-entry', [{ ...item('kim', 'Kim'), length: null }]),
      trashed('nobody', []),
    ]);
    database.close();
  });

  it('completes what undo, redo and restore bring back', async () => {
    const { database, repositories } = await upgradedFromVersion2();
    expect((await repositories.journal.redo())?.label).toBe('Restored Kim');
    expect(await database.items.get(itemId('kim'))).toEqual({ ...item('kim', 'Kim'), length: null });
    await repositories.journal.undo();
    await repositories.journal.undo();
    expect(await database.trash.get(entryId('persuasion-entry'))).toEqual(
      trashed('persuasion-entry', [{ ...item('persuasion', 'Persuasion'), length: null }]),
    );
    expect((await database.lists.toArray())[0]?.title).toBe('Dust');
    await repositories.journal.undo();
    expect(await database.items.get(itemId('dune'))).toEqual({ ...item('dune', 'Dune Messiah'), length: null });
    await repositories.trash.restore(entryId('emma-entry'));
    expect(await database.items.get(itemId('emma'))).toEqual({ ...item('emma', 'Emma'), length: null });
    database.close();
  });
});
