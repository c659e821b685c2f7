import { Dexie } from 'dexie';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';

/** Every row of every table, as it is stored. */
export type DatabaseCopy = ReadonlyMap<string, readonly unknown[]>;

export async function copyOfDatabase(name: string): Promise<DatabaseCopy> {
  const database = await new Dexie(name, { cache: 'disabled' }).open();
  try {
    const rows = new Map<string, readonly unknown[]>();
    await database.transaction('r', database.tables, async () => {
      for (const table of database.tables) rows.set(table.name, await table.toArray());
    });
    return rows;
  } finally {
    database.close();
  }
}

/** A new database with these rows, past every layer of the program. */
export async function putDatabase(name: string, copy: DatabaseCopy): Promise<void> {
  const database = new Dexie(name, { cache: 'disabled' });
  declareVersions(database, MIGRATIONS);
  await database.open();
  for (const [table, rows] of copy) await database.table(table).bulkAdd([...rows]);
  database.close();
}
