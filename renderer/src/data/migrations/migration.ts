import type { Transaction } from 'dexie';

/** One step of the schema. Once released it is never edited: a change is a new file with the next number. */
export interface Migration {
  /** 1, 2, 3, … without gaps. */
  readonly version: number;
  /** Tables as Dexie states them; only those that are new or whose indexes change, null to drop one. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites rows; runs inside the upgrade transaction, so a failure leaves the old version standing. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}
