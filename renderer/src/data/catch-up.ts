import { AppError } from '../domain/errors';
import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { CaughtUp, RowCounts } from '../domain/ports/library-keeping';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { DataContext } from './data-context';
import type { HandpickedDatabase } from './database';
import { keyOfRow, putUnjournaled, withRemovals, writeWanted, type WantedRows } from './library-rows';
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

/**
 * Those of one library. What this database wrote itself counts, too: it may have been put back to an earlier state, and
 * where it was not, that changes nothing.
 * Throws `database-newer` where a later version of the program wrote one of them.
 */
async function foldRecords(
  journal: OutsideJournal,
  after: number,
  databaseVersion: number,
  libraryId: string,
): Promise<FoldedRecords> {
  const wanted = new Map<KeptTable, Map<string, object | null>>();
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
      if (change.databaseVersion > databaseVersion)
        throw new AppError(
          'database-newer',
          'A newer version of Handpicked has written to this library’s journal. Start that version again; nothing has been changed.',
        );
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

/** Which library the journal's last record belongs to; null = it says none. */
export async function newestLibrary(journal: OutsideJournal, lastSequence: number): Promise<string | null> {
  let libraryId: string | null = null;
  for await (const part of journal.readAfter(lastSequence - 1))
    for (const { text } of part) libraryId = readOutsideChange(text)?.libraryId ?? libraryId;
  return libraryId;
}

/**
 * `LibraryKeeping.catchUp`.
 * @param isWhole the records are the whole library: what they do not name is removed
 */
export async function catchUp(
  context: Pick<DataContext, 'database' | 'journal' | 'labels'>,
  journal: OutsideJournal,
  isWhole = false,
): Promise<CaughtUp | null> {
  const { database } = context;
  const outside = await database.outside.get('library');
  if (outside === undefined) return null;
  const folded = await foldRecords(journal, outside.appliedSequence, database.verno, outside.libraryId);
  if (folded.lastSequence === outside.appliedSequence) return null;
  const wanted = await (isWhole ? withRemovals : withoutWaiting)(database, folded.wanted);
  let receipt: ActionReceipt | null = null;
  let rows: RowCounts = { added: 0, changed: 0, removed: 0, leftOut: 0 };
  if (folded.records > 0) {
    const written = await context.journal.write(
      () => context.labels.caughtUp(folded.lastAt),
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
  const { firstAt, lastAt, unreadable } = folded;
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
