import type { ActionReceipt } from './action-receipt';
import type { CallOptions } from './method-table';
import type { Outbox } from './outbox';

/** How a database stands to the journal outside it. */
export interface LibraryStanding {
  /** The same in every database and snapshot of one library. */
  readonly libraryId: string;
  /** The journal that `appliedSequence` counts in. */
  readonly journalId: string;
  /** Every record up to this sequence number is in this database; 0 = none. */
  readonly appliedSequence: number;
}

export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Rows that do not fit this version's schemas: they are left out, and what stands there stays. */
  readonly leftOut: number;
}

export interface CaughtUp {
  /** Undoes it; null where nothing was new. */
  readonly receipt: ActionReceipt | null;
  readonly rows: RowCounts;
  /** When the first and the last of the changes were made, epoch milliseconds. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Records that are no change this program can read. */
  readonly unreadable: number;
}

/** A snapshot that was restored into a database of its own: what records of the journal are brought in upon. */
export interface RestoredSnapshot {
  /** Name of its database, which stays. */
  readonly from: string;
  /** It holds every record up to this one. */
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

export interface CatchUpOptions {
  /** What this library is from then on, at the same moment. */
  readonly as?: LibraryStanding | undefined;
  /**
   * Where the journal has lost records that this database has not: the library becomes what the snapshot holds, and
   * what the journal has after it.
   */
  readonly base?: RestoredSnapshot | undefined;
  /** The records are the whole library: what they do not name is removed, and what waits is forgotten. */
  readonly isWhole?: boolean;
  /** Every row goes into the outbox: the records may lack some. */
  readonly sendsAll?: boolean;
}

/**
 * Of a library in this database and another in the journal: both together, this one (the journal keeps the other's
 * records), or the journal's (this one leaves the library).
 */
export type JoinedHow = 'together' | 'this-alone' | 'outside-alone';

/** `replace`: the library becomes another; `merge`: what the other has and this one has not is added. */
export type TakenOver = 'replace' | 'merge';

/** What this database has to do with the journal outside. */
export interface LibraryKeeping {
  readonly outbox: Outbox;
  /** Null: it is not decided yet what this library is; until then nothing is sent. */
  standing(): Promise<LibraryStanding | null>;
  /** @param options.sendsAll every row goes into the outbox: nothing, or nobody knows what, is outside */
  decide(standing: LibraryStanding, options?: { readonly sendsAll?: boolean }): Promise<void>;
  /** The library of the journal's last record; null = there is none. */
  newestLibrary(): Promise<string | null>;
  /** Whether a person has put anything in yet. */
  isEmpty(): Promise<boolean>;
  /**
   * Brings in what the journal outside has and this database has not: changes made in another shell, or after this
   * database was put back from a copy. One action, which can be undone. Null where there is nothing.
   * Throws `database-newer` where a later version of the program wrote one of them.
   */
  catchUp(options?: CatchUpOptions): Promise<CaughtUp | null>;
  /**
   * Brings in a library that an archive was restored into. One action, which can be undone.
   * @param from name of its database, which stays
   * @param madeAt when the archive was made, epoch milliseconds
   * Rejects with `cancelled`; nothing has changed then.
   */
  takeOver(
    options: { readonly from: string; readonly how: TakenOver; readonly madeAt: number },
    watched?: CallOptions,
  ): Promise<ActionReceipt & { readonly rows: RowCounts }>;
  /** Decides what becomes of two libraries that never met. Null: nothing in this database has changed. */
  join(how: JoinedHow): Promise<ActionReceipt | null>;
}
