/** At least so many ids of the newest records are known; more than twice as many never. */
export const MIN_KEPT_IDS = 10_000;

/** Which number a change has: so that one that is sent twice is kept once. */
export class KeptIds {
  readonly #sequences = new Map<string, number>();

  /** In the order of their numbers. */
  add(id: string, sequence: number): void {
    this.#sequences.set(id, sequence);
    if (this.#sequences.size <= 2 * MIN_KEPT_IDS) return;
    let surplus = this.#sequences.size - MIN_KEPT_IDS;
    for (const old of this.#sequences.keys()) {
      if (surplus-- <= 0) return;
      this.#sequences.delete(old);
    }
  }

  sequenceOf(id: string): number | undefined {
    return this.#sequences.get(id);
  }

  clear(): void {
    this.#sequences.clear();
  }
}
