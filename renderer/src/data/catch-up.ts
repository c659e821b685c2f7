import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { CaughtUp, RestoredSnapshot, RowCounts } from '../domain/ports/library-keeping';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { DataContext } from './data-context';
import type { HandpickedDatabase } from './database';
import { newerJournal } from './database-errors';
import { keyOfRow, putUnjournaled, rowsOfDatabase, withRemovals, writeWanted, type WantedRows } from './library-rows';
import { upgradedRows } from './migrations/upgraded-rows';
import { readOutsideChange } from './outside-change';
import type { KeptTable, OutsideRow } from './schema';

/** The journal's records after a sequence number, folded: what each row that they name should be in the end. */
interface FoldedRecords {
  readonly wanted: WantedRows;
  readonly lastSequence: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly records: number;
  readonly unreadable: number;
}

interface FoldOptions {
  readonly after: number;
  readonly databaseVersion: number;
  readonly libraryId: string;
  /** What the rows were before these records. */
  readonly wanted?: Map<KeptTable, Map<string, object | null>>;
}

/**
 * Those of one library. What this database wrote itself counts, too: it may have been put back to an earlier state, and
 * where it was not, that changes nothing.
 * Throws `database-newer` where a later version of the program wrote one of them.
 */
async function foldRecords(
  journal: OutsideJournal,
  { after, databaseVersion, libraryId, wanted = new Map<KeptTable, Map<string, object | null>>() }: FoldOptions,
): Promise<FoldedRecords> {
  let [lastSequence, firstAt, lastAt, records, unreadable] = [after, 0, 0, 0, 0];
  for await (const part of journal.readAfter(after))
    for (const { sequence, at, text } of part) {
      lastSequence = sequence;
      const change = readOutsideChange(text);
      if (change === null) {
        unreadable += 1;
        continue;
      }
      if (change.libraryId !== libraryId) continue;
      if (change.databaseVersion > databaseVersion) throw newerJournal();
      if (records === 0) firstAt = at;
      lastAt = at;
      records += 1;
      for (const { table, put, delete: gone } of await upgradedRows(change, databaseVersion)) {
        const rows = wanted.get(table) ?? new Map<string, object | null>();
        wanted.set(table, rows);
        for (const row of put) rows.set(keyOfRow(table, row), row);
        for (const key of gone) rows.set(key, null);
      }
    }
  return { wanted, lastSequence, firstAt, lastAt, records, unreadable };
}

/** Which library the journal's last record that can be read belongs to; null = none of them says. */
export async function newestLibrary(journal: OutsideJournal, lastSequence: number): Promise<string | null> {
  // The last is enough, but where it is damaged or lost.
  for (const after of [lastSequence - 1, 0]) {
    let libraryId: string | null = null;
    for await (const part of journal.readAfter(after))
      for (const { text } of part) libraryId = readOutsideChange(text)?.libraryId ?? libraryId;
    if (libraryId !== null) return libraryId;
  }
  return null;
}

export interface CatchUpOptions {
  /** The records are the whole library: what they do not name is removed. */
  readonly isWhole?: boolean;
  readonly base?: RestoredSnapshot | undefined;
}

/** `LibraryKeeping.catchUp`. */
export async function catchUp(
  context: Pick<DataContext, 'database' | 'journal' | 'labels'>,
  journal: OutsideJournal,
  { isWhole = false, base }: CatchUpOptions = {},
): Promise<CaughtUp | null> {
  const { database } = context;
  const outside = await database.outside.get('library');
  if (outside === undefined) return null;
  const folded = await foldRecords(journal, {
    after: base?.sequence ?? outside.appliedSequence,
    databaseVersion: database.verno,
    libraryId: outside.libraryId,
    ...(base === undefined ? {} : { wanted: await rowsOfDatabase(base.from) }),
  });
  if (base === undefined && folded.lastSequence === outside.appliedSequence) return null;
  const whole = isWhole || base !== undefined ? await withRemovals(database, folded.wanted) : folded.wanted;
  const wanted = isWhole ? whole : await withoutWaiting(database, whole);
  const { firstAt, lastAt } =
    folded.records > 0 || base === undefined ? folded : { firstAt: base.madeAt, lastAt: base.madeAt };
  let receipt: ActionReceipt | null = null;
  let rows: RowCounts = { added: 0, changed: 0, removed: 0, leftOut: 0 };
  if (folded.records > 0 || base !== undefined) {
    const written = await context.journal.write(
      () => context.labels.caughtUp(lastAt),
      async (write) => {
        database.skipOutbox();
        return await writeWanted(database, write, wanted);
      },
    );
    await putUnjournaled(database, wanted, true);
    rows = written.result;
    if (rows.added + rows.changed + rows.removed > 0) receipt = written;
  }
  // Where the program ends before this line, the same rows are wanted again at the next start, and nothing changes.
  await database.outside.update('library', { appliedSequence: folded.lastSequence } satisfies Partial<OutsideRow>);
  const { unreadable } = folded;
  const isNews = receipt !== null || rows.leftOut > 0 || unreadable > 0;
  return isNews ? { receipt, rows, firstAt, lastAt, unreadable } : null;
}

/** What waits in the outbox will follow those records in the journal, so it counts. */
async function withoutWaiting(database: HandpickedDatabase, wanted: WantedRows): Promise<WantedRows> {
  const left = new Map([...wanted].map(([table, rows]) => [table, new Map(rows)]));
  await database.outbox.each(({ table, keys }) => {
    for (const key of keys) left.get(table)?.delete(key);
  });
  return left;
}
