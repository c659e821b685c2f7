import { Dexie, RangeSet, type EntityTable, type PromiseExtended, type Table } from 'dexie';
import type { AppError } from '../domain/errors';
import type { TasteEvent } from '../domain/event';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import { DamagedRowLog } from './damaged-row-log';
import type { Migration } from './migrations/migration';
import { watchConnection } from './lost-connection';
import { declareVersions, MIGRATIONS } from './migrations/migrations';
import { outboxedWrites } from './outboxed-writes';
import { parsedRows } from './parsed-rows';
import { toldDeletions } from './told-deletions';
import {
  type ActionChangeRow,
  type ActionRow,
  KEPT_TABLES,
  type JournaledRows,
  type JournaledTable,
  type OutboxRow,
  type OutsideRow,
  type SettingRow,
  type StoredSlate,
  type TrashRow,
} from './schema';

export const DATABASE_NAME = 'handpicked';

const ACTION_TABLES: ReadonlySet<string> = new Set([...KEPT_TABLES, 'actions', 'actionChanges', 'outbox', 'outside']);

export class HandpickedDatabase extends Dexie {
  readonly damagedRows = new DamagedRowLog();
  readonly #unparsed = new WeakSet<object>();
  readonly #alreadyOutside = new WeakSet<object>();
  /** Begins every token that this window leaves in the outbox. */
  readonly #writer = `${crypto.randomUUID().slice(0, 8)}.`;
  #isUpgraded = false;
  declare readonly items: EntityTable<Item, 'id'>;
  declare readonly people: EntityTable<Person, 'id'>;
  declare readonly events: EntityTable<TasteEvent, 'id'>;
  declare readonly shares: EntityTable<Share, 'id'>;
  declare readonly lists: EntityTable<RecommendationList, 'id'>;
  declare readonly trash: EntityTable<TrashRow, 'id'>;
  declare readonly slates: EntityTable<StoredSlate, 'id'>;
  declare readonly actions: Table<ActionRow, number>;
  declare readonly actionChanges: Table<ActionChangeRow, number>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly outside: EntityTable<OutsideRow, 'key'>;
  #committed: (() => void) | null = null;
  #lost: AppError | null = null;
  #toldLost: ((error: AppError) => void) | null = null;

  constructor(name = DATABASE_NAME, migrations: readonly Migration[] = MIGRATIONS) {
    super(name, {
      // What a person typed must survive a power failure: the commit waits for the disk.
      chromeTransactionDurability: 'strict',
      // The cache keeps results of ended live queries and re-evaluates them on each write (16 ms per write, measured).
      cache: 'disabled',
      // A connection that Chromium ends (`onLost`) is not followed by another one to a new, empty database.
      autoOpen: false,
    });
    declareVersions(this, migrations);
    // Where its table of contents is gone, Chromium begins a new database, and rows of the old one's last writes may
    // come up in it: some of a library, which would be taken for all of it.
    this.on('populate', () => Promise.all(this.tables.map((table) => table.clear())).then(() => undefined));
    // An upgrade reads rows of older versions, which do not fit these schemas: it gets them unparsed.
    this.on('ready', () => {
      this.#isUpgraded = true;
      watchConnection(this.backendDB(), (error) => {
        this.#lost ??= error;
        this.#toldLost?.(this.#lost);
      });
    });
    this.use(
      parsedRows({
        damagedRows: this.damagedRows,
        skipsParsing: (transaction) => !this.#isUpgraded || this.#unparsed.has(transaction),
      }),
    );
    this.use(toldDeletions);
    this.use(
      outboxedWrites({
        clock: () => Date.now(),
        newToken: this.newToken,
        isSkipped: (transaction) => !this.#isUpgraded || this.#alreadyOutside.has(transaction),
        onCommit: () => this.#committed?.(),
      }),
    );
  }

  /** Dexie calls it, too, for a connection that has ended. */
  override open(): PromiseExtended<Dexie> {
    return this.#lost === null ? super.open() : Dexie.Promise.reject(this.#lost);
  }

  /** @param listener called when the browser cannot read this database any more, or has ended the connection to it */
  onLost(listener: (error: AppError) => void): void {
    this.#toldLost = listener;
    if (this.#lost !== null) listener(this.#lost);
  }

  /** Live queries are asked again, in this window and others: something was committed that they have not heard of. */
  refreshLiveQueries(): void {
    Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  }

  /** For a row of the outbox that this window writes. */
  readonly newToken = (): string => this.#writer + crypto.randomUUID();

  /** Whether what stands in the outbox under this token was written through this connection. */
  isOwnToken(token: string): boolean {
    return token.startsWith(this.#writer);
  }

  /** @param listener called after each commit that left something in the outbox */
  onOutboxFilled(listener: () => void): void {
    this.#committed = listener;
  }

  /** For the rest of the running transaction: what it writes comes from outside and need not be told there. */
  skipOutbox(): void {
    const { currentTransaction } = Dexie;
    if (currentTransaction === null) throw new Error('skipOutbox outside a transaction');
    this.#alreadyOutside.add(currentTransaction.idbtrans);
  }

  /**
   * For the rest of the running transaction, rows are read and written as they are: for code that moves rows without
   * looking into them, and must not take a damaged one for a missing one.
   */
  skipParsing(): void {
    const { currentTransaction } = Dexie;
    // Null outside a transaction: a bug of the caller.
    if (currentTransaction === null) throw new Error('skipParsing outside a transaction');
    this.#unparsed.add(currentTransaction.idbtrans);
  }

  journaled<T extends JournaledTable>(name: T): Table<JournaledRows[T], string> {
    return this.table(name);
  }

  /**
   * Every table an action may write, the journal’s own, and those that change with an action and are not undone: slates
   * go with their person, settings come with a whole library, and what is outside is noted.
   */
  get actionTables(): Table[] {
    // A database of an earlier version has fewer.
    return this.tables.filter(({ name }) => ACTION_TABLES.has(name));
  }
}
