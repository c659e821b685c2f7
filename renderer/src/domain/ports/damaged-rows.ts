/** A row of the database that does not parse. It is left out of every answer and stays where it is. */
export interface DamagedRow {
  readonly table: string;
  /** Its primary key, as text. */
  readonly key: string;
  /** Where and why it does not parse. */
  readonly problem: string;
}

/** The damaged rows met since the program started. */
export interface DamagedRows {
  all(): readonly DamagedRow[];
  /** Calls the listener whenever another one is met; returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
}
