import type { CatchUpOptions, CaughtUp } from '../domain/ports/library-keeping';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { DataContext } from './data-context';
import type { HandpickedDatabase } from './database';
import { newerJournal } from './database-errors';
import { putUnjournaled, writeWanted } from './library-rows';
import { upgradedRows } from './migrations/upgraded-rows';
import type { OutsideServices } from './outbox';
import { outboxRows } from './outboxed-writes';
import { readOutsideChange } from './outside-change';
import { KEPT_TABLES, keyOfRow, type KeptTable } from './schema';
import { openSource, overlaid, overlaidUnjournaled, sortedRows, type RowsByKey } from './wanted-rows';

/** Keys read and noted at once: some milliseconds of the page's time. */
const NOTED_AT_ONCE = 5000;

/** The journal's records after a sequence number, folded: what each row that they name should be in the end. */
interface FoldedRecords {
  readonly wanted: RowsByKey;
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
}

/**
 * Those of one library. What this database wrote itself counts, too: it may have been put back to an earlier state, and
 * where it was not, that changes nothing.
 * Throws `database-newer` where a later version of the program wrote one of them.
 */
async function foldRecords(
  journal: OutsideJournal,
  { after, databaseVersion, libraryId }: FoldOptions,
): Promise<FoldedRecords> {
  const wanted = new Map<KeptTable, Map<string, object | null>>();
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
  outside: Pick<OutsideServices, 'journal' | 'exclusively' | 'pause'>,
  options: CatchUpOptions = {},
): Promise<CaughtUp | null> {
  return await outside.exclusively(() => catchUpAlone(context, outside, options));
}

async function catchUpAlone(
  context: Pick<DataContext, 'database' | 'journal' | 'labels' | 'clock' | 'newId'>,
  { journal, pause = () => Promise.resolve() }: Pick<OutsideServices, 'journal' | 'pause'>,
  { as: given, base, isWhole = false, sendsAll = false }: CatchUpOptions,
): Promise<CaughtUp | null> {
  const { database } = context;
  const outside = given ?? (await database.outside.get('library'));
  if (outside === undefined) return null;
  const folded = await foldRecords(journal, {
    after: base?.sequence ?? outside.appliedSequence,
    databaseVersion: database.verno,
    libraryId: outside.libraryId,
  });
  const { unreadable, lastSequence } = folded;
  if (lastSequence === outside.appliedSequence && base === undefined && given === undefined) return null;
  const { firstAt, lastAt } =
    folded.records > 0 || base === undefined ? folded : { firstAt: base.madeAt, lastAt: base.madeAt };
  const records = await sortedRows(folded.wanted, pause);
  const snapshot = base === undefined ? null : await openSource(base.from);
  try {
    const { result: rows, ...receipt } = await context.journal.write(
      () => context.labels.caughtUp(lastAt),
      async (write) => {
        database.skipOutbox();
        if (isWhole) await database.outbox.clear();
        const skipped = await waitingKeys(database, folded.sent);
        const unjournaled =
          snapshot === null ? folded.wanted : overlaidUnjournaled(snapshot.unjournaled, folded.wanted);
        await putUnjournaled(database, unjournaled, skipped);
        const wanted = snapshot === null ? records : overlaid(snapshot, records);
        const removesOthers = isWhole || snapshot !== null;
        const counts = await writeWanted(database, write, wanted, { removesOthers, skipped });
        await database.outside.put({ ...outside, key: 'library', appliedSequence: lastSequence });
        if (sendsAll) await noteAll(context);
        return counts;
      },
    );
    const isChanged = rows.added + rows.changed + rows.removed > 0;
    const isNews = isChanged || rows.leftOut > 0 || unreadable > 0;
    return isNews ? { receipt: isChanged ? receipt : null, rows, firstAt, lastAt, unreadable } : null;
  } finally {
    snapshot?.close();
  }
}

/** Puts every row into the outbox. Inside a transaction over `actionTables`. */
export async function noteAll({ database, clock }: Pick<DataContext, 'database' | 'clock'>): Promise<void> {
  const at = clock();
  for (const table of KEPT_TABLES) {
    const all = database.table<object, string>(table);
    for (let after: string | null = null; ;) {
      const range = after === null ? all.toCollection() : all.where(':id').above(after);
      const keys: string[] = await range.limit(NOTED_AT_ONCE).primaryKeys();
      await database.outbox.bulkAdd(outboxRows(table, keys, at, database.newToken));
      if (keys.length < NOTED_AT_ONCE) break;
      after = keys.at(-1) ?? null;
    }
  }
}

/**
 * Keys of what waits in the outbox, by table: it will follow those records in the journal, so it counts. What one of
 * them sent waits only in a database that was put back, or whose window never heard that it was kept: it waits no
 * longer.
 */
async function waitingKeys(
  database: HandpickedDatabase,
  sent: ReadonlySet<string>,
): Promise<ReadonlyMap<KeptTable, ReadonlySet<string>>> {
  const waiting = new Map<KeptTable, Set<string>>();
  const isSent: number[] = [];
  await database.outbox.each(({ table, keys, token }, cursor) => {
    if (sent.has(token)) {
      isSent.push(cursor.primaryKey);
      return;
    }
    const known = waiting.get(table) ?? new Set();
    waiting.set(table, known);
    for (const key of keys) known.add(key);
  });
  await database.outbox.bulkDelete(isSent);
  return waiting;
}
