import { AppError } from '../domain/errors';
import { type HistorySubject, type PastVersion, type SubjectHistory, versionAt } from '../domain/history';
import { OWNER_ID } from '../domain/ids';
import type { Item } from '../domain/item';
import type { TasteEvent } from '../domain/event';
import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { HistoryReading, HistoryRepository } from '../domain/ports/history-repository';
import type { Outbox } from '../domain/ports/outbox';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import { isSameJson } from '../domain/same-json';
import { type DataContext, presentItems } from './data-context';
import { newerJournal } from './database-errors';
import { HistoryFold } from './history-fold';
import { upgradedRows } from './migrations/upgraded-rows';
import { readOutsideChange } from './outside-change';
import type { RecordedWrite } from './recorded-write';
import { restoreEntry } from './trash-restore';

/** Below one frame at 60 Hz, so that progress paints and clicks are answered. */
const SLICE_MILLISECONDS = 12;

/** The journal up to a record, folded for one subject. */
interface ReadHistory {
  readonly fold: HistoryFold;
  readonly subject: HistorySubject;
  readonly journalId: string;
  readonly libraryId: string;
  sequence: number;
}

export class DexieHistoryRepository implements HistoryRepository {
  /** Of the subject that was asked about last; null while it is being read on. */
  #last: ReadHistory | null = null;

  constructor(
    private readonly context: DataContext,
    private readonly outbox: Pick<Outbox, 'flush'>,
    private readonly journal: OutsideJournal,
  ) {}

  async of(subject: HistorySubject, reading: HistoryReading = {}): Promise<SubjectHistory> {
    // What was entered just now belongs to it.
    await this.outbox.flush();
    const { journalId, lastSequence } = await this.journal.standing();
    const library = await this.context.database.outside.get('library');
    // Not decided yet which of two libraries this is: nothing of it was sent.
    if (library === undefined) return { subject, entries: [], unreadable: 0 };
    const history = this.#goOn(subject, journalId, library.libraryId);
    try {
      await this.#readOn(history, lastSequence, reading);
    } finally {
      this.#last = history;
    }
    const { fold } = history;
    // Nothing in the journal says what its row was: it has not changed since the oldest record that is kept.
    const row = fold.lacksRow ? await this.#rowOf(subject) : undefined;
    if (row !== undefined) fold.startFrom(row);
    return { subject, entries: fold.entries(), unreadable: fold.unreadable };
  }

  async bringBack(history: SubjectHistory, sequence: number): Promise<ActionReceipt> {
    const version = versionAt(history, sequence);
    const at = history.entries.find((entry) => entry.sequence === sequence)?.at;
    if (version === null || at === undefined)
      throw new AppError('not-found', 'It was not in the library then, so there is nothing to bring back.');
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const { database, labels } = this.context;
        const held = await database.trash.where('key').equals(history.subject.id).first();
        if (held !== undefined) await restoreEntry(this.context, write, held);
        const title = await this.#putRow(write, version.row);
        const leftOut = await this.#putStatements(write, history, version);
        return labels.broughtBack(title, at, leftOut);
      },
    );
  }

  #goOn(subject: HistorySubject, journalId: string, libraryId: string): ReadHistory {
    const last = this.#last;
    this.#last = null;
    return last !== null &&
      last.subject.type === subject.type &&
      last.subject.id === subject.id &&
      last.journalId === journalId &&
      last.libraryId === libraryId
      ? last
      : { fold: new HistoryFold(subject), subject, journalId, libraryId, sequence: 0 };
  }

  async #readOn(history: ReadHistory, lastSequence: number, { signal, onProgress }: HistoryReading): Promise<void> {
    const { fold, libraryId } = history;
    const { verno } = this.context.database;
    const start = history.sequence;
    let sliceStart = performance.now();
    for await (const part of this.journal.readAfter(start)) {
      for (const record of part) {
        if (signal?.aborted === true) throw new AppError('cancelled', 'Reading the journal was stopped.');
        if (fold.mayConcern(record.text)) {
          const change = readOutsideChange(record.text);
          if (change === null) fold.skip();
          else if (change.libraryId === libraryId) {
            if (change.databaseVersion > verno) throw newerJournal();
            const own = fold.own(change.changes);
            if (own.length > 0) fold.apply(record, await upgradedRows({ ...change, changes: own }, verno));
          }
        }
        history.sequence = record.sequence;
        if (performance.now() - sliceStart < SLICE_MILLISECONDS) continue;
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 0);
        });
        sliceStart = performance.now();
      }
      onProgress?.(Math.min(1, (history.sequence - start) / Math.max(1, lastSequence - start)));
    }
  }

  async #rowOf({ type, id }: HistorySubject): Promise<object | undefined> {
    const { items, people } = this.context.database;
    return type === 'item' ? await items.get(id) : await people.get(id);
  }

  /** Returns what it is called then. */
  async #putRow(write: RecordedWrite, row: PastVersion['row']): Promise<string> {
    const { database, clock } = this.context;
    if ('isOwner' in row) {
      const now = await database.people.get(row.id);
      if (!isSameJson(now, row)) await write.put('people', [row]);
      return row.name;
    }
    const now = await database.items.get(row.id);
    const sameTime: Item = { ...row, updatedAt: now?.updatedAt ?? 0 };
    if (!isSameJson(now, sameTime)) await write.put('items', [{ ...row, updatedAt: clock() }]);
    return row.title;
  }

  /** Returns how many are left out because what they are about is not there. */
  async #putStatements(write: RecordedWrite, history: SubjectHistory, { events }: PastVersion): Promise<number> {
    const { database } = this.context;
    const now = await this.#statementsOf(history.subject);
    const wanted = new Set<string>(events.map(({ id }) => id));
    // One that the history does not name is older than the journal, and belongs to every version.
    const named = new Set<string>(
      history.entries.flatMap(({ changes }) => changes.flatMap(({ before, after }) => (after ?? before)?.id ?? [])),
    );
    await write.removeRows(
      'events',
      now.filter(({ id }) => named.has(id) && !wanted.has(id)),
    );
    const present = await presentItems(database, [...new Set(events.map(({ itemId }) => itemId))]);
    const byId = new Map(now.map((event) => [event.id, event]));
    const possible = events.filter(({ itemId }) => present.has(itemId));
    await write.put(
      'events',
      possible.filter((event) => !isSameJson(byId.get(event.id), event)),
    );
    return events.length - possible.length;
  }

  /** Those that the journal's history of the subject has, too (see history-fold.ts). */
  async #statementsOf(subject: HistorySubject): Promise<readonly TasteEvent[]> {
    const { events } = this.context.database;
    if (subject.type === 'item')
      return (await events.where('itemId').equals(subject.id).toArray()).filter(
        ({ personId }) => personId === OWNER_ID,
      );
    return (await events.where('personId').equals(subject.id).toArray()).filter(({ shareId }) => shareId === null);
  }
}
