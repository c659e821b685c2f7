import type { Table } from 'dexie';

/** Rows read at once: some milliseconds of the page's time. */
const PART = 1000;

/** Rows of a table, for each of the keys that are wanted, up to which it is quicker to read whole ranges of it. */
const DENSE = 4;

/** Keys of the table between the first and the last of ascending keys; null where there are many others. */
async function denseKeys<T>(table: Table<T, string>, keys: readonly string[]): Promise<readonly string[] | null> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = DENSE * keys.length;
  const range = table.where(':id').between(first, last, true, true);
  const found = await range.limit(most + 1).primaryKeys();
  return found.length > most ? null : found;
}

/** Which keys the table has between the first and the last of ascending keys; those that are wanted are among them. */
export async function keysAmong<T>(table: Table<T, string>, wanted: readonly string[]): Promise<readonly string[]> {
  return (await denseKeys(table, wanted)) ?? (await table.where(':id').anyOf(wanted).primaryKeys());
}

/** The rows of a table under ascending keys, read in one go; null where many others are among them. */
export async function denseRows<T extends object>(
  table: Table<T, string>,
  wanted: readonly string[],
): Promise<T[] | null> {
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return [];
  if ((await denseKeys(table, wanted)) === null) return null;
  const keyOf = keyReader(table);
  const among = new Set(wanted);
  const rows = await table.where(':id').between(first, last, true, true).toArray();
  return rows.filter((row) => among.has(keyOf(row)));
}

/** The rows of a table under ascending keys. */
export async function rowsUnder<T extends object>(table: Table<T, string>, wanted: readonly string[]): Promise<T[]> {
  const rows = wanted.length > 1 ? await denseRows(table, wanted) : null;
  return rows ?? (await table.bulkGet([...wanted])).filter((row) => row !== undefined);
}

function keyReader<T extends object>(table: Table<T, string>): (row: T) => string {
  const keyPath = String(table.schema.primKey.keyPath);
  return (row) => String(Reflect.get(row, keyPath));
}

/** Rows of a table, ascending by key, so many at a time. */
export interface RowReader<T> {
  /** Empty at the end. Damaged rows are passed over. */
  next(): Promise<readonly T[]>;
}

/** No generator: its waits would end a transaction. */
export function rowReader<T extends object>(table: Table<T, string>, size = PART): RowReader<T> {
  const keyOf = keyReader(table);
  let after: string | null = null;
  let isEnd = false;
  const read = async (): Promise<readonly T[]> => {
    const range = after === null ? table.toCollection() : table.where(':id').above(after);
    const rows = await range.limit(size).toArray();
    const last = rows.at(-1);
    if (rows.length === size && last !== undefined) {
      after = keyOf(last);
      return rows;
    }
    // Fewer: it was the end, or some are damaged.
    const rest = after === null ? table.toCollection() : table.where(':id').above(after);
    const keys: string[] = await rest.limit(size).primaryKeys();
    after = keys.at(-1) ?? after;
    isEnd = keys.length < size;
    return rows.length === 0 && !isEnd ? await read() : rows;
  };
  return { next: async () => (isEnd ? [] : await read()) };
}

/**
 * Every row of a table, ascending by key, read in parts so that the page is never held up for long. Call inside a
 * transaction where they must be of one moment.
 */
export async function allRows<T extends object>(table: Table<T, string>): Promise<T[]> {
  const reader = rowReader(table);
  const rows: T[] = [];
  for (let part = await reader.next(); part.length > 0; part = await reader.next()) rows.push(...part);
  return rows;
}
