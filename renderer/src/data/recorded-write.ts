import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Clock } from '../domain/ports/clock';
import type { ActionKind } from '../domain/ports/journal';
import type { HandpickedDatabase } from './database';
import { partsOf } from '../domain/parts-of';
import type { ItemsChange, JournaledRows, JournaledTable } from './schema';

/** Keys in one row of the journal: keeps a large import from becoming one huge value. */
const KEYS_PER_CHANGE = 2000;
/** Rows read or written at once: some milliseconds of the page's time. */
const ROWS_AT_ONCE = 500;

type Image = JournaledRows[JournaledTable] | null;

/**
 * The only way repositories write: each method writes its table and remembers what stood there before, so that the
 * action can be undone. However many rows there are, they are written in parts, and what is remembered goes into the
 * journal as it comes. Lives as long as one transaction.
 */
export class RecordedWrite {
  /** What stood under the keys that are not in the journal yet. */
  readonly #before = new Map<JournaledTable, Map<string, Image>>();
  readonly #itemsAfter = new Map<ItemId, Item | null>();
  #actionId: number | null = null;
  /** The last rows that were added: the next ones are made ready while the database takes them. */
  #adding: PromiseLike<unknown> = Promise.resolve();

  /** @param clock asked once something has been written */
  constructor(
    private readonly database: HandpickedDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Rows that are new; not checked by reading, so thousands are cheap. A key in use rejects the whole action, at
   * `finish` at the latest.
   */
  async add<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): Promise<void> {
    for (const part of partsOf(rows, ROWS_AT_ONCE)) {
      for (const row of part) this.#remember(table, row.id, null);
      const adding = this.database.journaled(table).bulkAdd([...part]);
      // It is awaited with the next part; until then nobody else hears of its failure.
      adding.catch(() => undefined);
      await this.#adding;
      this.#adding = adding;
      this.#noteItems(table, part);
      await this.#keep(table, KEYS_PER_CHANGE);
    }
  }

  /** New or changed rows. `before`: the rows as they stand now, where the caller has just read them all. */
  async put<T extends JournaledTable>(
    table: T,
    rows: readonly JournaledRows[T][],
    before?: readonly JournaledRows[T][],
  ): Promise<void> {
    const known = before === undefined ? null : new Map(before.map((row) => [row.id, row]));
    for (const part of partsOf(rows, ROWS_AT_ONCE)) {
      const keys = part.map((row) => row.id);
      if (known === null) await this.#rememberStored(table, keys);
      else for (const key of keys) this.#remember(table, key, known.get(key) ?? null);
      await this.database.journaled(table).bulkPut([...part]);
      this.#noteItems(table, part);
      await this.#keep(table, KEYS_PER_CHANGE);
    }
  }

  /**
   * Returns how many were there. A damaged row (see parsed-rows.ts) stays: it cannot be remembered, so an undo could
   * not bring it back.
   */
  async remove(table: JournaledTable, keys: readonly string[]): Promise<number> {
    let removed = 0;
    for (const part of partsOf(keys, ROWS_AT_ONCE)) {
      const present = await this.#rememberStored(table, part);
      await this.#delete(table, present);
      removed += present.length;
    }
    return removed;
  }

  /** As `remove`, for rows that the caller has just read. */
  async removeRows<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): Promise<void> {
    for (const part of partsOf(rows, ROWS_AT_ONCE)) {
      for (const row of part) this.#remember(table, row.id, row);
      await this.#delete(
        table,
        part.map((row) => row.id),
      );
    }
  }

  /**
   * Completes the action in the journal; nothing is written through this after that. Its number, null where nothing was
   * changed.
   */
  async finish(label: string, kind?: ActionKind): Promise<number | null> {
    await this.#adding;
    const isBegun = this.#actionId !== null;
    for (const table of this.#before.keys()) await this.#keep(table, 1, label);
    if (this.#actionId !== null && (isBegun || kind !== undefined))
      await this.database.actions.update(this.#actionId, { label, ...(kind === undefined ? {} : { kind }) });
    return this.#actionId;
  }

  itemsChange(): ItemsChange {
    const entries = [...this.#itemsAfter];
    return {
      upserts: entries.flatMap(([, item]) => (item === null ? [] : [item])),
      removals: entries.flatMap(([id, item]) => (item === null ? [id] : [])),
    };
  }

  async #delete(table: JournaledTable, keys: readonly string[]): Promise<void> {
    await this.database.journaled(table).bulkDelete([...keys]);
    if (table === 'items') for (const key of keys) this.#itemsAfter.set(key as ItemId, null);
    await this.#keep(table, KEYS_PER_CHANGE);
  }

  /** Returns the keys that have a row. */
  async #rememberStored(table: JournaledTable, keys: readonly string[]): Promise<readonly string[]> {
    const stored = await this.database.journaled(table).bulkGet([...keys]);
    keys.forEach((key, index) => {
      this.#remember(table, key, stored[index] ?? null);
    });
    return keys.filter((_key, index) => stored[index] !== undefined);
  }

  /**
   * The first image counts. Of a row that is touched again after that image has gone into the journal, the journal has
   * several, and undo takes them in turn, the last first.
   */
  #remember(table: JournaledTable, key: string, image: Image): void {
    let rows = this.#before.get(table);
    if (rows === undefined) this.#before.set(table, (rows = new Map()));
    if (!rows.has(key)) rows.set(key, image);
  }

  /** Puts what is remembered of a table into the journal, once it is so much. */
  async #keep(table: JournaledTable, least: number, label = ''): Promise<void> {
    const rows = this.#before.get(table);
    if (rows === undefined || rows.size < least) return;
    this.#actionId ??= await this.database.actions.add({ label, at: this.clock(), undoneOrder: null });
    for (const part of partsOf([...rows], KEYS_PER_CHANGE)) {
      const images = part.map(([, image]) => image);
      await this.database.actionChanges.add({
        actionId: this.#actionId,
        table,
        keys: part.map(([key]) => key),
        images: images.every((image) => image === null) ? null : images,
      });
    }
    rows.clear();
  }

  #noteItems<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): void {
    if (table !== 'items') return;
    for (const item of rows as readonly Item[]) this.#itemsAfter.set(item.id, item);
  }
}
