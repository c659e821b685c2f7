import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import type { Outbox } from '../../../renderer/src/domain/ports/outbox';
import { writeOutsideChange } from '../../../renderer/src/data/outside-change';
import { itemId } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';
import { OutsideJournalInMemory } from './outside-journal-in-memory';

/** Two shells over one journal: each has a database of its own. */
async function shell(journal: OutsideJournalInMemory): Promise<TestLibrary & { outbox: Outbox }> {
  const library = await openTestLibrary(undefined, undefined, journal);
  await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
  return { ...library, outbox: library.keeping.outbox };
}

const shown = async (library: TestLibrary): Promise<unknown> => {
  const { people: _owner, ...rest } = await contents(library);
  return rest;
};

describe('catching up with the journal outside', () => {
  it('brings in what another shell changed and deleted, as one action that can be undone', async () => {
    const journal = new OutsideJournalInMemory();
    const one = await shell(journal);
    const dune = (await one.items.addItem({ kind: 'book', title: 'Dune', ownRating: 0.5 })).id;
    const gone = (await one.items.addItem({ kind: 'book', title: 'Gone' })).id;
    await one.outbox.flush();
    const other = await shell(journal);
    await other.keeping.catchUp();
    expect(await shown(other)).toEqual(await shown(one));

    await one.items.rateItems([dune], 0.9);
    await one.items.moveToTrash([gone]);
    await one.settings.update({ ownerName: 'Ann' });
    await one.outbox.flush();
    const before = await shown(other);
    const caughtUp = await other.keeping.catchUp();
    expect(caughtUp?.rows).toMatchObject({ leftOut: 0, removed: 2 });
    expect(await shown(other)).toEqual(await shown(one));
    expect((await other.settings.read()).ownerName).toBe('Ann');
    expect(await other.keeping.catchUp()).toBeNull();
    expect((await other.journal.latest(1))[0]?.label).toMatch(/^Brought in changes up to /);
    await other.journal.undo();
    expect(await shown(other)).toEqual(before);
  });

  it('does not send back what it brought in, and takes its own lost answers for what they are', async () => {
    const journal = new OutsideJournalInMemory();
    const one = await shell(journal);
    await one.items.addItem({ kind: 'book', title: 'Dune' });
    await one.outbox.flush();
    const other = await shell(journal);
    await other.outbox.flush();
    const count = journal.records.length;
    await other.keeping.catchUp();
    await other.outbox.flush();
    expect(journal.records).toHaveLength(count);
    journal.fails = 'after';
    await one.items.addItem({ kind: 'book', title: 'Solaris' });
    await one.outbox.flush();
    journal.fails = 'no';
    expect(await one.keeping.catchUp()).toBeNull();
  });

  it('brings back what this database wrote itself, where it was put back to an earlier state', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await shell(journal);
    const dune = (await library.items.addItem({ kind: 'book', title: 'Dune', ownRating: 0.5 })).id;
    const earlier = await library.database.items.toArray();
    await library.outbox.flush();
    const sequence = journal.records.length;
    await library.items.editItem(dune, { title: 'Dune, revised' });
    await library.items.addItem({ kind: 'book', title: 'Solaris' });
    await library.outbox.flush();
    const before = await contents(library);
    await library.database.transaction('rw', [library.database.items, library.database.outside], async () => {
      library.database.skipOutbox();
      await library.database.items.clear();
      await library.database.items.bulkAdd(earlier);
      await library.database.outside.update('library', { appliedSequence: sequence });
    });
    expect(await library.keeping.catchUp()).toMatchObject({ rows: { added: 1, changed: 1 } });
    expect(await contents(library)).toEqual(before);
  });

  it('brings back what came after a row that waited in a database that was put back, and was sent since', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await shell(journal);
    const dune = (await library.items.addItem({ kind: 'book', title: 'Dune' })).id;
    await library.outbox.flush();
    journal.fails = 'before';
    await library.items.editItem(dune, { title: 'Dune, revised' });
    await library.outbox.flush();
    const { items, outbox, outside } = library.database;
    const earlier = [await items.toArray(), await outbox.toArray(), await outside.toArray()] as const;
    journal.fails = 'no';
    await library.items.editItem(dune, { title: 'Dune, revised twice' });
    await library.outbox.flush();
    await library.database.transaction('rw', [items, outbox, outside], async () => {
      library.database.skipOutbox();
      await items.bulkPut([...earlier[0]]);
      await outbox.bulkPut([...earlier[1]]);
      await outside.bulkPut([...earlier[2]]);
    });
    await library.keeping.catchUp();
    await library.outbox.flush();
    expect((await library.items.byId(dune))?.title).toBe('Dune, revised twice');
    const lost = await shell(journal);
    await lost.keeping.catchUp();
    expect((await lost.items.byId(dune))?.title).toBe('Dune, revised twice');
  });

  it('leaves alone what another window changes while this one catches up', async () => {
    const journal = new OutsideJournalInMemory();
    const one = await shell(journal);
    const dune = (await one.items.addItem({ kind: 'book', title: 'Dune' })).id;
    await one.outbox.flush();
    await one.database.outside.update('library', { appliedSequence: 0 });
    const read = journal.readAfter.bind(journal);
    journal.readAfter = async function* (sequence) {
      yield* read(sequence);
      await one.items.editItem(dune, { title: 'Dune, revised' });
    };
    expect(await one.keeping.catchUp()).toBeNull();
    await one.outbox.flush();
    expect((await one.items.byId(dune))?.title).toBe('Dune, revised');
  });

  it('lets no window send while it reads what was sent', async () => {
    const journal = new OutsideJournalInMemory();
    const locks: string[] = [];
    const library = await openTestLibrary(undefined, undefined, journal, async (work) => {
      locks.push('taken');
      const done = await work();
      locks.push('free');
      return done;
    });
    await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.keeping.outbox.flush();
    await library.database.outside.update('library', { appliedSequence: 0 });
    locks.length = 0;
    const read = journal.readAfter.bind(journal);
    journal.readAfter = (sequence) => {
      locks.push('read');
      return read(sequence);
    };
    await library.keeping.catchUp();
    expect(locks).toEqual(['taken', 'read', 'free']);
  });

  it('lets what waits in the outbox stand: it comes later in the journal', async () => {
    const journal = new OutsideJournalInMemory();
    const one = await shell(journal);
    const dune = (await one.items.addItem({ kind: 'book', title: 'Dune' })).id;
    await one.outbox.flush();
    const other = await shell(journal);
    await other.keeping.catchUp();
    journal.fails = 'before';
    await other.items.editItem(dune, { title: 'Dune, as the other has it' });
    await other.outbox.flush();
    journal.fails = 'no';
    await one.items.editItem(dune, { title: 'Dune, as the first has it' });
    await one.outbox.flush();
    await other.keeping.catchUp();
    await other.outbox.flush();
    await one.keeping.catchUp();
    expect((await one.items.byId(dune))?.title).toBe('Dune, as the other has it');
    expect(await shown(one)).toEqual(await shown(other));
  });

  it('upgrades rows of an earlier version, leaves out what does not fit and what it cannot read, and says how many', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await shell(journal);
    const row = {
      ...(await library.items.byId((await library.items.addItem({ kind: 'book', title: 'Dune' })).id)),
      id: 'old',
    };
    await library.outbox.flush();
    for (const added of ['length', 'shelves', 'catalogue', 'twins']) Reflect.deleteProperty(row, added);
    const change = { libraryId: 'L', databaseVersion: 2, sent: [] };
    journal.records.push({
      sequence: 1,
      at: 5,
      text: writeOutsideChange({ ...change, changes: [{ table: 'items', put: [row], delete: [] }] }),
    });
    journal.records.push({ sequence: 2, at: 6, text: 'no JSON' });
    journal.records.push({
      sequence: 3,
      at: 7,
      text: writeOutsideChange({
        ...change,
        databaseVersion: MIGRATIONS.length,
        changes: [{ table: 'items', put: [{ id: 'bad', kind: 3 }], delete: ['never there'] }],
      }),
    });
    expect(await library.keeping.catchUp()).toMatchObject({
      rows: { added: 1, leftOut: 1, removed: 0 },
      unreadable: 1,
      firstAt: 5,
      lastAt: 7,
    });
    expect(await library.items.byId(itemId('old'))).toMatchObject({ title: 'Dune', shelves: [], length: null });
  });

  it('stops at what a newer version wrote, and changes nothing', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await shell(journal);
    journal.records.push({
      sequence: 1,
      at: 5,
      text: writeOutsideChange({ libraryId: 'L', databaseVersion: 99, changes: [], sent: [] }),
    });
    await expect(library.keeping.catchUp()).rejects.toMatchObject({ code: 'database-newer' });
    expect((await library.database.outside.get('library'))?.appliedSequence).toBe(0);
  });

  it('passes over another library in the same journal', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await shell(journal);
    journal.records.push({
      sequence: 1,
      at: 5,
      text: writeOutsideChange({
        libraryId: 'another',
        sent: [],
        databaseVersion: MIGRATIONS.length,
        changes: [{ table: 'items', put: [], delete: ['dune'] }],
      }),
    });
    expect(await library.keeping.catchUp()).toBeNull();
    expect((await library.database.outside.get('library'))?.appliedSequence).toBe(1);
  });
});
