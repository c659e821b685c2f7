/** Epoch milliseconds. */
export type Clock = () => number;

/** Ids of new rows; `crypto.randomUUID` in the app. */
export type IdSource = () => string;
