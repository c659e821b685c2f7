import type { Table } from 'dexie';

/** Rows read at once: some milliseconds of the page's time. */
const PART = 1000;

/** Rows of a table whose keys lie between two of them, both included: one read, however many there are. */
export function rowsBetween<T>(table: Table<T, string>, first: string, last: string): PromiseLike<T[]> {
  return table.where(':id').between(first, last, true, true).toArray();
}

/** Rows of a table, for each of the keys that are wanted, up to which it is quicker to read whole ranges of it. */
export const DENSE = 4;

/** The rows among which ascending keys lie; null where the keys are in another order, or lie far apart. */
export async function denseRange<T>(table: Table<T, string>, keys: readonly string[]): Promise<T[] | null> {
  const [first, last] = [keys[0], keys.at(-1)];
  const isAscending = keys.every((key, place) => place === 0 || (keys[place - 1] ?? '') < key);
  if (first === undefined || last === undefined || !isAscending) return null;
  const count = await table.where(':id').between(first, last, true, true).count();
  return count > DENSE * keys.length ? null : await rowsBetween(table, first, last);
}

/** Rows of a table, ascending by key, so many at a time. */
export interface RowReader<T> {
  /** Empty at the end. Damaged rows are passed over. */
  next(): Promise<readonly T[]>;
}

/** No generator: its waits would end a transaction. */
export function rowReader<T extends object>(table: Table<T, string>, size = PART): RowReader<T> {
  const { keyPath } = table.schema.primKey;
  let after: string | null = null;
  let isEnd = false;
  const read = async (): Promise<readonly T[]> => {
    const range = after === null ? table.toCollection() : table.where(':id').above(after);
    const rows = await range.limit(size).toArray();
    const last = rows.at(-1);
    if (rows.length === size && last !== undefined) {
      after = String(Reflect.get(last, String(keyPath)));
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
