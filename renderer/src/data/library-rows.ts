import type { z } from 'zod';
import { AppError } from '../domain/errors';
import { OWNER_ID } from '../domain/ids';
import type { RowCounts } from '../domain/ports/library-keeping';
import { parserOf } from '../domain/parsing';
import type { CallOptions } from '../domain/ports/method-table';
import { isSameJson } from '../domain/same-json';
import { keysAmong, rowsUnder } from './all-rows';
import type { RecordedWrite } from './recorded-write';
import type { HandpickedDatabase } from './database';
import { ROW_SCHEMAS } from './row-schemas';
import { JOURNALED_TABLES, keyOfRow, type JournaledRows, type JournaledTable, type KeptTable } from './schema';
import { UNJOURNALED, type RowsByKey, type WantedRow, type WantedRows, type WantedTable } from './wanted-rows';

/** Keys read at once. */
const KEYS_AT_ONCE = 2000;

export interface WriteWantedOptions extends CallOptions {
  /** What is not wanted is removed, but the owner, who is always there. */
  readonly removesOthers?: boolean;
  /** What is here stays as it is. */
  readonly onlyAdds?: boolean;
  /** Keys that are left alone, whatever is wanted. */
  readonly skipped?: ReadonlyMap<KeptTable, ReadonlySet<string>>;
}

/**
 * Makes the rows of the undoable tables what is wanted; rows that are so already are not touched. Within one action.
 * Rejects with `cancelled`, which rolls it back.
 */
export async function writeWanted(
  database: HandpickedDatabase,
  write: RecordedWrite,
  wanted: WantedRows,
  { signal, onProgress, removesOthers = false, onlyAdds = false, skipped = new Map() }: WriteWantedOptions = {},
): Promise<RowCounts> {
  const counts = { added: 0, changed: 0, removed: 0, leftOut: 0 };
  const tables = JOURNALED_TABLES.map((name) => ({ name, rows: wanted.table(name) }));
  const total = tables.reduce((sum, { rows }) => sum + rows.size, 0);
  let done = 0;
  const wrote = (rows: number): void => {
    if (signal?.aborted === true) throw new AppError('cancelled', 'This was cancelled; nothing was changed.');
    onProgress?.({ done: Math.min((done += rows), total), total });
  };
  for (const { name, rows } of tables)
    await new TableWrite(database, write, name, {
      counts,
      wrote,
      removesOthers,
      onlyAdds,
      skipped: skipped.get(name) ?? new Set(),
    }).run(rows);
  return counts;
}

interface TableWriteOptions extends Required<Pick<WriteWantedOptions, 'removesOthers' | 'onlyAdds'>> {
  readonly skipped: ReadonlySet<string>;
  /** Added to. */
  readonly counts: { added: number; changed: number; removed: number; leftOut: number };
  /** Told after each part. */
  readonly wrote: (rows: number) => void;
}

/** Makes the rows of one table what is wanted, part by part. */
class TableWrite<T extends JournaledTable> {
  readonly #parse: (row: unknown) => JournaledRows[T] | undefined;

  constructor(
    private readonly database: HandpickedDatabase,
    private readonly write: RecordedWrite,
    private readonly name: T,
    private readonly options: TableWriteOptions,
  ) {
    this.#parse = parserOf(ROW_SCHEMAS[name] as z.ZodType<JournaledRows[T]>);
  }

  async run(rows: WantedTable): Promise<void> {
    const { removesOthers, skipped, wrote } = this.options;
    let after: string | null = null;
    for (let part = await rows.next(); part.length > 0; part = await rows.next()) {
      const last: string | null = part.at(-1)?.[0] ?? null;
      if (removesOthers) await this.#removeOthers(after, last, new Set(part.map(([key]) => key)));
      after = last;
      await this.#writePart(part.filter(([key]) => !skipped.has(key)));
      wrote(part.length);
    }
    if (removesOthers) await this.#removeOthers(after, null, new Set());
  }

  async #writePart(part: readonly WantedRow[]): Promise<void> {
    const { counts, onlyAdds } = this.options;
    const { rows: stored, keys } = await this.#stored(part.map(([key]) => key));
    const adds: JournaledRows[T][] = [];
    const puts: JournaledRows[T][] = [];
    const before: JournaledRows[T][] = [];
    const onDamaged: JournaledRows[T][] = [];
    const removed: JournaledRows[T][] = [];
    for (const [key, row] of part) {
      if (onlyAdds && keys.has(key)) continue;
      const now = stored.get(key);
      if (row === null) {
        if (now !== undefined) removed.push(now);
        continue;
      }
      const parsed = this.#parse(row);
      if (parsed === undefined || keyOfRow(this.name, parsed) !== key) counts.leftOut += 1;
      else if (now === undefined) {
        counts.added += 1;
        (keys.has(key) ? onDamaged : adds).push(parsed);
      } else if (!isSameJson(now, parsed)) {
        counts.changed += 1;
        puts.push(parsed);
        before.push(now);
      }
    }
    await this.write.add(this.name, adds);
    await this.write.put(this.name, puts, before);
    // A damaged row stands there, which no reading shows: `put` remembers what is there.
    await this.write.put(this.name, onDamaged);
    await this.write.removeRows(this.name, removed);
    counts.removed += removed.length;
  }

  /** What stands under ascending keys: rows but damaged ones, and the keys of all. */
  async #stored(
    wanted: readonly string[],
  ): Promise<{ readonly rows: ReadonlyMap<string, JournaledRows[T]>; readonly keys: ReadonlySet<string> }> {
    const table = this.database.journaled(this.name);
    const keys = new Set(await keysAmong(table, wanted));
    const rows = await rowsUnder(
      table,
      wanted.filter((key) => keys.has(key)),
    );
    return { rows: new Map(rows.map((row) => [row.id, row])), keys };
  }

  /** @param after key before the first; null: from the beginning @param last null: to the end */
  async #removeOthers(after: string | null, last: string | null, wanted: ReadonlySet<string>): Promise<void> {
    const { counts, skipped, wrote } = this.options;
    const table = this.database.journaled(this.name);
    const range = (from: string | null) => {
      if (last === null) return from === null ? table.toCollection() : table.where(':id').above(from);
      return from === null
        ? table.where(':id').belowOrEqual(last)
        : table.where(':id').between(from, last, false, true);
    };
    for (let from = after; ;) {
      const keys: string[] = await range(from).limit(KEYS_AT_ONCE).primaryKeys();
      const others = keys.filter((key) => !wanted.has(key) && !skipped.has(key) && key !== OWNER_ID);
      counts.removed += await this.write.remove(this.name, others);
      wrote(0);
      if (keys.length < KEYS_AT_ONCE) return;
      from = keys.at(-1) ?? from;
    }
  }
}

/** Settings and slates, which are not undone. Within one action, so that a library changes as a whole. */
export async function putUnjournaled(
  database: HandpickedDatabase,
  wanted: RowsByKey,
  skipped: WriteWantedOptions['skipped'] = new Map(),
): Promise<void> {
  for (const name of UNJOURNALED) {
    const parse = parserOf(ROW_SCHEMAS[name] as z.ZodType<object>);
    const table = database.table<object, string>(name);
    for (const [key, row] of wanted.get(name) ?? []) {
      if (skipped.get(name)?.has(key) === true) continue;
      if (row === null) await table.delete(key);
      else if (parse(row) !== undefined) await table.put(row);
    }
  }
}
