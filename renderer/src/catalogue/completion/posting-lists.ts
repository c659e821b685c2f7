import type { CataloguePart } from '../catalogue-reader';
import type { WordRange } from './word-ranges';

/** Looking at the words of a text takes as long as going through so many numbers of a list. */
const TEXT_COST = 8;

/** Which texts of a part have which word. */
export class PostingLists {
  /** Texts that have a word, one list after the other in the order of the words; in each the famous first. */
  readonly #texts: Uint32Array;
  /** Per word, where its texts start. */
  readonly #starts: Uint32Array;
  /** Per text, how many lists in a row it was in. All zero between two intersections. */
  readonly #depths: Uint8Array;

  constructor({ words, wordNumbers, wordStarts, entryOfText }: CataloguePart) {
    this.#starts = new Uint32Array(words.length + 1);
    for (const word of wordNumbers) this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + 1;
    for (let word = 0; word < words.length; word += 1)
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + (this.#starts[word] ?? 0);
    const free = this.#starts.slice(0, -1);
    this.#texts = new Uint32Array(wordNumbers.length);
    for (let text = 0; text < entryOfText.length; text += 1)
      for (let place = wordStarts[text] ?? 0; place < (wordStarts[text + 1] ?? 0); place += 1) {
        const word = wordNumbers[place] ?? 0;
        const at = free[word] ?? 0;
        this.#texts[at] = text;
        free[word] = at + 1;
      }
    this.#depths = new Uint8Array(entryOfText.length);
  }

  /** How many texts have one of the words; one that has two of them counts twice. */
  size(words: readonly WordRange[]): number {
    let sum = 0;
    for (const { start, end } of words) sum += (this.#starts[end] ?? 0) - (this.#starts[start] ?? 0);
    return sum;
  }

  /**
   * Visits once every text that has a word of each of `all`, in no order; and texts that lack some, where these are
   * sooner looked at than taken out.
   */
  visitTextsWith(all: readonly (readonly WordRange[])[], visit: (text: number) => void): void {
    const [rarest = [], ...others] = all.toSorted((left, right) => this.size(left) - this.size(right));
    let left = this.#deepen(rarest, 0);
    let depth = 1;
    for (const other of others) {
      if (this.size(other) > left * TEXT_COST) break;
      left = this.#deepen(other, depth);
      depth += 1;
    }
    for (const { start, end } of rarest)
      for (let place = this.#starts[start] ?? 0; place < (this.#starts[end] ?? 0); place += 1) {
        const text = this.#texts[place] ?? 0;
        const isLeft = this.#depths[text] === depth;
        this.#depths[text] = 0;
        if (isLeft) visit(text);
      }
  }

  /** Texts that have one of the words and were in `depth` lists so far are in one more. Answers with their number. */
  #deepen(words: readonly WordRange[], depth: number): number {
    let count = 0;
    for (const { start, end } of words)
      for (let place = this.#starts[start] ?? 0; place < (this.#starts[end] ?? 0); place += 1) {
        const text = this.#texts[place] ?? 0;
        if (this.#depths[text] !== depth) continue;
        this.#depths[text] = depth + 1;
        count += 1;
      }
    return count;
  }
}
