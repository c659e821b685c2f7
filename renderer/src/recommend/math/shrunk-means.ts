/** A mean counts against this many values of zero: a single one says little. */
export const SHRINKAGE = 3;

interface Sum {
  readonly sum: number;
  readonly count: number;
}

/**
 * Means by label, shrunk towards zero (random effects: Gelman & Hill 2007, ch. 12). What a person thinks of a creator's
 * things beyond everybody's mean.
 */
export class ShrunkMeans {
  readonly #sums = new Map<string, Sum>();

  get size(): number {
    return this.#sums.size;
  }

  add(label: string, value: number): void {
    const { sum, count } = this.#sums.get(label) ?? { sum: 0, count: 0 };
    this.#sums.set(label, { sum: sum + value, count: count + 1 });
  }

  /** Of everything that bears one of the labels; 0 where nothing does. */
  of(labels: readonly string[]): number {
    let [sum, count] = [0, 0];
    for (const label of labels) {
      const found = this.#sums.get(label);
      sum += found?.sum ?? 0;
      count += found?.count ?? 0;
    }
    return sum / (count + SHRINKAGE);
  }
}
