import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { CallOptions } from '../domain/ports/method-table';
import type { RowCounts, TakenOver } from '../domain/ports/library-keeping';
import type { DataContext } from './data-context';
import type { HandpickedDatabase } from './database';
import { putUnjournaled, rowsOfDatabase, withRemovals, writeWanted, type WantedRows } from './library-rows';
import { JOURNALED_TABLES, type KeptTable } from './schema';

export interface TakeOver {
  /** A database of the present version, which an archive was restored into. */
  readonly from: string;
  /** `replace`: the library becomes what is there. `merge`: what is there and not here is added, nothing is changed. */
  readonly how: TakenOver;
  /** When the archive was made, epoch milliseconds; for the name of the action. */
  readonly madeAt: number;
}

/** Brings another database's rows into this one: one action, which can be undone and goes outside like any other. */
export async function takeOverLibrary(
  context: DataContext,
  { from, how, madeAt }: TakeOver,
  watched: CallOptions = {},
): Promise<ActionReceipt & { readonly rows: RowCounts }> {
  const { database, journal, labels } = context;
  const there = await rowsOfDatabase(from);
  const { result, ...receipt } = await journal.write(
    () => (how === 'replace' ? labels.libraryRestored(madeAt) : labels.libraryMerged(madeAt)),
    async (write) => {
      const wanted = how === 'replace' ? await withRemovals(database, there) : await withoutKnown(database, there);
      if (how === 'replace') await putUnjournaled(database, there);
      return await writeWanted(database, write, wanted, watched);
    },
  );
  return { ...receipt, rows: result };
}

async function withoutKnown(database: HandpickedDatabase, there: WantedRows): Promise<WantedRows> {
  const left = new Map<KeptTable, ReadonlyMap<string, object | null>>();
  for (const table of JOURNALED_TABLES) {
    const here = new Set(await database.journaled(table).toCollection().primaryKeys());
    left.set(table, new Map([...(there.get(table) ?? [])].filter(([key]) => !here.has(key))));
  }
  return left;
}
