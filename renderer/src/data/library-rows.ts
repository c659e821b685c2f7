import type { z } from 'zod';
import { AppError } from '../domain/errors';
import { OWNER_ID } from '../domain/ids';
import type { RowCounts } from '../domain/ports/library-keeping';
import { parserOf } from '../domain/parsing';
import type { CallOptions } from '../domain/ports/method-table';
import { isSameJson } from '../domain/same-json';
import { allRows, rowsBetween } from './all-rows';
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
      const rows = await allRows(source.table<object, string>(table));
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

/** Rows written at once: some milliseconds of the page's time. */
const PART = 500;
/** Up to so many rows, each is asked for by itself, whatever else the table has. */
const MAX_SINGLE_READS = 1000;
/** Rows of a table, for each that is wanted, up to which whole ranges of it are read. */
const DENSE = 4;

/**
 * Makes the rows of the undoable tables what is wanted; rows that are so already are not touched. Within one action.
 * Rejects with `cancelled`, which rolls it back.
 */
export async function writeWanted(
  database: HandpickedDatabase,
  write: RecordedWrite,
  wanted: WantedRows,
  { signal, onProgress }: CallOptions = {},
): Promise<RowCounts> {
  const counts = { added: 0, changed: 0, removed: 0, leftOut: 0 };
  const total = JOURNALED_TABLES.reduce((rows, table) => rows + (wanted.get(table)?.size ?? 0), 0);
  let done = 0;
  const wrote = (rows: number): void => {
    if (signal?.aborted === true) throw new AppError('cancelled', 'This was cancelled; nothing was changed.');
    onProgress?.({ done: (done += rows), total });
  };
  for (const table of JOURNALED_TABLES)
    await writeTable(database, write, { table, wanted: wanted.get(table), counts, wrote });
  return counts;
}

interface TableToWrite<T extends JournaledTable> {
  readonly table: T;
  readonly wanted: ReadonlyMap<string, object | null> | undefined;
  /** Added to. */
  readonly counts: { added: number; changed: number; removed: number; leftOut: number };
  /** Told after each part. */
  readonly wrote: (rows: number) => void;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- one table's rows, not those of any
async function writeTable<T extends JournaledTable>(
  database: HandpickedDatabase,
  write: RecordedWrite,
  { table, wanted, counts, wrote }: TableToWrite<T>,
): Promise<void> {
  const parse = parserOf(ROW_SCHEMAS[table] as z.ZodType<JournaledRows[T]>);
  const readStored = await storedReader(database, table, wanted?.size ?? 0);
  const sorted = [...(wanted ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const part of partsOf(sorted, PART)) {
    const { rows: stored, keys } = await readStored(part.map(([key]) => key));
    const adds: JournaledRows[T][] = [];
    const puts: JournaledRows[T][] = [];
    const before: JournaledRows[T][] = [];
    const onDamaged: JournaledRows[T][] = [];
    const removed: JournaledRows[T][] = [];
    for (const [key, row] of part) {
      const now = stored.get(key);
      if (row === null) {
        if (now !== undefined) removed.push(now);
        continue;
      }
      const parsed = parse(row);
      if (parsed === undefined || keyOfRow(table, parsed) !== key) counts.leftOut += 1;
      else if (now === undefined) {
        counts.added += 1;
        (keys.has(key) ? onDamaged : adds).push(parsed);
      } else if (!isSameJson(now, parsed)) {
        counts.changed += 1;
        puts.push(parsed);
        before.push(now);
      }
    }
    await write.add(table, adds);
    await write.put(table, puts, before);
    // A damaged row stands there, which no reading shows: `put` remembers what is there.
    await write.put(table, onDamaged);
    await write.removeRows(table, removed);
    counts.removed += removed.length;
    wrote(part.length);
  }
}

interface StoredRows<Row> {
  /** By key, but damaged ones. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Of damaged ones, too. */
  readonly keys: ReadonlySet<string>;
}

/** Reads what stands under ascending keys, of few or of very many. */
async function storedReader<T extends JournaledTable>(
  database: HandpickedDatabase,
  name: T,
  wanted: number,
): Promise<(keys: readonly string[]) => Promise<StoredRows<JournaledRows[T]>>> {
  const table = database.journaled(name);
  const all = wanted > MAX_SINGLE_READS ? new Set(await table.toCollection().primaryKeys()) : null;
  // Between the keys of a part there are few others: reading all of them is quicker than asking for each.
  const areDense = all !== null && all.size < DENSE * wanted;
  return async (keys) => {
    const there = all ?? new Set(await table.where(':id').anyOf(keys).primaryKeys());
    const known = keys.filter((key) => there.has(key));
    const [first, last] = [known[0], known.at(-1)];
    const rows =
      areDense && first !== undefined && last !== undefined
        ? await rowsBetween(table, first, last)
        : (await table.bulkGet(known)).filter((row) => row !== undefined);
    return { rows: new Map(rows.map((row) => [row.id, row])), keys: there };
  };
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

/** Settings and slates, which are not undone. Within one action, so that a library changes as a whole. */
export async function putUnjournaled(database: HandpickedDatabase, wanted: WantedRows): Promise<void> {
  for (const name of ['settings', 'slates'] as const) {
    const parse = parserOf(ROW_SCHEMAS[name] as z.ZodType<object>);
    const table = database.table<object, string>(name);
    for (const [key, row] of wanted.get(name) ?? []) {
      if (row === null) await table.delete(key);
      else if (parse(row) !== undefined) await table.put(row);
    }
  }
}
