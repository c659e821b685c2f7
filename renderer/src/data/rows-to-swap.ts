import { allRows, denseRows } from './all-rows';
import type { HandpickedDatabase } from './database';
import { partsOf } from '../domain/parts-of';
import type { ActionChangeRow, JournaledRows, JournaledTable } from './schema';

export type SwappedRow = JournaledRows[JournaledTable] | null;

/** Up to so many rows of a table, each is asked for by itself. */
const MAX_SINGLE_READS = 1000;
/** Rows of a whole table that are read in the time of one that is asked for by itself. */
const SINGLE_READ_COST = 10;
/** Rows written at once: some milliseconds of the page's time. */
const ROWS_AT_ONCE = 500;

/** The rows that an action changed, as they are now and as they are put back. Within one transaction. */
export class RowsToSwap {
  /** Tables that were read as a whole, kept up to date. */
  readonly #whole = new Map<JournaledTable, Map<string, SwappedRow>>();

  /** @param sizes keys that the action names, by table */
  constructor(
    private readonly database: HandpickedDatabase,
    private readonly sizes: ReadonlyMap<JournaledTable, number>,
  ) {}

  /**
   * As they are now: few, each by itself; many that lie together, their range; many that lie anywhere, from the whole
   * table, which is read once.
   */
  async current({ table: name, keys }: Pick<ActionChangeRow, 'table' | 'keys'>): Promise<readonly SwappedRow[]> {
    const table = this.database.journaled(name);
    const size = this.sizes.get(name) ?? 0;
    if (size > MAX_SINGLE_READS) {
      const together = isAscending(keys) && !this.#whole.has(name) ? await denseRows(table, keys) : null;
      const rows = together === null ? await this.#wholeTable(name, size) : byId(together);
      if (rows !== null) return keys.map((key) => rows.get(key) ?? null);
    }
    return (await table.bulkGet([...keys])).map((row) => row ?? null);
  }

  /** @param images one per key; null: there is to be no row */
  async put(
    { table: name, keys }: Pick<ActionChangeRow, 'table' | 'keys'>,
    images: readonly SwappedRow[],
    current: readonly SwappedRow[],
  ): Promise<void> {
    const table = this.database.journaled(name);
    await table.bulkDelete(keys.filter((_key, index) => images[index] === null && current[index] !== null));
    for (const part of partsOf(images, ROWS_AT_ONCE)) await table.bulkPut(part.filter((image) => image !== null));
    const whole = this.#whole.get(name);
    keys.forEach((key, index) => whole?.set(key, images[index] ?? null));
  }

  /** Null where the table is so large that asking for each row is quicker. */
  async #wholeTable(name: JournaledTable, size: number): Promise<ReadonlyMap<string, SwappedRow> | null> {
    const known = this.#whole.get(name);
    if (known !== undefined) return known;
    const table = this.database.journaled(name);
    if ((await table.count()) > size * SINGLE_READ_COST) return null;
    const rows = byId(await allRows(table));
    this.#whole.set(name, rows);
    return rows;
  }
}

const isAscending = (keys: readonly string[]): boolean =>
  keys.every((key, place) => place === 0 || (keys[place - 1] ?? '') < key);

const byId = (rows: readonly JournaledRows[JournaledTable][]): Map<string, SwappedRow> =>
  new Map(rows.map((row) => [row.id, row]));
