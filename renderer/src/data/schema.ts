import type { TasteEvent } from '../domain/event';
import type { WildcardRecord } from '../domain/exploration';
import type { ItemId, ListId, PersonId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { ListEntry, RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import type { ActionKind } from '../domain/ports/journal';
import type { LibraryStanding } from '../domain/ports/library-keeping';
import type { TrashEntry } from '../domain/ports/trash-repository';

/** Where an item stood in a list, so that restoring it from the trash puts it back there. */
export interface ListPlace {
  readonly listId: ListId;
  readonly index: number;
  readonly entry: ListEntry;
}

/** Something deleted, with its events, shares and places in lists. */
export interface TrashRow extends TrashEntry {
  readonly items: readonly Item[];
  readonly people: readonly Person[];
  readonly events: readonly TasteEvent[];
  readonly shares: readonly Share[];
  readonly lists: readonly RecommendationList[];
  readonly places: readonly ListPlace[];
}

/** The tables whose every change is an action that can be undone. */
export interface JournaledRows {
  readonly items: Item;
  readonly people: Person;
  readonly events: TasteEvent;
  readonly shares: Share;
  readonly lists: RecommendationList;
  readonly trash: TrashRow;
}
export type JournaledTable = keyof JournaledRows;
export const JOURNALED_TABLES = [
  'items',
  'people',
  'events',
  'shares',
  'lists',
  'trash',
] as const satisfies readonly JournaledTable[];

export interface ActionRow {
  /** Given by the database, ascending: the order in which things were done. */
  readonly id?: number;
  readonly label: string;
  readonly at: number;
  /** What it was, where that is ever asked for by itself. */
  readonly kind?: ActionKind;
  /** null = done; otherwise when it was undone, as a counter: the highest is the next to redo. */
  readonly undoneOrder: number | null;
}

/**
 * Part of what an action changed. `images` are the rows that are *not* in the table now: the ones from before while the
 * action stands, the ones from after while it is undone (null = no such row). Undo and redo are therefore the same
 * swap, each row is kept once, and an import of new rows costs its keys alone (`images` null) until it is undone.
 */
export interface ActionChangeRow {
  readonly id?: number;
  readonly actionId: number;
  readonly table: JournaledTable;
  readonly keys: readonly string[];
  readonly images: readonly (JournaledRows[JournaledTable] | null)[] | null;
}

/** A slate that had a randomised place, as it was shown. A log that the program writes: not journaled. */
export interface StoredSlate {
  /** Begins with the time, so that keys sort by it (see slates-repository.ts). */
  readonly id: string;
  readonly personId: PersonId;
  readonly createdAt: number;
  readonly modelVersion: string | null;
  /** In the order shown, the wildcard among them. */
  readonly itemIds: readonly ItemId[];
  readonly wildcard: WildcardRecord;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** What a person would miss: these tables are also kept outside the database (see outbox.ts). */
export const KEPT_TABLES = [...JOURNALED_TABLES, 'slates', 'settings'] as const satisfies readonly (keyof TableRows)[];
export type KeptTable = (typeof KEPT_TABLES)[number];

/** The key of a row, whatever its table. */
export function keyOfRow(table: KeptTable, row: object): string {
  return String(Reflect.get(row, table === 'settings' ? 'key' : 'id'));
}

/**
 * Rows that changed and are not yet in the journal outside. Keys only: what is sent is the row as it is then, and a
 * missing row was deleted.
 */
export interface OutboxRow {
  /** Given by the database, ascending: the order of the changes. */
  readonly id?: number;
  readonly at: number;
  readonly table: KeptTable;
  readonly keys: readonly string[];
  /** Named by the record that sends it, so that a database that was put back knows that it was sent. */
  readonly token: string;
}

/** One row, under the key "library". */
export interface OutsideRow extends LibraryStanding {
  readonly key: 'library';
}

/** The row of every table. */
export interface TableRows extends JournaledRows {
  readonly slates: StoredSlate;
  readonly actions: ActionRow;
  readonly actionChanges: ActionChangeRow;
  readonly settings: SettingRow;
  readonly outbox: OutboxRow;
  readonly outside: OutsideRow;
}

/** Items changed by one commit, for the index in memory. */
export interface ItemsChange {
  readonly upserts: readonly Item[];
  readonly removals: readonly ItemId[];
}
