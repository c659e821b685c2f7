import { itemId, type ItemId } from '../domain/ids';
import { AppError, toAppError } from '../domain/errors';
import { ObservableValue } from '../domain/observable-value';
import type { Clock, IdSource } from '../domain/ports/clock';
import type { Outbox, OutboxState } from '../domain/ports/outbox';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { HandpickedDatabase } from './database';
import { writeOutsideChange, type TableChange } from './outside-change';
import { rowsUnder } from './all-rows';
import { keyOfRow, KEPT_TABLES, type KeptTable } from './schema';

/** Rows of one record, so that no record is huge and an import is sent in parts. */
const KEYS_PER_RECORD = 500;

/** Below this nothing is written: Chromium's IndexedDB may be lost as a whole where its own log meets a full disk. */
export const LEAST_FREE_BYTES = 48 * 1024 * 1024;

/** Until the next try where the journal outside does not answer, milliseconds. */
const RETRY_AFTER = 5000;

/** What is outside the database, and what belongs to the window. */
export interface OutsideServices {
  readonly journal: OutsideJournal;
  /** Runs work while no other window does: two must not send the same rows in turns. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Calls back once after so many milliseconds. */
  readonly later: (work: () => void, milliseconds: number) => void;
  /** Lets the page do what waits, between two parts of long work. */
  readonly pause?: () => Promise<void>;
}

export interface OutboxOptions extends OutsideServices {
  readonly database: HandpickedDatabase;
  readonly clock: Clock;
  readonly newId: IdSource;
  /**
   * Called where something is sent for another window, which may have been killed before it said what it did.
   * @param items those it wrote or deleted
   */
  readonly onOthers?: (items: readonly ItemId[]) => void;
}

interface Batch {
  /** Rows of the outbox that are in it. */
  readonly ids: readonly number[];
  readonly text: string;
  /** Items that another window has written or deleted; null where it is all this window's. */
  readonly others: readonly ItemId[] | null;
}

/**
 * Empties the table `outbox` into the journal outside. A record holds whole rows as they are when it is sent, so
 * sending one twice (the answer was lost, the window was killed) does no harm.
 */
export class DatabaseOutbox implements Outbox {
  readonly #state = new ObservableValue<OutboxState>({ waiting: 0, keptAt: null, problem: null });
  #sending: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #isRetrySet = false;

  constructor(private readonly options: OutboxOptions) {
    options.database.onOutboxFilled(() => {
      this.#state.set({ ...this.state(), waiting: this.state().waiting + 1 });
      void this.flush();
    });
  }

  readonly state = (): OutboxState => this.#state.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  flush(): Promise<void> {
    // What was written after the current sending began may have missed it: one more follows, for all who ask meanwhile.
    this.#next ??= this.#sending.then(() => {
      this.#next = null;
      this.#sending = this.#send();
      return this.#sending;
    });
    return this.#next;
  }

  async assertRoom(): Promise<void> {
    // Without an answer nothing is known of the disk; the window says so by itself.
    const freeBytes = await this.options.journal.standing().then(
      (standing) => standing.freeBytes,
      () => null,
    );
    if (freeBytes === null || freeBytes >= LEAST_FREE_BYTES) return;
    const megabytes = Math.floor(freeBytes / (1024 * 1024));
    throw new AppError(
      'storage-full',
      `Only ${megabytes} MB are left on the disk that holds your library, so nothing was changed. Free some space and do it again.`,
    );
  }

  async #send(): Promise<void> {
    const { database, journal, clock, newId, exclusively } = this.options;
    try {
      await exclusively(async () => {
        for (let batch = await this.#batch(); batch !== null; batch = await this.#batch()) {
          const { text, ids, others } = batch;
          if (others !== null) this.options.onOthers?.(others);
          const sequence = await journal.append({ id: newId(), at: clock(), text });
          await database.transaction('rw', database.outbox, database.outside, async () => {
            await database.outbox.bulkDelete([...ids]);
            const { appliedSequence } = (await database.outside.get('library')) ?? { appliedSequence: sequence };
            // Between the two stand records of another shell: they are still to be read.
            if (sequence === appliedSequence + 1)
              await database.outside.update('library', { appliedSequence: sequence });
          });
        }
      });
      const waiting = await database.outbox.count();
      this.#state.set({ waiting, keptAt: waiting === 0 ? clock() : this.state().keptAt, problem: null });
    } catch (error) {
      const waiting = await database.outbox.count().catch(() => this.state().waiting);
      this.#state.set({ waiting, keptAt: this.state().keptAt, problem: toAppError(error) });
      this.#retryLater();
    }
  }

  /** The oldest changes as one record; null where there are none, or where it is not decided what this library is. */
  async #batch(): Promise<Batch | null> {
    const { database } = this.options;
    const tables = KEPT_TABLES.map((name) => database.table(name));
    return await database.transaction('r', [database.outbox, database.outside, ...tables], async () => {
      const outside = await database.outside.get('library');
      if (outside === undefined) return null;
      const ids: number[] = [];
      const sent: string[] = [];
      const keys = new Map<KeptTable, Set<string>>();
      let others: ItemId[] | null = null;
      let count = 0;
      await database.outbox
        .orderBy(':id')
        .until(() => count >= KEYS_PER_RECORD)
        .each((row, cursor) => {
          ids.push(cursor.primaryKey);
          sent.push(row.token);
          if (!database.isOwnToken(row.token))
            others = [...(others ?? []), ...(row.table === 'items' ? row.keys.map(itemId) : [])];
          const known = keys.get(row.table) ?? new Set<string>();
          keys.set(row.table, known);
          for (const key of row.keys) known.add(key);
          count += row.keys.length;
        });
      if (ids.length === 0) return null;
      // A damaged row goes outside as it is: it must not be taken for a deleted one.
      database.skipParsing();
      const changes: TableChange[] = [];
      for (const table of KEPT_TABLES) {
        const wanted = [...(keys.get(table) ?? [])].sort();
        if (wanted.length === 0) continue;
        const rows = await rowsUnder(database.table<object, string>(table), wanted);
        const present = new Set(rows.map((row) => keyOfRow(table, row)));
        changes.push({ table, put: rows, delete: wanted.filter((key) => !present.has(key)) });
      }
      return {
        ids,
        others,
        text: writeOutsideChange({ libraryId: outside.libraryId, databaseVersion: database.verno, changes, sent }),
      };
    });
  }

  #retryLater(): void {
    if (this.#isRetrySet) return;
    this.#isRetrySet = true;
    this.options.later(() => {
      this.#isRetrySet = false;
      void this.flush();
    }, RETRY_AFTER);
  }
}
