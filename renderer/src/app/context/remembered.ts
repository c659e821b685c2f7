/** A choice kept while the window is open, so that a page shows it again when one comes back. It is not stored. */
export class Remembered<Value> {
  #value: Value;

  constructor(initial: Value) {
    this.#value = initial;
  }

  get value(): Value {
    return this.#value;
  }

  remember(value: Value): void {
    this.#value = value;
  }
}
