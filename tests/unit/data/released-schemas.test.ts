import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { HandpickedDatabase } from '../../../renderer/src/data/database';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { entryId } from '../../../renderer/src/domain/ids';
import { RELEASED_SCHEMAS, type ReleasedSchema } from '../../fixtures/databases/released-schemas';
import { openTestLibrary } from './open-test-library';

let count = 0;
const freshName = (): string => `released-${String((count += 1))}`;

/** A database as the program of that version left it. */
async function made({ version, stores, rows }: ReleasedSchema): Promise<string> {
  const database = new Dexie(freshName());
  database.version(version).stores({ ...stores });
  await database.open();
  for (const [table, added] of Object.entries(rows)) await database.table(table).bulkAdd([...added]);
  database.close();
  return database.name;
}

/** Every row as it is stored. */
async function stored(name: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await new Dexie(name).open();
  const rows: Record<string, readonly unknown[]> = {};
  for (const table of database.tables) rows[table.name] = await table.toArray();
  database.close();
  return rows;
}

/** Tables with keys and indexes, as the database itself has them. */
async function schemaOf(name: string): Promise<unknown> {
  const database = await new Dexie(name).open();
  const schema = database.tables.map(({ name: table, schema: { primKey, indexes } }) => ({
    table,
    key: primKey.src,
    indexes: indexes.map(({ src }) => src).toSorted(),
  }));
  database.close();
  return schema.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}

it('has the schema of every version that was released', () => {
  expect(RELEASED_SCHEMAS.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version));
});

describe.each(RELEASED_SCHEMAS.map((schema) => [schema.version, schema] as const))(
  'version %i',
  (version, released) => {
    it('is still made by the migrations up to it', async () => {
      const today = new Dexie(freshName());
      declareVersions(today, MIGRATIONS, version);
      await today.open();
      today.close();
      expect(await schemaOf(today.name)).toEqual(await schemaOf(await made(released)));
    });

    it('becomes the newest: every row in every table, in the trash and in what can be undone, none of them damaged', async () => {
      const name = await made(released);
      const library = await openTestLibrary(name);
      for (const { name: table } of library.database.tables) await library.database.table(table).toArray();
      expect(library.damagedRows.all()).toEqual([]);
      library.database.close();
      expect(await stored(name)).toEqual(released.upgraded);
      const fresh = new HandpickedDatabase(freshName());
      await fresh.open();
      fresh.close();
      expect(await schemaOf(name)).toEqual(await schemaOf(fresh.name));
    });

    it('can be worked with: the last action is undone, and what was deleted comes back', async () => {
      const library = await openTestLibrary(await made(released));
      const { items, people } = library.database;
      await library.journal.undo();
      expect((await items.toArray()).map(({ title }) => title)).toEqual(['Emma, as typed at first']);
      expect((await people.toArray()).map(({ name }) => name).toSorted()).toEqual(['Adelaide', 'Me']);
      await library.trash.restore(entryId('trashed-persuasion'));
      await library.trash.restore(entryId('trashed-ben'));
      expect(await items.count()).toBe(2);
      expect(await library.database.events.count()).toBe(4);
      expect(await library.database.shares.count()).toBe(2);
      expect((await library.lists.all())[0]?.entries.map(({ itemId }) => itemId)).toEqual(['emma', 'persuasion']);
      expect(library.damagedRows.all()).toEqual([]);
      library.database.close();
    });
  },
);
