/** Words that were typed and are not done with: they outlive the dialog or page they were typed in. */
export interface Draft<Value> {
  readonly value: Value;
  /** True once something was typed, until it is used or discarded. */
  readonly kept: boolean;
  /** A function gets the latest value: two changes in one go lose neither. */
  readonly change: (next: (before: Value) => Value) => void;
  readonly discard: () => void;
}
