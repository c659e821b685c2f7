import type { TasteEvent } from './event';
import type { ItemId, PersonId } from './ids';
import type { Item } from './item';
import type { Person } from './person';
import type { Share } from './share';

/**
 * What has a history: a thing with what the owner said of it and where it was shared, or a friend with what is noted of
 * their taste. A friend's answers to shares belong to the shares.
 */
export type HistorySubject =
  | { readonly type: 'item'; readonly id: ItemId }
  | { readonly type: 'person'; readonly id: PersonId };

/** Rows that make up a history, by table. */
export interface HistoryRows {
  readonly items: Item;
  readonly people: Person;
  readonly events: TasteEvent;
  readonly shares: Share;
}
export type HistoryTable = keyof HistoryRows;
export type HistoryRow = HistoryRows[HistoryTable];

/** One row before and after; null = there was none. */
export type RowChange = {
  [Table in HistoryTable]: {
    readonly table: Table;
    readonly before: HistoryRows[Table] | null;
    readonly after: HistoryRows[Table] | null;
  };
}[HistoryTable];

/** A version of the subject. */
export interface HistoryEntry {
  /** Of the journal's last record that it is from. */
  readonly sequence: number;
  /** When it came about, epoch milliseconds. */
  readonly at: number;
  /** What is otherwise than in the entry before; of the first, every row. */
  readonly changes: readonly RowChange[];
  readonly standing: 'there' | 'in-trash' | 'gone';
  /** Bringing it back would change nothing. */
  readonly isNow: boolean;
}

export interface SubjectHistory {
  readonly subject: HistorySubject;
  /** Newest first; each differs from the one before. */
  readonly entries: readonly HistoryEntry[];
  /** Records and rows that may belong to it, and that this program cannot read. */
  readonly unreadable: number;
}

/** What of a version is brought back: its own row and what was said. Shares stay as they are, whatever they were. */
export interface PastVersion {
  readonly row: Item | Person;
  readonly events: readonly TasteEvent[];
}

/** The version of an entry; null where the subject was not there. */
export function versionAt(history: SubjectHistory, sequence: number): PastVersion | null {
  let row: Item | Person | null = null;
  const events = new Map<string, TasteEvent>();
  for (const entry of history.entries.toReversed()) {
    if (entry.sequence > sequence) break;
    for (const change of entry.changes) {
      if (change.table === 'items' || change.table === 'people') row = change.after;
      else if (change.table === 'events') {
        if (change.before !== null) events.delete(change.before.id);
        if (change.after !== null) events.set(change.after.id, change.after);
      }
    }
  }
  return row === null ? null : { row, events: [...events.values()] };
}
