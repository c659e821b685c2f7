/** Words from `start` up to, not including, `end`, as numbers of a sorted list of words. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

const NOTHING: WordRange = { start: 0, end: 0 };
/** Shorter words are too like each other, but for letters changed about: "teh". */
const MIN_MISSPELT = 4;
const MIN_SWAPPED = 3;

/** @param words sorted by code unit, each once */
export function wordsBeginningWith(words: readonly string[], prefix: string): WordRange {
  let range: WordRange = { start: 0, end: words.length };
  for (let depth = 0; depth < prefix.length && range.start < range.end; depth += 1)
    range = narrowed(words, range, depth, prefix.charCodeAt(depth));
  return range;
}

/** The word itself, or nothing. */
export function wordEqualTo(words: readonly string[], word: string): WordRange {
  const { start, end } = wordsBeginningWith(words, word);
  return start < end && words[start] === word ? { start, end: start + 1 } : NOTHING;
}

/** Of a range whose words share their first `depth` letters, those whose next letter is `letter`. */
function narrowed(words: readonly string[], { start, end }: WordRange, depth: number, letter: number): WordRange {
  const first = firstFrom(words, start, end, depth, letter);
  return { start: first, end: firstFrom(words, first, end, depth, letter + 1) };
}

function firstFrom(words: readonly string[], start: number, end: number, depth: number, letter: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (letterAt(words[middle] ?? '', depth) < letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Below every letter where the word has ended: it stands before those that go on. */
const letterAt = (word: string, depth: number): number => (depth < word.length ? word.charCodeAt(depth) : -1);

/**
 * Words of which `typed` is one with a single typing error: a letter too many, too few or wrong, or two changed about
 * (Damerau's four). The first letter is neither wrong nor missing, and words with digits have no errors: "2010" is not
 * "2001". Words spelled as typed are among them.
 * @param isPrefix True: `typed` is the beginning of a word, and its last letter is neither wrong nor too many, for the
 *   person goes on typing.
 * @returns ranges in order, none overlapping
 */
export function misspelt(words: readonly string[], typed: string, isPrefix: boolean): readonly WordRange[] {
  if (/\d/.test(typed)) return [];
  if (typed.length === MIN_SWAPPED && !isPrefix) {
    const swapped = `${typed.charAt(0)}${typed.charAt(2)}${typed.charAt(1)}`;
    return joined([typed, swapped].map((word) => wordEqualTo(words, word)).filter(({ start, end }) => start < end));
  }
  if (typed.length < MIN_MISSPELT) return [];
  const search = new SpellingSearch(words, typed, isPrefix);
  search.visit({ start: 0, end: words.length }, 0, 0, false);
  return joined(search.found);
}

/** Walks the sorted words as the tree of letters that they are; no word is looked at that cannot match. */
class SpellingSearch {
  readonly found: WordRange[] = [];
  readonly #lastEdit: number;

  constructor(
    private readonly words: readonly string[],
    private readonly typed: string,
    private readonly isPrefix: boolean,
  ) {
    this.#lastEdit = isPrefix ? typed.length - 2 : typed.length - 1;
  }

  /**
   * @param range words that share their first `depth` letters
   * @param place letters of `typed` that these have used up
   */
  visit(range: WordRange, depth: number, place: number, isEdited: boolean): void {
    if (range.start >= range.end) return;
    const { words, typed } = this;
    if (place === typed.length) {
      if (this.isPrefix) this.found.push(range);
      else if (words[range.start]?.length === depth) this.found.push({ start: range.start, end: range.start + 1 });
      if (this.isPrefix || isEdited) return;
    } else {
      const letter = typed.charCodeAt(place);
      this.visit(narrowed(words, range, depth, letter), depth + 1, place + 1, isEdited);
      if (isEdited) return;
      if (place <= this.#lastEdit) this.visit(range, depth, place + 1, true);
      if (place + 1 < typed.length) {
        const swapped = narrowed(words, range, depth, typed.charCodeAt(place + 1));
        this.visit(narrowed(words, swapped, depth + 1, letter), depth + 2, place + 2, true);
      }
    }
    if (depth > 0) this.#visitOtherLetters(range, depth, place);
  }

  /** A letter that was left out, or typed wrong. */
  #visitOtherLetters(range: WordRange, depth: number, place: number): void {
    const { words } = this;
    let start = firstFrom(words, range.start, range.end, depth, 0);
    while (start < range.end) {
      const end = firstFrom(words, start, range.end, depth, letterAt(words[start] ?? '', depth) + 1);
      this.visit({ start, end }, depth + 1, place, true);
      if (place <= this.#lastEdit) this.visit({ start, end }, depth + 1, place + 1, true);
      start = end;
    }
  }
}

function joined(ranges: readonly WordRange[]): readonly WordRange[] {
  const all: WordRange[] = [];
  for (const range of [...ranges].sort((left, right) => left.start - right.start)) {
    const last = all.at(-1);
    if (last !== undefined && range.start <= last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else all.push(range);
  }
  return all;
}
