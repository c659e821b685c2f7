import { Dexie } from 'dexie';
import { sortedInSlices } from '../domain/sorted-in-slices';
import { allRows, rowReader } from './all-rows';
import { HandpickedDatabase } from './database';
import { keyOfRow, KEPT_TABLES, type KeptTable } from './schema';

/** What a row should be, by its key; null = there should be none. */
export type WantedRow = readonly [key: string, row: object | null];

/** What rows of a table should be, ascending by key, so many at a time. */
export interface WantedTable {
  /** How many in all; more, perhaps, than come. */
  readonly size: number;
  /** Empty at the end. May be waited for within a transaction of another database. */
  next(): PromiseLike<readonly WantedRow[]>;
}

/** What the rows of a library should be. Each table is read once, from its beginning. */
export interface WantedRows {
  table(name: KeptTable): WantedTable;
}

/** Rows by table and key; null = there should be none. */
export type RowsByKey = ReadonlyMap<KeptTable, ReadonlyMap<string, object | null>>;

/** Tables of which there is little: they are not undone, and held as a whole. */
export const UNJOURNALED = ['settings', 'slates'] as const;

/** Rows of one part. */
const PART = 500;
/** Entries of a map that are taken at once: some milliseconds. */
const ENTRIES_AT_ONCE = 20_000;

/** Another database of the present version, whose rows are wanted here; all but damaged ones. */
export interface SourceDatabase extends WantedRows {
  /** Settings and slates. */
  readonly unjournaled: RowsByKey;
  close(): void;
}

export async function openSource(name: string): Promise<SourceDatabase> {
  const source = new HandpickedDatabase(name);
  try {
    await source.open();
    const unjournaled = new Map<KeptTable, ReadonlyMap<string, object>>();
    const sizes = new Map<KeptTable, number>();
    for (const table of KEPT_TABLES) sizes.set(table, await source.table(table).count());
    for (const table of UNJOURNALED) {
      const rows = await allRows(source.table<object, string>(table));
      unjournaled.set(table, new Map(rows.map((row) => [keyOfRow(table, row), row])));
    }
    return {
      unjournaled,
      close: () => {
        source.close();
      },
      table: (table) => {
        const reader = rowReader(source.table<object, string>(table), PART);
        const read = (): Promise<readonly object[]> => Dexie.ignoreTransaction(() => reader.next());
        // The next part is read while the last is being written.
        let coming: Promise<readonly object[]> | null = null;
        return {
          size: sizes.get(table) ?? 0,
          next: async () => {
            const rows: readonly object[] = await waitedFor(coming ?? read());
            coming = rows.length === 0 ? null : read();
            // Whoever stops in the middle closes the database, and nobody waits for this part.
            coming?.catch(() => undefined);
            return rows.map((row): WantedRow => [keyOfRow(table, row), row]);
          },
        };
      },
    };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** What is not of this transaction's database; waiting for it alone would end the transaction. */
function waitedFor<T>(work: Promise<T>): PromiseLike<T> {
  return Dexie.currentTransaction === null ? work : Dexie.waitFor(work);
}

/**
 * Rows held in memory, perhaps very many. Sorted before a transaction begins, in parts between which the page does what
 * waits.
 */
export async function sortedRows(rows: RowsByKey, pause: () => Promise<void>): Promise<WantedRows> {
  const sorted = new Map<KeptTable, readonly WantedRow[]>();
  for (const [table, byKey] of rows) {
    const entries: WantedRow[] = [];
    for (const entry of byKey) {
      entries.push(entry);
      if (entries.length % ENTRIES_AT_ONCE === 0) await pause();
    }
    sorted.set(table, await sortedInSlices(entries, byKeyOf, pause));
  }
  return {
    table: (name) => {
      const all = sorted.get(name) ?? [];
      let start = 0;
      return { size: all.length, next: () => Promise.resolve(all.slice(start, (start += PART))) };
    },
  };
}

/** `later` where both say something of a row. */
export function overlaid(base: WantedRows, later: WantedRows): WantedRows {
  return {
    table: (name) => {
      const [lower, upper] = [new RowsAhead(base.table(name)), new RowsAhead(later.table(name))];
      return {
        size: lower.size + upper.size,
        next: async () => {
          await lower.read();
          await upper.read();
          const part: WantedRow[] = [];
          // Up to where one of them has to be read on.
          while (lower.isRead() && upper.isRead()) {
            const [one, other] = [lower.head(), upper.head()];
            const next = other === undefined || (one !== undefined && one[0] < other[0]) ? one : other;
            if (next === undefined) break;
            part.push(next);
            if (one?.[0] === next[0]) lower.pass();
            if (other?.[0] === next[0]) upper.pass();
          }
          return part;
        },
      };
    },
  };
}

/** The next rows of a table. */
class RowsAhead {
  #rows: readonly WantedRow[] = [];
  #at = 0;
  #isEnd = false;

  constructor(private readonly table: WantedTable) {}

  get size(): number {
    return this.table.size;
  }

  /** Reads on where nothing is left of what was read. */
  async read(): Promise<void> {
    if (this.isRead()) return;
    this.#rows = await this.table.next();
    this.#at = 0;
    this.#isEnd = this.#rows.length === 0;
  }

  /** Whether it is known which row is the next. */
  isRead(): boolean {
    return this.#isEnd || this.#at < this.#rows.length;
  }

  /** Undefined at the end. */
  head(): WantedRow | undefined {
    return this.#rows[this.#at];
  }

  pass(): void {
    this.#at += 1;
  }
}

/** Settings and slates, `later` where both say something of a row. */
export function overlaidUnjournaled(base: RowsByKey, later: RowsByKey): RowsByKey {
  return new Map(
    UNJOURNALED.map((table) => [table, new Map([...(base.get(table) ?? []), ...(later.get(table) ?? [])])]),
  );
}

const byKeyOf = ([a]: WantedRow, [b]: WantedRow): number => (a < b ? -1 : 1);
