import type { ArchivedTable, DamagedTableRow } from '../archived-table';

/** Takes a library as it is read. Synchronous: it is called within a transaction, which ends at the first wait. */
export interface LibrarySink {
  /** Rows as they are stored, table by table, ascending by key. */
  addRows(table: string, rows: readonly unknown[]): void;
  /** Rows that the database could not read. */
  addDamaged(row: DamagedTableRow): void;
}

/** How far the library has followed the journal outside (`LibraryStanding`); null where it has none. */
export interface CopiedStanding {
  readonly libraryId: string;
  readonly journalId: string;
  readonly appliedSequence: number;
}

export interface CopyOptions {
  readonly signal?: AbortSignal;
  /** Rows so far, and in all. */
  readonly onProgress?: (rows: number, total: number) => void;
  /** Called between two pages; lets other tasks run where it is time for them. */
  readonly pause?: () => Promise<void>;
  /** Up to so many rows are read in one transaction; for tests. */
  readonly maxHeldRows?: number;
}

/** A library that is there, opened as it is: nothing is upgraded, parsed or written. */
export interface LibrarySource {
  /** Number of the last migration it went through. */
  readonly version: number;
  /** The tables it has. Of another version than the present one, rows are not checked. */
  readonly tables: readonly ArchivedTable[];
  /**
   * Reads every row of one moment.
   * @param begin makes the sink; called again where the library changed meanwhile and reading begins anew
   */
  copy(begin: (standing: CopiedStanding | null) => LibrarySink, options?: CopyOptions): Promise<void>;
  /** Rows of one table as they are stored, ascending by key; not of one moment. */
  rows(table: string): AsyncGenerator<readonly unknown[]>;
  /** Rows of one table, those among them that cannot be read. */
  count(table: string): Promise<number>;
  close(): void;
}

/** A new library while it is filled. */
export interface LibraryTarget {
  /** All of the rows or none. A table that its version does not have takes none. */
  add(table: string, rows: readonly unknown[]): Promise<void>;
  /** Marks it as whole. */
  finish(): Promise<void>;
  /** Runs the migrations that its version lacks. */
  upgrade(): Promise<void>;
  close(): void;
}

/** Databases as wholes: read, made, deleted. Rejects with AppError (`not-found`, `storage-full`, …). */
export interface LibraryCopies {
  /** Of the present version, in the order of an archive. */
  readonly tables: readonly ArchivedTable[];
  /** Number of the newest migration. */
  readonly version: number;
  exists(name: string): Promise<boolean>;
  open(name: string): Promise<LibrarySource>;
  /** Empty, of an older version perhaps. `invalid-input` where a library of that name holds anything. */
  create(name: string, version: number): Promise<LibraryTarget>;
  delete(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}
