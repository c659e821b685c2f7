/** A record of the journal that the host keeps outside the browser's database. */
export interface OutsideRecord {
  /** Ascending without repeats, given by the host. */
  readonly sequence: number;
  readonly at: number;
  readonly text: string;
}

/** Rejects with an AppError where there is no host, or where it cannot write. */
export interface OutsideJournal {
  /** Settles when the record is on the disk. Returns its sequence number. */
  append(record: { readonly id: string; readonly at: number; readonly text: string }): Promise<number>;
  /** Of the last record; 0 = there is none. */
  lastSequence(): Promise<number>;
  /** Those after a sequence number, in order, in parts of bounded size. */
  readAfter(sequence: number): AsyncIterable<readonly OutsideRecord[]>;
  /** Free on the disk that holds the library; null = not known. */
  freeBytes(): Promise<number | null>;
}
