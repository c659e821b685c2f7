import type { CataloguePart } from '../catalogue-reader';
import { wordsOf } from '../title-keys';
import type { WordRange } from './word-ranges';

/** The words of makers' names, and what those bearing them made. Derived when a part is opened: the file has names. */
export class MakerWords {
  /** Sorted, each once. */
  readonly words: readonly string[];
  /** Per word, where its entries start. */
  readonly #starts: Uint32Array;
  /** Entries that have a word, one list after the other in the order of the words; in each the famous first. */
  readonly #entries: Uint32Array;
  /** Per entry, where its words start; and these, as numbers of `words`. */
  readonly #wordStarts: Uint32Array;
  readonly #wordNumbers: Uint32Array;

  constructor(part: Pick<CataloguePart, 'size' | 'creatorsOf'>) {
    const wordsOfName = new Map<string, readonly string[]>();
    const all = new Set<string>();
    const ofEntry: (readonly string[])[] = [];
    for (let entry = 0; entry < part.size; entry += 1) {
      const found = new Set<string>();
      for (const name of part.creatorsOf(entry)) {
        let words = wordsOfName.get(name);
        if (words === undefined) wordsOfName.set(name, (words = wordsOf(name)));
        for (const word of words) {
          found.add(word);
          all.add(word);
        }
      }
      ofEntry.push([...found]);
    }
    this.words = [...all].sort((left, right) => (left < right ? -1 : 1));
    const numbers = new Map(this.words.map((word, number) => [word, number]));
    this.#wordStarts = new Uint32Array(part.size + 1);
    for (const [entry, words] of ofEntry.entries())
      this.#wordStarts[entry + 1] = (this.#wordStarts[entry] ?? 0) + words.length;
    this.#wordNumbers = Uint32Array.from(ofEntry.flatMap((words) => words.map((word) => numbers.get(word) ?? 0)));
    this.#starts = new Uint32Array(this.words.length + 1);
    for (const word of this.#wordNumbers) this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + 1;
    for (let word = 0; word < this.words.length; word += 1)
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + (this.#starts[word] ?? 0);
    const free = this.#starts.slice(0, -1);
    this.#entries = new Uint32Array(this.#wordNumbers.length);
    for (let entry = 0; entry < part.size; entry += 1)
      this.visitWordsOf(entry, (word) => {
        const at = free[word] ?? 0;
        this.#entries[at] = entry;
        free[word] = at + 1;
      });
  }

  visitWordsOf(entry: number, visit: (word: number) => void): void {
    for (let place = this.#wordStarts[entry] ?? 0; place < (this.#wordStarts[entry + 1] ?? 0); place += 1)
      visit(this.#wordNumbers[place] ?? 0);
  }

  /** Visits everything by makers with one of the words; an entry with two of them twice. */
  visitEntriesWith({ start, end }: WordRange, visit: (entry: number) => void): void {
    for (let place = this.#starts[start] ?? 0; place < (this.#starts[end] ?? 0); place += 1)
      visit(this.#entries[place] ?? 0);
  }
}
