import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { ActionJournal } from '../../../renderer/src/data/action-journal';
import { inMemory, NO_OUTBOX } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import { ItemsChanges } from '../../../renderer/src/data/items-changes';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { completeItem } from '../../../renderer/src/domain/item';
import { entryId, itemId, personId } from '../../../renderer/src/domain/ids';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';

/** A person as version 1 wrote one. */
const person = (id: string, name: string, isOwner = false) => ({
  id,
  name,
  isOwner,
  likedTags: ['noir'],
  avoidedTags: [],
  note: null,
  email: null,
  source: 'manual',
  createdAt: 1,
  archivedAt: null,
});
const trashed = (id: string, people: readonly object[], items: readonly object[] = []) => ({
  id,
  type: people.length > 0 ? 'person' : 'item',
  title: id,
  key: id,
  deletedAt: 1,
  items,
  people,
  events: [],
  shares: [],
  lists: [],
  places: [],
});

/** What is added to a person, as read from the table or the trash: dials newer than the migration are neutral. */
const LEARNING = { learning: NO_LEARNING_SETTINGS, dials: NEUTRAL_DIALS };
const DUNE = completeItem({ kind: 'book', title: 'Dune' }, itemId('dune'), 1);
let count = 0;

/**
 * Version 1 with Ada among the friends, Ben in the trash, Cleo's row of before an edit in the journal, and Dora's
 * restoring undone, so that the journal holds Dora as she is after it and her row in the trash waits in the table.
 */
async function upgradedFromVersion1() {
  const name = `learning-${(count += 1)}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 1);
  await old.open();
  await old.table('items').add(DUNE);
  await old.table('people').bulkAdd([person('owner', '', true), person('ada', 'Ada'), person('cleo', 'Cleopatra')]);
  await old
    .table('trash')
    .bulkAdd([
      trashed('ben-entry', [person('ben', 'Ben')]),
      trashed('dora-entry', [person('dora', 'Dora')]),
      trashed('emma', [], [DUNE]),
    ]);
  await old.table('actions').bulkAdd([
    { id: 1, label: 'Edited Cleo', at: 1, undoneOrder: null },
    { id: 2, label: 'Emptied nothing', at: 2, undoneOrder: null },
    { id: 3, label: 'Restored Dora', at: 3, undoneOrder: 1 },
  ]);
  await old.table('actionChanges').bulkAdd([
    { actionId: 1, table: 'people', keys: ['cleo'], images: [person('cleo', 'Cleo')] },
    {
      actionId: 2,
      table: 'trash',
      keys: ['eve-entry', 'none'],
      images: [trashed('eve-entry', [person('eve', 'Eve')]), null],
    },
    { actionId: 2, table: 'items', keys: ['dune'], images: [{ ...DUNE, title: 'Dune Messiah' }] },
    { actionId: 2, table: 'people', keys: ['new'], images: null },
    { actionId: 3, table: 'people', keys: ['dora', 'nobody'], images: [person('dora', 'Dora'), null] },
    { actionId: 3, table: 'trash', keys: ['dora-entry'], images: null },
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

describe('upgrading from version 1', () => {
  it('completes people in the table and in the trash, and changes nothing else of them', async () => {
    const { database } = await upgradedFromVersion1();
    expect(await database.people.toArray()).toEqual([
      { ...person('ada', 'Ada'), ...LEARNING },
      { ...person('cleo', 'Cleopatra'), ...LEARNING },
      { ...person('owner', '', true), ...LEARNING },
    ]);
    expect(await database.trash.toArray()).toEqual([
      trashed('ben-entry', [{ ...person('ben', 'Ben'), ...LEARNING }]),
      trashed('dora-entry', [{ ...person('dora', 'Dora'), ...LEARNING }]),
      trashed('emma', [], [DUNE]),
    ]);
    expect(await database.items.toArray()).toEqual([DUNE]);
    expect(await database.slates.count()).toBe(0);
    database.close();
  });

  it('completes what undo, redo and restore bring back', async () => {
    const { database, repositories } = await upgradedFromVersion1();
    expect((await repositories.journal.redo())?.label).toBe('Restored Dora');
    expect(await database.people.get(personId('dora'))).toEqual({ ...person('dora', 'Dora'), ...LEARNING });
    await repositories.journal.undo();
    await repositories.journal.undo();
    expect(await database.trash.get(entryId('eve-entry'))).toEqual(
      trashed('eve-entry', [{ ...person('eve', 'Eve'), ...LEARNING }]),
    );
    expect((await database.items.get(DUNE.id))?.title).toBe('Dune Messiah');
    expect((await repositories.journal.undo())?.label).toBe('Edited Cleo');
    expect(await database.people.get(personId('cleo'))).toEqual({ ...person('cleo', 'Cleo'), ...LEARNING });
    await repositories.trash.restore(entryId('ben-entry'));
    expect(await database.people.get(personId('ben'))).toEqual({ ...person('ben', 'Ben'), ...LEARNING });
    database.close();
  });

  it('leaves the journal in order: the action after the upgrade is undone to where it began', async () => {
    const { database } = await upgradedFromVersion1();
    const journal = new ActionJournal(database, new ItemsChanges(), () => 6, actionLabels, NO_OUTBOX);
    const before = await database.people.toArray();
    await journal.write(
      () => 'Removed Ada',
      (write) => write.remove('people', ['ada']),
    );
    await journal.undo();
    expect(await database.people.toArray()).toEqual(before);
    database.close();
  });
});
