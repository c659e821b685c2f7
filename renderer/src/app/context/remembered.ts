/** A value kept while the window is open, so that a page that is left and opened again shows it. Not stored. */
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
