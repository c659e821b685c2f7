import type { AppError } from '../errors';

/** How what was entered stands to the journal outside the database. */
export interface OutboxState {
  /** Changes that are in the database alone: 0 = everything is in both places. */
  readonly waiting: number;
  /** When everything was last in both places; null = not yet since this window opened. */
  readonly keptAt: number | null;
  /** Why the journal outside does not take them; null = it does. */
  readonly problem: AppError | null;
}

/** Sends every change to the journal outside, in order; what it does not take waits in the database. */
export interface Outbox {
  readonly state: () => OutboxState;
  /** Returns the unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Settles when what was there at the call is outside, or cannot go there now. Never rejects: see `state`. */
  flush(): Promise<void>;
  /**
   * Before anything is written: throws `storage-full` where the disk is so full that the browser's database could break
   * (Chromium has lost whole databases so).
   */
  assertRoom(): Promise<void>;
}
