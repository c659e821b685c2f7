import type { z } from 'zod';
import type { HistoryEntry, HistoryRow, HistorySubject, HistoryTable, RowChange } from '../domain/history';
import { OWNER_ID } from '../domain/ids';
import { parserOf } from '../domain/parsing';
import { isSameJson } from '../domain/same-json';
import { deletedKeys, type TableChange } from './outside-change';
import { ROW_SCHEMAS } from './row-schemas';

interface KeptRow {
  readonly table: HistoryTable;
  readonly row: HistoryRow;
}

type FoldedEntry = Omit<HistoryEntry, 'isNow'>;

/** Sequence number and time of a record. */
interface RecordHead {
  readonly sequence: number;
  readonly at: number;
}

/** Parts of one large action (an import) reach the journal within this time, milliseconds. */
const PARTS_WITHIN = 600_000;

/** The versions of one thing or friend, made from the journal's records in their order. */
export class HistoryFold {
  /** How the journal spells the subject's id. */
  readonly #spelled: string;
  readonly #table: 'items' | 'people';
  readonly #subjectKey: string;
  /** As the last record has them. */
  readonly #rows = new Map<string, KeptRow>();
  /** Entries of the trash that hold the subject. */
  readonly #trash = new Set<string>();
  /** Ids of all rows that were ever its own, or held it in the trash. */
  readonly #known = new Set<string>();
  /** As the last entry has them; without the subject, none. */
  readonly #shown = new Map<string, KeptRow>();
  readonly #entries: FoldedEntry[] = [];
  /** Records from before the first that has the subject's own row: older ones may have been dropped. */
  #withoutRow: { readonly head: RecordHead; readonly own: readonly TableChange[] }[] = [];
  #hasRow = false;
  #unreadable = 0;

  constructor(private readonly subject: HistorySubject) {
    this.#spelled = JSON.stringify(subject.id);
    this.#table = subject.type === 'item' ? 'items' : 'people';
    this.#subjectKey = keyIn(this.#table, subject.id);
  }

  /** Whether a record may say something of the subject; cheap, so that the others need not be parsed. */
  mayConcern(text: string): boolean {
    if (text.includes(this.#spelled)) return true;
    if (this.#known.size === 0) return false;
    return deletedKeys(text)?.some((key) => this.#known.has(key)) ?? true;
  }

  /** Of the changes of a record, those of the subject's rows. */
  own(changes: readonly TableChange[]): readonly TableChange[] {
    return changes.flatMap(({ table, put, delete: gone }) => {
      if (table !== 'trash' && !isHistoryTable(table)) return [];
      const own = put.filter((row) => this.#isOwn(table, row));
      const removed = gone.filter((key) => this.#known.has(key) || key === this.subject.id);
      return own.length + removed.length === 0 ? [] : [{ table, put: own, delete: removed }];
    });
  }

  /** Counts a record that may concern the subject and cannot be read. */
  skip(): void {
    this.#unreadable += 1;
  }

  /** @param own as `own` returns them, of today's version */
  apply(head: RecordHead, own: readonly TableChange[]): void {
    if (!this.#hasRow) {
      const row = own.find(({ table, put }) => table === this.#table && put.length > 0)?.put[0];
      if (row === undefined) {
        for (const { put } of own) for (const each of put) this.#known.add(textOf(each, 'id'));
        this.#withoutRow.push({ head, own });
        return;
      }
      this.startFrom(row);
    }
    this.#apply(head, own);
  }

  /** Whether the subject's own row is what is missing. */
  get lacksRow(): boolean {
    return this.#withoutRow.length > 0;
  }

  /** @param row as it was before and after every record so far */
  startFrom(row: object): void {
    this.#hasRow = true;
    const records = this.#withoutRow;
    this.#withoutRow = [];
    const [first] = records;
    if (first === undefined) return;
    this.#known.clear();
    this.#apply(first.head, [{ table: this.#table, put: [row], delete: [] }, ...first.own]);
    for (const { head, own } of records.slice(1)) this.#apply(head, own);
  }

  /** Newest first. */
  entries(): readonly HistoryEntry[] {
    const otherwise = new Set<string>();
    return this.#entries.toReversed().map((entry) => {
      const isNow = entry.standing === 'there' && otherwise.size === 0;
      for (const change of entry.changes) {
        // Shares stay as they are when a version is brought back.
        if (change.table === 'shares') continue;
        const key = keyOf(change);
        if (isSame(change.before, this.#shown.get(key)?.row ?? null)) otherwise.delete(key);
        else otherwise.add(key);
      }
      return { ...entry, isNow };
    });
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  #isOwn(table: HistoryTable | 'trash', row: object): boolean {
    const { type, id } = this.subject;
    switch (table) {
      case 'items':
        return type === 'item' && textOf(row, 'id') === id;
      case 'people':
        return type === 'person' && textOf(row, 'id') === id;
      case 'events':
        return type === 'item'
          ? textOf(row, 'itemId') === id && textOf(row, 'personId') === OWNER_ID
          : textOf(row, 'personId') === id && Reflect.get(row, 'shareId') === null;
      case 'shares':
        return type === 'item' && textOf(row, 'itemId') === id;
      case 'trash':
        return textOf(row, 'key') === id;
    }
  }

  #apply(head: RecordHead, own: readonly TableChange[]): void {
    const touched = new Set<string>();
    const first = new Set<string>();
    for (const { table, put, delete: gone } of own) {
      for (const row of put) {
        const id = textOf(row, 'id');
        if (table === 'trash') this.#trash.add(id);
        else if (isHistoryTable(table)) {
          const parsed = PARSERS[table](row);
          if (parsed === undefined) {
            this.#unreadable += 1;
            continue;
          }
          const key = keyIn(table, id);
          if (!this.#known.has(id)) first.add(key);
          this.#rows.set(key, { table, row: parsed });
          touched.add(key);
        }
        this.#known.add(id);
      }
      for (const id of gone) {
        if (table === 'trash') this.#trash.delete(id);
        else if (isHistoryTable(table)) {
          this.#rows.delete(keyIn(table, id));
          touched.add(keyIn(table, id));
        }
      }
    }
    this.#addEntry(head, touched, first);
  }

  /** @param first keys of rows that no record named before */
  #addEntry({ sequence, at }: RecordHead, touched: ReadonlySet<string>, first: ReadonlySet<string>): void {
    const wasThere = this.#shown.has(this.#subjectKey);
    // A row of the trash may come records before what it holds is deleted.
    const isThere = this.#rows.has(this.#subjectKey) && this.#trash.size === 0;
    const keys = wasThere && isThere ? touched : new Set([...this.#shown.keys(), ...this.#rows.keys()]);
    const changes: RowChange[] = [];
    for (const key of keys) {
      const before = this.#shown.get(key);
      const after = isThere ? this.#rows.get(key) : undefined;
      const table = (after ?? before)?.table;
      if (table === undefined || isSame(before?.row ?? null, after?.row ?? null)) continue;
      // Both are rows of the one table that their key names.
      changes.push({ table, before: before?.row ?? null, after: after?.row ?? null } as RowChange);
      if (after === undefined) this.#shown.delete(key);
      else this.#shown.set(key, after);
    }
    if (changes.length === 0) return;
    const last = this.#entries.at(-1);
    const isMore = wasThere && isThere && last !== undefined && isRestOf(last, { at, changes }, first);
    if (isMore) this.#entries.pop();
    this.#entries.push({
      sequence,
      at: isMore ? last.at : at,
      changes: isMore ? [...last.changes, ...changes] : changes,
      standing: isThere ? 'there' : this.#trash.size > 0 ? 'in-trash' : 'gone',
    });
  }
}

/**
 * Whether new rows were in the database already when an earlier record was sent: a large action goes to the journal in
 * several records, and what comes later belongs to what came first.
 */
function isRestOf(
  last: FoldedEntry,
  { at, changes }: { readonly at: number; readonly changes: readonly RowChange[] },
  first: ReadonlySet<string>,
): boolean {
  return (
    at >= last.at &&
    at - last.at < PARTS_WITHIN &&
    changes.every((change) => first.has(keyOf(change)) && writtenAt(change) <= last.at)
  );
}

function writtenAt(change: RowChange): number {
  if (change.table === 'events') return change.after?.recordedAt ?? Infinity;
  return change.table === 'shares' ? (change.after?.sharedAt ?? Infinity) : Infinity;
}

const keyIn = (table: HistoryTable, id: string): string => `${table} ${id}`;

const keyOf = ({ table, before, after }: RowChange): string => keyIn(table, (after ?? before)?.id ?? '');

/** Of rows that are not parsed yet. */
function textOf(row: object, field: string): string {
  const value: unknown = Reflect.get(row, field);
  return typeof value === 'string' ? value : '';
}

/** When a row was last written says nothing of it. */
function isSame(a: HistoryRow | null, b: HistoryRow | null): boolean {
  return a === b || (a !== null && b !== null && isSameJson({ ...a, updatedAt: 0 }, { ...b, updatedAt: 0 }));
}

const HISTORY_TABLES: ReadonlySet<string> = new Set<HistoryTable>(['items', 'people', 'events', 'shares']);

function isHistoryTable(table: string): table is HistoryTable {
  return HISTORY_TABLES.has(table);
}

const parser = (table: HistoryTable): ((row: object) => HistoryRow | undefined) =>
  parserOf(ROW_SCHEMAS[table] as z.ZodType<HistoryRow>);

const PARSERS: { readonly [Table in HistoryTable]: (row: object) => HistoryRow | undefined } = {
  items: parser('items'),
  people: parser('people'),
  events: parser('events'),
  shares: parser('shares'),
};
