import { ownValue } from '../domain/own-value';
import type { Collection, Dexie, Table } from 'dexie';
import { z } from 'zod';
import type { ArchivedTable } from '../domain/archived-table';
import { AppError } from '../domain/errors';
import type { Fields } from '../domain/parsing';
import type { CopiedStanding, CopyOptions, LibrarySink } from '../domain/ports/library-copies';

const standingSchema: z.ZodType<CopiedStanding> = z.object({
  libraryId: z.string(),
  journalId: z.string(),
  appliedSequence: z.int().nonnegative(),
} satisfies Fields<CopiedStanding>);

/** Rows read at once. A row of the trash holds all that was deleted with it. */
const PAGE_ROWS = 2000;
const TRASH_PAGE_ROWS = 20;
/** Up to here all is read in one transaction, during which nobody can write: a fraction of a second. */
const MAX_HELD_ROWS = 30_000;
/** How often a larger library is read page by page, beginning anew when it changed, before writers have to wait. */
const FREE_ATTEMPTS = 2;

/**
 * Hands every row of one moment to a sink. A large library is read in many short transactions, so that what a person
 * does meanwhile is saved at once; where anything was written between the first and the last, reading begins anew, and
 * the third time it holds the library still.
 */
export async function copyLibrary(
  database: Dexie,
  tables: readonly ArchivedTable[],
  begin: (standing: CopiedStanding | null) => LibrarySink,
  { signal, onProgress, pause, maxHeldRows = MAX_HELD_ROWS }: CopyOptions = {},
): Promise<void> {
  const names = tables.map(({ name }) => name);
  for (let attempt = 1; ; attempt += 1) {
    const total = await database.transaction('r', names, async () => {
      let rows = 0;
      for (const name of names) rows += await database.table(name).count();
      return rows;
    });
    // Read before the rows: they hold what it says, and perhaps more.
    const sink = begin(await standingOf(database));
    let done = 0;
    const read = async (wait: (() => Promise<void>) | null): Promise<void> => {
      for (const { name } of tables) {
        let after: unknown;
        // No generator: its waits would end the transaction.
        for (let page: Page | null = null; page?.isLast !== true; after = page.lastKey) {
          page = await readPage(database.table(name), after);
          if (signal?.aborted === true)
            throw new AppError('cancelled', 'Saving everything was cancelled; nothing was changed.');
          if (page.rows.length > 0) sink.addRows(name, page.rows);
          for (const key of page.unreadable)
            sink.addDamaged({ table: name, key, problem: 'the database could not read it' });
          onProgress?.((done += page.rows.length + page.unreadable.length), total);
          await wait?.();
        }
      }
    };
    if (total <= maxHeldRows || attempt > FREE_ATTEMPTS) {
      // Waiting for anything but the database would end the transaction.
      await database.transaction('r', names, async () => {
        await read(null);
      });
      return;
    }
    const before = await stateOf(database);
    await read(pause ?? null);
    if ((await stateOf(database)) === before) return;
  }
}

async function standingOf(database: Dexie): Promise<CopiedStanding | null> {
  if (!database.tables.some(({ name }) => name === 'outside')) return null;
  const parsed = standingSchema.safeParse(await database.table('outside').get('library'));
  return parsed.success ? parsed.data : null;
}

interface Page {
  readonly rows: readonly unknown[];
  /** Keys of rows that the database has and cannot read. */
  readonly unreadable: readonly unknown[];
  readonly lastKey: unknown;
  readonly isLast: boolean;
}

/** Every row of a table as it is stored, ascending by key, but those that cannot be read. */
export async function* storedRows(table: Table): AsyncGenerator<readonly unknown[]> {
  let after: unknown;
  for (let page: Page | null = null; page?.isLast !== true; after = page.lastKey) {
    page = await readPage(table, after);
    if (page.rows.length > 0) yield page.rows;
  }
}

/** @param after key of the last row read; undefined at the start */
async function readPage(table: Table, after: unknown): Promise<Page> {
  const limit = table.name === 'trash' ? TRASH_PAGE_ROWS : PAGE_ROWS;
  const range = (): Collection =>
    (after === undefined ? table.toCollection() : table.where(':id').above(after)).limit(limit);
  try {
    const rows: unknown[] = await range().toArray();
    return { rows, unreadable: [], lastKey: keyOf(table, rows.at(-1)), isLast: rows.length < limit };
  } catch {
    // One row that cannot be read fails the page: each by itself then. Where it was not that, this fails as well.
    const keys: unknown[] = await range().primaryKeys();
    const rows: unknown[] = [];
    const unreadable: unknown[] = [];
    for (const key of keys) {
      const row: unknown = await table.get(key).catch(() => undefined);
      if (row === undefined) unreadable.push(key);
      else rows.push(row);
    }
    return { rows, unreadable, lastKey: keys.at(-1), isLast: keys.length < limit };
  }
}

function keyOf(table: Table, row: unknown): unknown {
  const { keyPath } = table.schema.primKey;
  return row instanceof Object && typeof keyPath === 'string'
    ? ownValue(row as Readonly<Record<string, unknown>>, keyPath)
    : undefined;
}

/**
 * A text that is another one after any write: each write of a repository is an action of the history of undo and a row
 * of the outbox, with numbers that are never given again; what comes from the journal outside moves the row in
 * `outside`; what is written past these is compared itself (settings, the keys of trash, slates and people).
 */
async function stateOf(database: Dexie): Promise<string> {
  const has = (name: string): boolean => database.tables.some((table) => table.name === name);
  return await database.transaction('r', database.tables, async () => {
    const state: unknown[] = [];
    for (const table of database.tables) state.push(await table.count());
    for (const name of ['actions', 'outbox', 'outside', 'settings'])
      if (has(name)) state.push(await database.table(name).toArray());
    for (const name of ['trash', 'slates', 'people'])
      if (has(name)) state.push(await database.table(name).toCollection().primaryKeys());
    return JSON.stringify(state);
  });
}
