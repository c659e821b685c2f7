/** A record of the journal that the host keeps outside the browser's database. */
export interface OutsideRecord {
  /** Ascending without repeats, given by the host. */
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

export interface OutsideStanding {
  /** Another id is another journal: what was applied of this one says nothing about it. */
  readonly journalId: string;
  /** Of the last record; 0 = there is none. */
  readonly lastSequence: number;
  /** Records up to this one are not all there: some were dropped, or lost by damage; 0 = all are. */
  readonly lostThrough: number;
  /** Free on the disk that holds the library; null = not known. */
  readonly freeBytes: number | null;
}

/** Rejects with an AppError where there is no host (`no-host`), or where it cannot write. */
export interface OutsideJournal {
  /** Settles when the record is on the disk. Returns its sequence number. */
  append(record: { readonly id: string; readonly at: number; readonly text: string }): Promise<number>;
  standing(): Promise<OutsideStanding>;
  /** Those after a sequence number, in order, in parts of bounded size. */
  readAfter(sequence: number): AsyncIterable<readonly OutsideRecord[]>;
}
