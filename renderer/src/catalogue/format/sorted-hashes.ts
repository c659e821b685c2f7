import { damaged } from './container';

/** What each of many hashes stands for; a hash may stand there several times. Sorted by hash, read in place. */
export class SortedHashes {
  /**
   * @param hashes rising
   * @param values one per hash, below `size`
   */
  constructor(
    private readonly hashes: Uint32Array,
    private readonly values: Uint32Array,
    size: number,
    what: string,
  ) {
    if (hashes.length !== values.length) throw damaged(`${what} have no values`);
    for (let place = 1; place < hashes.length; place += 1)
      if ((hashes[place - 1] ?? 0) > (hashes[place] ?? 0)) throw damaged(`${what} are not in order`);
    for (const value of values) if (value >= size) throw damaged(`${what} point nowhere`);
  }

  /** Lowest first. */
  valuesOf(hash: number): Uint32Array {
    const start = this.#firstFrom(hash);
    let end = start;
    while (this.hashes[end] === hash) end += 1;
    return this.values.subarray(start, end);
  }

  /** Place of the first hash that is not below `hash`. */
  #firstFrom(hash: number): number {
    let [low, high] = [0, this.hashes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
