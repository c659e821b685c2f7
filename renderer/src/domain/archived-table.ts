/** That a row names a row of another table, by its key. */
export interface RowReference {
  readonly table: string;
  readonly key: string;
}

/** What an archive has to know of one table; told by whoever owns the tables (data/archived-tables.ts). */
export interface ArchivedTable {
  readonly name: string;
  /** Name of the field that holds a row's key. */
  readonly keyField: string;
  /** Whether other tables name its rows; it then stands before them. */
  readonly isReferenced: boolean;
  /** Why a row does not fit its schema ("year: expected number"); null where it does. */
  readonly problemOf: (row: unknown) => string | null;
  /**
   * What no form and no import would have let in, in a row that fits; null where there is nothing. Kept all the same.
   */
  readonly oddityOf: (row: unknown) => string | null;
  /** Rows of other archived tables that should be there. Must bear any value: it is asked of damaged rows too. */
  readonly referencesOf: (row: unknown) => readonly RowReference[];
}

/** A row that does not fit its table, or that cannot be written as JSON. It is kept, and is there for no query. */
export interface DamagedTableRow {
  readonly table: string;
  /** Any key IndexedDB can hold; a text as a rule. */
  readonly key: unknown;
  /** Why it is damaged, for a person who looks into the file. */
  readonly problem: string;
  /** As it is stored; left out where the database could not read it at all. */
  readonly row?: unknown;
}
