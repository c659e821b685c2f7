import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { HandpickedDatabase } from './database';
import { partsOf } from './parts-of';
import type { ActionChangeRow, ItemsChange, JournaledRows, JournaledTable } from './schema';

/** Keys in one row of the journal: keeps a large import from becoming one huge value. */
const KEYS_PER_CHANGE = 2000;

/**
 * The only way repositories write: each method writes its table and remembers what stood there before, so that the
 * action can be undone. Lives as long as one transaction.
 */
export class RecordedWrite {
  readonly #before = new Map<JournaledTable, Map<string, JournaledRows[JournaledTable] | null>>();
  readonly #itemsAfter = new Map<ItemId, Item | null>();

  constructor(private readonly database: HandpickedDatabase) {}

  /** Rows that are new; not checked by reading, so thousands are cheap. A key in use rejects the whole action. */
  async add<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.#remember(table, row.id, null);
    await this.database.journaled(table).bulkAdd([...rows]);
    this.#noteItems(table, rows);
  }

  /** New or changed rows. `before`: the rows as they stand now, where the caller has just read them all. */
  async put<T extends JournaledTable>(
    table: T,
    rows: readonly JournaledRows[T][],
    before?: readonly JournaledRows[T][],
  ): Promise<void> {
    if (rows.length === 0) return;
    if (before === undefined)
      await this.#rememberStored(
        table,
        rows.map((row) => row.id),
      );
    else for (const row of before) this.#remember(table, row.id, row);
    await this.database.journaled(table).bulkPut([...rows]);
    this.#noteItems(table, rows);
  }

  /** A damaged row (see parsed-rows.ts) stays: it cannot be remembered, so an undo could not bring it back. */
  async remove(table: JournaledTable, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#delete(table, await this.#rememberStored(table, keys));
  }

  /** As `remove`, for rows that the caller has just read. */
  async removeRows<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.#remember(table, row.id, row);
    await this.#delete(
      table,
      rows.map((row) => row.id),
    );
  }

  async #delete(table: JournaledTable, keys: readonly string[]): Promise<void> {
    await this.database.journaled(table).bulkDelete([...keys]);
    if (table === 'items') for (const key of keys) this.#itemsAfter.set(key as ItemId, null);
  }

  /** What the journal keeps; empty where nothing was changed. */
  changes(actionId: number): ActionChangeRow[] {
    const changes: ActionChangeRow[] = [];
    for (const [table, rows] of this.#before) {
      for (const part of partsOf([...rows], KEYS_PER_CHANGE)) {
        const images = part.map(([, image]) => image);
        changes.push({
          actionId,
          table,
          keys: part.map(([key]) => key),
          images: images.every((image) => image === null) ? null : images,
        });
      }
    }
    return changes;
  }

  get isEmpty(): boolean {
    return this.#before.size === 0;
  }

  itemsChange(): ItemsChange {
    const entries = [...this.#itemsAfter];
    return {
      upserts: entries.flatMap(([, item]) => (item === null ? [] : [item])),
      removals: entries.flatMap(([id, item]) => (item === null ? [id] : [])),
    };
  }

  /** Returns the keys that have a row. */
  async #rememberStored(table: JournaledTable, keys: readonly string[]): Promise<readonly string[]> {
    const stored = await this.database.journaled(table).bulkGet([...keys]);
    keys.forEach((key, index) => {
      this.#remember(table, key, stored[index] ?? null);
    });
    return keys.filter((_key, index) => stored[index] !== undefined);
  }

  /** The first image counts: a row touched twice in one action goes back to where it was before the action. */
  #remember(table: JournaledTable, key: string, image: JournaledRows[JournaledTable] | null): void {
    let rows = this.#before.get(table);
    if (rows === undefined) this.#before.set(table, (rows = new Map()));
    if (!rows.has(key)) rows.set(key, image);
  }

  #noteItems<T extends JournaledTable>(table: T, rows: readonly JournaledRows[T][]): void {
    if (table !== 'items') return;
    for (const item of rows as readonly Item[]) this.#itemsAfter.set(item.id, item);
  }
}
