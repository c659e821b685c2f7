import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { inMemory } from './outside-journal-in-memory';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { entryId, personId } from '../../../renderer/src/domain/ids';

const OTHER_DIALS = { fame: -1, length: 0.5, kinds: { book: 2 }, moods: ['scary'] };

/** A person as version 3 wrote one. */
const before = (id: string, familiarity: number) => ({
  ...person(id),
  dials: { familiarity, ...OTHER_DIALS },
});
/** The same person as version 4 has them in a row. */
const after = (id: string, novelty: number) => ({ ...person(id), dials: { novelty, ...OTHER_DIALS } });
/** The same person as read from the table or the trash: dials that are newer than version 4 are neutral. */
const read = (id: string, novelty: number) => ({
  ...person(id),
  dials: { ...NEUTRAL_DIALS, ...after(id, novelty).dials },
});
const person = (id: string) => ({
  id,
  name: id,
  isOwner: id === 'owner',
  likedTags: ['noir'],
  avoidedTags: [],
  learning: { pinned: { bias: 1 }, since: 3 },
  note: null,
  email: null,
  source: 'manual',
  createdAt: 1,
  archivedAt: null,
});
const trashed = (id: string, people: readonly object[]) => ({
  id,
  type: people.length > 0 ? 'person' : 'item',
  title: id,
  key: id,
  deletedAt: 1,
  items: [],
  people,
  events: [],
  shares: [],
  lists: [],
  places: [],
});
let count = 0;

/**
 * Version 3 with Ada in the table; Ben in the trash; in the journal Ada before her dials were set, a trash row that was
 * emptied, and Dora, whose restoring was undone and can be redone.
 */
async function upgradedFromVersion3() {
  const name = `novelty-${(count += 1)}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 3);
  await old.open();
  await old.table('people').bulkAdd([before('owner', 0), before('ada', -0.5)]);
  await old
    .table('trash')
    .bulkAdd([
      trashed('ben-entry', [before('ben', 1)]),
      trashed('dora-entry', [before('dora', 0.5)]),
      trashed('emma-entry', []),
    ]);
  await old.table('actions').bulkAdd([
    { id: 1, label: 'Set the dials for Ada', at: 1, undoneOrder: null },
    { id: 2, label: 'Emptied the trash', at: 2, undoneOrder: null },
    { id: 3, label: 'Restored Dora', at: 3, undoneOrder: 1 },
  ]);
  await old.table('actionChanges').bulkAdd([
    { actionId: 1, table: 'people', keys: ['ada'], images: [before('ada', 0.25)] },
    {
      actionId: 2,
      table: 'trash',
      keys: ['eve-entry', 'none'],
      images: [trashed('eve-entry', [before('eve', -1)]), null],
    },
    { actionId: 3, table: 'people', keys: ['dora', 'nobody'], images: [before('dora', 0.5), null] },
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

describe('upgrading from version 3', () => {
  it('keeps the value of the dial under its new name, in the table and in the trash, and changes nothing else', async () => {
    const { database } = await upgradedFromVersion3();
    expect(await database.people.toArray()).toEqual([read('ada', -0.5), read('owner', 0)]);
    expect(await database.trash.toArray()).toEqual([
      trashed('ben-entry', [read('ben', 1)]),
      trashed('dora-entry', [read('dora', 0.5)]),
      trashed('emma-entry', []),
    ]);
    database.close();
  });

  it('keeps it in what redo, undo and restore bring back', async () => {
    const { database, repositories } = await upgradedFromVersion3();
    expect((await repositories.journal.redo())?.label).toBe('Restored Dora');
    expect(await database.people.get(personId('dora'))).toEqual(read('dora', 0.5));
    await repositories.journal.undo();
    expect((await repositories.journal.undo())?.label).toBe('Emptied the trash');
    expect(await database.trash.get(entryId('eve-entry'))).toEqual(trashed('eve-entry', [read('eve', -1)]));
    expect((await repositories.journal.undo())?.label).toBe('Set the dials for Ada');
    expect(await database.people.get(personId('ada'))).toEqual(read('ada', 0.25));
    await repositories.trash.restore(entryId('ben-entry'));
    expect(await database.people.get(personId('ben'))).toEqual(read('ben', 1));
    database.close();
  });

  it('leaves the journal in order: dials that are set after the upgrade go back to what they were', async () => {
    const { database, repositories } = await upgradedFromVersion3();
    await repositories.people.setDials(personId('ada'), NEUTRAL_DIALS);
    expect((await repositories.people.byId(personId('ada')))?.dials).toEqual(NEUTRAL_DIALS);
    await repositories.journal.undo();
    expect(await repositories.people.byId(personId('ada'))).toEqual(read('ada', -0.5));
    database.close();
  });

  it('writes the new name into the rows themselves', async () => {
    const { database } = await upgradedFromVersion3();
    const { name } = database;
    database.close();
    const raw = new Dexie(name);
    await raw.open();
    for (const table of ['people', 'trash', 'actionChanges'])
      expect(JSON.stringify(await raw.table(table).toArray())).not.toContain('familiarity');
    expect(await raw.table('people').get('ada')).toEqual(after('ada', -0.5));
    raw.close();
  });
});

describe('a row that is older than a dial', () => {
  it('is read with the dial at neutral, and so is one whose value cannot be parsed', async () => {
    const { database, repositories } = await upgradedFromVersion3();
    const { length: _length, ...withoutLength } = after('ada', -0.5).dials;
    await database.table('people').put({ ...after('ada', -0.5), dials: { ...withoutLength, fame: 7, kinds: 'books' } });
    await database.table('people').put({ ...after('ben', 0), dials: undefined });
    expect((await repositories.people.byId(personId('ada')))?.dials).toEqual({
      ...NEUTRAL_DIALS,
      novelty: -0.5,
      moods: ['scary'],
    });
    expect((await repositories.people.friends()).map(({ dials }) => dials)).toContainEqual(NEUTRAL_DIALS);
    database.close();
  });
});
