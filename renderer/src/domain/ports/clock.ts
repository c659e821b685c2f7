/** Epoch milliseconds. */
export type Clock = () => number;

/** Ids of new rows; each is greater than the one before it in the app (`data/time-ordered-ids.ts`). */
export type IdSource = () => string;
