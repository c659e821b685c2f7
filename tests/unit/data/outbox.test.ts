import { describe, expect, it } from 'vitest';
import { LEAST_FREE_BYTES } from '../../../renderer/src/data/outbox';
import { KEYS_PER_OUTBOX_ROW } from '../../../renderer/src/data/outboxed-writes';
import type { Outbox } from '../../../renderer/src/domain/ports/outbox';
import { readOutsideChange } from '../../../renderer/src/data/outside-change';
import { blankRow } from '../../../renderer/src/importing/source';
import { OWNER_ID } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';
import { OutsideJournalInMemory } from './outside-journal-in-memory';

interface Kept extends TestLibrary {
  readonly journalOutside: OutsideJournalInMemory;
  readonly outbox: Outbox;
}

async function openKept(journalOutside = new OutsideJournalInMemory()): Promise<Kept> {
  const library = await openTestLibrary(undefined, undefined, journalOutside);
  await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
  return { ...library, journalOutside, outbox: library.keeping.outbox };
}

/** What the journal alone would make of an empty database. */
function replayed({ records }: OutsideJournalInMemory): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const tables: Record<string, Record<string, unknown>> = {};
  for (const { text } of records)
    for (const { table, put, delete: gone } of readOutsideChange(text)?.changes ?? []) {
      const rows = (tables[table] ??= {});
      for (const row of put)
        rows[String((row as { id?: string; key?: string }).id ?? (row as { key?: string }).key)] = row;
      for (const key of gone) Reflect.deleteProperty(rows, key);
    }
  return tables;
}

async function rowsById(library: TestLibrary): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const tables = await contents(library);
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => [name, Object.fromEntries(rows.map((row) => [(row as { id: string }).id, row]))]),
  );
}

describe('the outbox', () => {
  it('sends what was added, changed, deleted, undone and emptied: the journal alone makes the same library', async () => {
    const library = await openKept();
    const { items, people, trash, journal, settings } = library;
    const dune = (await items.addItem({ kind: 'book', title: 'Dune' })).id;
    const solaris = (await items.addItem({ kind: 'book', title: 'Solaris' })).id;
    await items.rateItems([dune], 0.9);
    await people.addFriend({ name: 'Bo' });
    await items.moveToTrash([solaris]);
    await journal.undo();
    await items.moveToTrash([solaris]);
    await trash.empty();
    await settings.update({ ownerName: 'Ann' });
    await library.outbox.flush();
    expect(await library.database.outbox.count()).toBe(0);
    expect(library.outbox.state()).toMatchObject({ waiting: 0, problem: null });
    const { settings: kept, trash: _trash, ...rest } = replayed(library.journalOutside);
    const { people: friends, ...others } = await rowsById(library);
    // The owner is there from the start, and goes outside with the rest of a new library.
    expect({ owner: (await library.people.byId(OWNER_ID)) ?? null, ...rest['people'] }).toEqual(friends);
    expect({ ...rest, people: {} }).toEqual({ ...others, people: {} });
    expect(kept).toEqual({ settings: await library.database.settings.get('settings') });
    expect((await library.database.outside.get('library'))?.appliedSequence).toBe(
      library.journalOutside.records.length,
    );
  });

  it('sends a library of which nothing is outside as a whole, the owner included', async () => {
    const library = await openKept();
    library.journalOutside.fails = 'before';
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.database.outbox.clear();
    library.journalOutside.fails = 'no';
    await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 }, { sendsAll: true });
    await library.outbox.flush();
    expect(replayed(library.journalOutside)).toEqual(await rowsById(library));
  });

  it('starts by itself after each commit, whoever wrote', async () => {
    const library = await openKept();
    await library.settings.update({ ownerName: 'Ann' });
    await expect.poll(() => library.journalOutside.records.length).toBeGreaterThan(0);
    await expect.poll(() => replayed(library.journalOutside)['settings']).toBeDefined();
  });

  it('leaves nothing where a write is rolled back', async () => {
    const library = await openKept();
    await library.outbox.flush();
    const before = library.journalOutside.records.length;
    await library.database
      .transaction('rw', library.database.items, async () => {
        await library.database.items.clear();
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await library.outbox.flush();
    expect([await library.database.outbox.count(), library.journalOutside.records.length]).toEqual([0, before]);
  });

  it.each(['before', 'after'] as const)(
    'keeps what could not be told (refused %s it was written), says so, and tells it later and after a restart',
    async (fails) => {
      const library = await openKept();
      await library.outbox.flush();
      library.journalOutside.fails = fails;
      await library.items.addItem({ kind: 'book', title: 'Dune' });
      await library.outbox.flush();
      expect(library.outbox.state()).toMatchObject({ problem: { code: 'host-refused' } });
      expect(library.outbox.state().waiting).toBeGreaterThan(0);
      library.journalOutside.fails = 'no';
      const again = await library.reopen();
      await again.keeping.outbox.flush();
      expect(again.keeping.outbox.state()).toMatchObject({ waiting: 0, problem: null });
      expect(replayed(library.journalOutside)['items']).toEqual((await rowsById(again))['items']);
    },
  );

  it('sends an import in parts, each row once and as it is now', async () => {
    const library = await openKept();
    const drafts = Array.from({ length: KEYS_PER_OUTBOX_ROW + 20 }, (_, index) => ({
      kind: 'book',
      title: `Book ${index}`,
    }));
    library.journalOutside.fails = 'before';
    await library.imports.applyImport({
      source: 'handmade',
      sourceLabel: 'Made for a test',
      additions: drafts.map((draft, index) => ({
        row: blankRow('f.csv', index + 2, draft.kind, draft.title),
        draft,
        event: null,
      })),
      changes: [],
      unchangedCount: 0,
      different: [],
      doubtful: [],
      trashed: [],
      list: null,
    });
    await library.outbox.flush();
    library.journalOutside.fails = 'no';
    await library.outbox.flush();
    expect(Object.keys(replayed(library.journalOutside)['items'] ?? {})).toHaveLength(drafts.length);
    for (const { text } of library.journalOutside.records)
      expect(readOutsideChange(text)?.changes.reduce((sum, { put }) => sum + put.length, 0)).toBeLessThanOrEqual(
        2 * KEYS_PER_OUTBOX_ROW,
      );
  });

  it('sends a damaged row as it is', async () => {
    const library = await openKept();
    await library.database.transaction('rw', library.database.items, async () => {
      library.database.skipParsing();
      await library.database.items.put({ id: 'broken', kind: 7 } as never);
    });
    await library.outbox.flush();
    expect(replayed(library.journalOutside)['items']).toEqual({ broken: { id: 'broken', kind: 7 } });
  });

  it('sends nothing before it is decided what this library is', async () => {
    const library = await openKept();
    await library.database.outside.clear();
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.outbox.flush();
    expect(library.journalOutside.records).toEqual([]);
    expect(library.outbox.state().waiting).toBeGreaterThan(0);
  });

  it('refuses to write where the disk is nearly full, and not where nothing is known of it', async () => {
    const library = await openKept();
    await library.outbox.assertRoom();
    library.journalOutside.free = LEAST_FREE_BYTES;
    await library.outbox.assertRoom();
    library.journalOutside.free = LEAST_FREE_BYTES - 1;
    await expect(library.outbox.assertRoom()).rejects.toMatchObject({ code: 'storage-full' });
    const before = await contents(library);
    await expect(library.items.addItem({ kind: 'book', title: 'Dune' })).rejects.toMatchObject({
      code: 'storage-full',
    });
    expect(await contents(library)).toEqual(before);
  });
});
