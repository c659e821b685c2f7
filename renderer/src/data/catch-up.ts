import type { CatchUpOptions, CaughtUp } from '../domain/ports/library-keeping';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { DataContext } from './data-context';
import type { HandpickedDatabase } from './database';
import { newerJournal } from './database-errors';
import { keyOfRow, putUnjournaled, rowsOfDatabase, withRemovals, writeWanted, type WantedRows } from './library-rows';
import { upgradedRows } from './migrations/upgraded-rows';
import type { OutsideServices } from './outbox';
import { outboxRows } from './outboxed-writes';
import { readOutsideChange } from './outside-change';
import { KEPT_TABLES, type KeptTable } from './schema';

/** The journal's records after a sequence number, folded: what each row that they name should be in the end. */
interface FoldedRecords {
  readonly wanted: WantedRows;
  readonly lastSequence: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly records: number;
  readonly unreadable: number;
  /** Tokens of rows of the outbox that were sent. */
  readonly sent: ReadonlySet<string>;
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
  const sent = new Set<string>();
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
      for (const token of change.sent) sent.add(token);
      for (const { table, put, delete: gone } of await upgradedRows(change, databaseVersion)) {
        const rows = wanted.get(table) ?? new Map<string, object | null>();
        wanted.set(table, rows);
        for (const row of put) rows.set(keyOfRow(table, row), row);
        for (const key of gone) rows.set(key, null);
      }
    }
  return { wanted, lastSequence, firstAt, lastAt, records, unreadable, sent };
}

/**
 * `LibraryKeeping.catchUp`. One transaction: whoever is killed in the middle has either all of it or nothing. While no
 * window sends, so that what others write meanwhile waits in the outbox, and is not overwritten.
 */
export async function catchUp(
  context: Pick<DataContext, 'database' | 'journal' | 'labels' | 'clock' | 'newId'>,
  { journal, exclusively }: Pick<OutsideServices, 'journal' | 'exclusively'>,
  options: CatchUpOptions = {},
): Promise<CaughtUp | null> {
  return await exclusively(() => catchUpAlone(context, journal, options));
}

async function catchUpAlone(
  context: Pick<DataContext, 'database' | 'journal' | 'labels' | 'clock' | 'newId'>,
  journal: OutsideJournal,
  { as: given, base, isWhole = false, sendsAll = false }: CatchUpOptions,
): Promise<CaughtUp | null> {
  const { database } = context;
  const outside = given ?? (await database.outside.get('library'));
  if (outside === undefined) return null;
  const folded = await foldRecords(journal, {
    after: base?.sequence ?? outside.appliedSequence,
    databaseVersion: database.verno,
    libraryId: outside.libraryId,
    ...(base === undefined ? {} : { wanted: await rowsOfDatabase(base.from) }),
  });
  const { unreadable, lastSequence } = folded;
  if (lastSequence === outside.appliedSequence && base === undefined && given === undefined) return null;
  const { firstAt, lastAt } =
    folded.records > 0 || base === undefined ? folded : { firstAt: base.madeAt, lastAt: base.madeAt };
  const { result: rows, ...receipt } = await context.journal.write(
    () => context.labels.caughtUp(lastAt),
    async (write) => {
      database.skipOutbox();
      if (isWhole) await database.outbox.clear();
      const whole = isWhole || base !== undefined ? await withRemovals(database, folded.wanted) : folded.wanted;
      const wanted = await withoutWaiting(database, whole, folded.sent);
      await putUnjournaled(database, wanted);
      const counts = await writeWanted(database, write, wanted);
      await database.outside.put({ ...outside, key: 'library', appliedSequence: lastSequence });
      if (sendsAll) await noteAll(context);
      return counts;
    },
  );
  const isChanged = rows.added + rows.changed + rows.removed > 0;
  const isNews = isChanged || rows.leftOut > 0 || unreadable > 0;
  return isNews ? { receipt: isChanged ? receipt : null, rows, firstAt, lastAt, unreadable } : null;
}

/** Puts every row into the outbox. Inside a transaction over `actionTables`. */
export async function noteAll({
  database,
  clock,
  newId,
}: Pick<DataContext, 'database' | 'clock' | 'newId'>): Promise<void> {
  const at = clock();
  for (const table of KEPT_TABLES) {
    const keys = (await database.table(table).toCollection().primaryKeys()).map(String);
    await database.outbox.bulkAdd(outboxRows(table, keys, at, newId));
  }
}

/**
 * What waits in the outbox will follow those records in the journal, so it counts. What one of them sent waits only in
 * a database that was put back, or whose window never heard that it was kept: it waits no longer.
 */
async function withoutWaiting(
  database: HandpickedDatabase,
  wanted: WantedRows,
  sent: ReadonlySet<string>,
): Promise<WantedRows> {
  const left = new Map([...wanted].map(([table, rows]) => [table, new Map(rows)]));
  const isSent: number[] = [];
  await database.outbox.each(({ table, keys, token }, cursor) => {
    if (sent.has(token)) isSent.push(cursor.primaryKey);
    else for (const key of keys) left.get(table)?.delete(key);
  });
  await database.outbox.bulkDelete(isSent);
  return left;
}
