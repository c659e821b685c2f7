import { Dexie } from 'dexie';
import type { ArchivedTable } from '../domain/archived-table';
import { AppError } from '../domain/errors';
import type { LibraryCopies, LibrarySource, LibraryTarget } from '../domain/ports/library-copies';
import { ARCHIVED_TABLES } from './archived-tables';
import { copyLibrary, storedRows } from './copy-library';
import { HandpickedDatabase } from './database';
import { databaseError } from './database-errors';
import { declareVersions, MIGRATIONS } from './migrations/migrations';
import type { Migration } from './migrations/migration';

/**
 * What belongs to a database and not to the library in it: the history of undo, and how it stands to the journal
 * outside.
 */
const NOT_ARCHIVED = ['actions', 'actionChanges', 'outbox', 'outside'];
/** Row under `settings` of a database that is being filled: one that has it is not whole. */
const UNFINISHED_KEY = 'restore-unfinished';

/** Whole databases as files are made of them. */
export class DexieLibraryCopies implements LibraryCopies {
  readonly tables = ARCHIVED_TABLES;
  readonly version: number;

  constructor(private readonly migrations: readonly Migration[] = MIGRATIONS) {
    this.version = migrations.length;
  }

  async names(): Promise<readonly string[]> {
    return (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
  }

  async exists(name: string): Promise<boolean> {
    return (await this.names()).includes(name);
  }

  async open(name: string): Promise<LibrarySource> {
    return await inWords(async () => {
      if (!(await this.exists(name))) throw new AppError('not-found', 'There is no library of this name.');
      // Without a declared version Dexie opens a database as it stands.
      const database = await new Dexie(name, { cache: 'disabled' }).open();
      const version = Math.floor(database.verno);
      const tables = this.#tablesOf(database, version);
      return {
        version,
        tables,
        copy: async (begin, options) => {
          await inWords(() => copyLibrary(database, tables, begin, options));
        },
        rows: (table) => storedRows(database.table(table)),
        count: async (table) => await inWords(() => database.table(table).count()),
        close: () => {
          database.close();
        },
      };
    });
  }

  async create(name: string, version: number): Promise<LibraryTarget> {
    return await inWords(async () => {
      await this.#refuseLibrary(name);
      // Until it is finished, it may be lost.
      const database = new Dexie(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
      declareVersions(database, this.migrations, version);
      await database.open();
      await database.table('settings').put({ key: UNFINISHED_KEY, value: true });
      return {
        add: async (table, rows) => {
          if (!database.tables.some((known) => known.name === table)) return;
          await inWords(() =>
            database.transaction('rw', database.table(table), async () => {
              await database.table(table).bulkAdd([...rows]);
            }),
          );
        },
        finish: async () => {
          await inWords(() => database.table('settings').delete(UNFINISHED_KEY));
        },
        upgrade: async () => {
          database.close();
          const upgraded = new HandpickedDatabase(name, this.migrations);
          await inWords(() => upgraded.open());
          upgraded.close();
        },
        close: () => {
          database.close();
        },
      };
    });
  }

  async delete(name: string): Promise<void> {
    await inWords(() => Dexie.delete(name));
  }

  /** Leaves an empty database, or one that was left half-way, deleted; refuses one with a library in it. */
  async #refuseLibrary(name: string): Promise<void> {
    if (!(await this.exists(name))) return;
    const found = await new Dexie(name, { cache: 'disabled' }).open();
    try {
      const isUnfinished =
        found.tables.some((table) => table.name === 'settings') &&
        (await found.table('settings').get(UNFINISHED_KEY)) !== undefined;
      if (!isUnfinished)
        for (const table of found.tables)
          if ((await table.count()) > 0)
            throw new AppError('invalid-input', 'There is a library of this name already; it was left as it is.');
    } finally {
      found.close();
    }
    await Dexie.delete(name);
  }

  #tablesOf(database: Dexie, version: number): readonly ArchivedTable[] {
    const present = new Set(database.tables.map(({ name }) => name));
    if (version === this.version) return ARCHIVED_TABLES;
    const known = ARCHIVED_TABLES.filter(({ name }) => present.has(name)).map(unchecked);
    const knownNames = new Set([...ARCHIVED_TABLES.map(({ name }) => name), ...NOT_ARCHIVED]);
    // Of a newer version: whatever they are, the version that made them can read them.
    const others = database.tables
      .filter(({ name }) => !knownNames.has(name))
      .map(({ name, schema }) => unchecked({ name, keyField: String(schema.primKey.keyPath), isReferenced: false }));
    return [...known, ...others];
  }
}

/** A table whose rows are of another version, so that the present schema says nothing of them. */
const unchecked = (table: Pick<ArchivedTable, 'name' | 'keyField' | 'isReferenced'>): ArchivedTable => ({
  ...table,
  problemOf: () => null,
  oddityOf: () => null,
  referencesOf: () => [],
});

async function inWords<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error);
  }
}
