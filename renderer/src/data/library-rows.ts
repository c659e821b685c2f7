import type { z } from 'zod';
import { OWNER_ID } from '../domain/ids';
import type { RowCounts } from '../domain/ports/library-keeping';
import { parserOf } from '../domain/parsing';
import { isSameJson } from '../domain/same-json';
import type { RecordedWrite } from './recorded-write';
import { HandpickedDatabase } from './database';
import { partsOf } from './parts-of';
import { ROW_SCHEMAS } from './row-schemas';
import { JOURNALED_TABLES, KEPT_TABLES, type JournaledRows, type JournaledTable, type KeptTable } from './schema';

/** What rows should be, by table and key; null = there should be none. */
export type WantedRows = ReadonlyMap<KeptTable, ReadonlyMap<string, object | null>>;

/** Every row of a database of the present version, but damaged ones. */
export async function rowsOfDatabase(name: string): Promise<Map<KeptTable, Map<string, object | null>>> {
  const source = new HandpickedDatabase(name);
  try {
    await source.open();
    const found = new Map<KeptTable, Map<string, object | null>>();
    for (const table of KEPT_TABLES) {
      const rows = await source.table<object>(table).toArray();
      found.set(table, new Map(rows.map((row) => [keyOfRow(table, row), row])));
    }
    return found;
  } finally {
    source.close();
  }
}

/** The key of a row, whatever its table. */
export function keyOfRow(table: KeptTable, row: object): string {
  return String(Reflect.get(row, table === 'settings' ? 'key' : 'id'));
}

/** Keys read at once. */
const PART = 1000;

/**
 * Makes the rows of the undoable tables what is wanted; rows that are so already are not touched. Within one action.
 */
export async function writeWanted(
  database: HandpickedDatabase,
  write: RecordedWrite,
  wanted: WantedRows,
): Promise<RowCounts> {
  const counts = { added: 0, changed: 0, removed: 0, leftOut: 0 };
  for (const table of JOURNALED_TABLES) await writeTable(database, write, table, wanted.get(table), counts);
  return counts;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- one table's rows, not those of any
async function writeTable<T extends JournaledTable>(
  database: HandpickedDatabase,
  write: RecordedWrite,
  table: T,
  wanted: ReadonlyMap<string, object | null> | undefined,
  counts: { added: number; changed: number; removed: number; leftOut: number },
): Promise<void> {
  const parse = parserOf(ROW_SCHEMAS[table] as z.ZodType<JournaledRows[T]>);
  for (const part of partsOf([...(wanted ?? [])], PART)) {
    const stored = await database.journaled(table).bulkGet(part.map(([key]) => key));
    const puts: JournaledRows[T][] = [];
    const before: JournaledRows[T][] = [];
    const removed: JournaledRows[T][] = [];
    part.forEach(([key, row], index) => {
      const now = stored[index];
      if (row === null) {
        if (now !== undefined) removed.push(now);
        return;
      }
      const parsed = parse(row);
      if (parsed === undefined || keyOfRow(table, parsed) !== key) counts.leftOut += 1;
      else if (now === undefined) {
        counts.added += 1;
        puts.push(parsed);
      } else if (!isSameJson(now, parsed)) {
        counts.changed += 1;
        puts.push(parsed);
        before.push(now);
      }
    });
    // A new row may stand on a damaged one, which no reading shows: `put` remembers what is there.
    const isNew = new Set(before.map(({ id }) => id));
    await write.put(
      table,
      puts.filter(({ id }) => isNew.has(id)),
      before,
    );
    await write.put(
      table,
      puts.filter(({ id }) => !isNew.has(id)),
    );
    await write.removeRows(table, removed);
    counts.removed += removed.length;
  }
}

/** Everything else is to go, but the owner, who is always there. */
export async function withRemovals(database: HandpickedDatabase, wanted: WantedRows): Promise<WantedRows> {
  const whole = new Map([...wanted].map(([table, rows]) => [table, new Map(rows)]));
  for (const table of JOURNALED_TABLES) {
    const rows = whole.get(table) ?? new Map<string, object | null>();
    whole.set(table, rows);
    for (const key of await database.journaled(table).toCollection().primaryKeys())
      if (!rows.has(key) && key !== OWNER_ID) rows.set(key, null);
  }
  return whole;
}

/**
 * Settings and slates are not undone, so they are written beside the action.
 * @param isFromOutside the journal outside has them already
 */
export async function putUnjournaled(
  database: HandpickedDatabase,
  wanted: WantedRows,
  isFromOutside = false,
): Promise<void> {
  await database.transaction('rw', database.settings, database.slates, async () => {
    if (isFromOutside) database.skipOutbox();
    for (const name of ['settings', 'slates'] as const) {
      const parse = parserOf(ROW_SCHEMAS[name] as z.ZodType<object>);
      const table = database.table<object, string>(name);
      for (const [key, row] of wanted.get(name) ?? []) {
        if (row === null) await table.delete(key);
        else if (parse(row) !== undefined) await table.put(row);
      }
    }
  });
}
