import type { Table } from 'dexie';
import { partsOf } from './parts-of';

/** Rows read at once: some milliseconds of the page's time. */
const PART = 1000;

/** Rows of a table whose keys lie between two of them, both included: one read, however many there are. */
export function rowsBetween<T>(table: Table<T, string>, first: string, last: string): PromiseLike<T[]> {
  return table.where(':id').between(first, last, true, true).toArray();
}

/**
 * Every row of a table, ascending by key, read in parts so that the page is never held up for long. Call inside a
 * transaction where they must be of one moment.
 */
export async function allRows<T>(table: Table<T, string>): Promise<T[]> {
  const keys = await table.toCollection().primaryKeys();
  const rows: T[] = [];
  for (const part of partsOf(keys, PART)) {
    const [first, last] = [part[0], part.at(-1)];
    if (first !== undefined && last !== undefined) rows.push(...(await rowsBetween(table, first, last)));
  }
  return rows;
}
