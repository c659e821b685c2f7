/** Lists grow by this factor before they are cut, so that cutting is rare and memory stays bounded. */
const SLACK = 1.5;

/** The values with the largest weights, of any number that are added. Of equals the first ones stay. */
export class MostOf<Value> {
  #kept: { readonly weight: number; readonly value: Value }[] = [];
  #least = -Infinity;

  constructor(private readonly limit: number) {}

  /** Whatever weighs no more than this is not kept. */
  get least(): number {
    return this.#least;
  }

  add(weight: number, value: Value): void {
    if (weight <= this.#least) return;
    this.#kept.push({ weight, value });
    if (this.#kept.length > this.limit * SLACK + 1) this.#cut();
  }

  /** Falling by weight. */
  values(): readonly Value[] {
    this.#cut();
    return this.#kept.map(({ value }) => value);
  }

  #cut(): void {
    this.#kept.sort((one, other) => other.weight - one.weight);
    if (this.#kept.length > this.limit) this.#kept.length = this.limit;
    if (this.#kept.length === this.limit) this.#least = this.#kept.at(-1)?.weight ?? -Infinity;
  }
}
