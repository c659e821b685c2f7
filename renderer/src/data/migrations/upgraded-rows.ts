import { Dexie } from 'dexie';
import type { TableChange } from '../outside-change';
import { declareVersions, MIGRATIONS } from './migrations';

/**
 * Rows of an earlier version of the schema as the migrations make them: they are put into a database of that version,
 * which is upgraded and deleted again. Rows of today's version are returned as they are.
 */
export async function upgradedRows(
  change: { readonly databaseVersion: number; readonly changes: readonly TableChange[] },
  databaseVersion: number,
): Promise<readonly TableChange[]> {
  if (change.databaseVersion >= databaseVersion) return change.changes;
  const name = `handpicked-upgrade-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, change.databaseVersion);
  try {
    await old.open();
    for (const { table, put } of change.changes) await old.table<object>(table).bulkPut([...put]);
    old.close();
    const upgraded = new Dexie(name);
    declareVersions(upgraded);
    try {
      await upgraded.open();
      return await Promise.all(
        change.changes.map(async ({ table, delete: gone }) => ({
          table,
          put: await upgraded.table<object>(table).toArray(),
          delete: gone,
        })),
      );
    } finally {
      upgraded.close();
    }
  } finally {
    old.close();
    await Dexie.delete(name);
  }
}
