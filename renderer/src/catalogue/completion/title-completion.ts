import { foldTitle, LEADING_ARTICLES } from '../../identity/fold-title';
import { kindRuleOf } from '../../identity/kind-rules';
import type { CataloguePart } from '../catalogue-reader';
import { hashOfTitle, wordsOf } from '../title-keys';
import { MakerWords } from './maker-words';
import { PostingLists } from './posting-lists';
import { type Hit, type HitPlace, hitScore, TopHits } from './top-hits';
import { misspelt, wordEqualTo, type WordRange, wordsBeginningWith } from './word-ranges';

/** One bit of a mark each. Further words are not compared. */
const MAX_QUERY_WORDS = 15;
/**
 * So many of the most famous texts are looked at one by one. Words that so few of these have in common are in few texts
 * altogether, and what has all of them is found sooner through their lists.
 */
const MAX_WALKED = 8_192;
/** Letters of a title: shorter ones are like too many others. */
const MIN_RESPELT = 5;

export interface Typed {
  /** As it stands in the field. */
  readonly text: string;
  /** Things of this kind come first; null for any. */
  readonly kind: string | null;
  /** Where no kind is asked for, the one that the person mostly types: things of it count as more famous. */
  readonly usualKind?: string | null;
  readonly limit: number;
}

/** Letters of a maker's name: fewer are the beginning of too many. The last word typed may go on. */
const MIN_MAKER = { whole: 3, beginning: 4 };

const NO_WORDS: WordRange = { start: 0, end: 0 };
const NO_TEXTS = new Uint32Array();

/** Finds, in one part of a catalogue, the titles that what is typed may become. */
export class TitleCompletion {
  readonly #postings: PostingLists;
  /** Per word of the part: a bit for each typed word that it matches. All zero between two searches. */
  readonly #marks: Uint16Array;
  readonly #allTexts: Uint32Array;
  /** Per kind of the part, its texts, the famous first. */
  readonly #textsOfKind: readonly Uint32Array[];
  readonly #articles: ReadonlySet<number>;
  readonly #families: readonly string[];
  readonly #makers: MakerWords;
  /** As `#marks`, per word of makers' names. */
  readonly #makerMarks: Uint16Array;

  /** @param ranks of the part's entries among those of the whole catalogue, rising */
  constructor(
    private readonly part: CataloguePart,
    private readonly ranks: Uint32Array,
  ) {
    const { words, entryOfText, kindNames } = part;
    this.#postings = new PostingLists(part);
    this.#marks = new Uint16Array(words.length);
    this.#allTexts = Uint32Array.from(entryOfText, (_entry, text) => text);
    this.#textsOfKind = kindNames.map((_name, kind) =>
      this.#allTexts.filter((text) => part.kinds[entryOfText[text] ?? 0] === kind),
    );
    this.#articles = new Set(
      [...LEADING_ARTICLES]
        .map((article) => wordEqualTo(words, article))
        .filter(({ start, end }) => start < end)
        .map(({ start }) => start),
    );
    this.#makers = new MakerWords(part);
    this.#makerMarks = new Uint16Array(this.#makers.words.length);
    this.#families = [...new Set(kindNames.map((kind) => kindRuleOf(kind).family))];
  }

  /** Best first. */
  search(typed: Typed): readonly Hit[] {
    const words = wordsOf(typed.text).slice(0, MAX_QUERY_WORDS);
    if (words.length === 0) return [];
    const hits = new TopHits(typed.limit);
    const numberOf = (name: string | null): number | null => (name === null ? null : this.part.kindNames.indexOf(name));
    const [kind, usual] = [numberOf(typed.kind), numberOf(typed.usualKind ?? null)];
    this.#addExact(typed.text, { kind, usual, misspelt: false }, hits);
    const list = this.part.words;
    const spelled = words.map((word, place) => [
      place === words.length - 1 ? wordsBeginningWith(list, word) : wordEqualTo(list, word),
    ]);
    this.#addMatching(spelled, { kind, usual, misspelt: false }, hits);
    this.#addByMaker(words, spelled, { kind, usual, misspelt: false }, hits);
    if (!hits.isFull) {
      const near = words.map((word, place) => {
        const ranges = misspelt(list, word, place === words.length - 1);
        return ranges.length === 0 ? (spelled[place] ?? []) : ranges;
      });
      this.#addMatching(near, { kind, usual, misspelt: true }, hits);
    }
    return hits.hits;
  }

  /** Titles that are this one, word for word, with a typing error in one or more of the words; best first. */
  respelt({ text, kind, limit }: Pick<Typed, 'text' | 'kind' | 'limit'>): readonly Hit[] {
    const [first = '', ...others] = wordsOf(text);
    const words = LEADING_ARTICLES.has(first) && others.length > 0 ? others : [first, ...others];
    if (words.length > MAX_QUERY_WORDS || words.join('').length < MIN_RESPELT) return [];
    const hits = new TopHits(limit);
    const asked = {
      kind: kind === null ? null : this.part.kindNames.indexOf(kind),
      usual: null,
      misspelt: true,
      whole: true,
    };
    const near = words.map((word) => {
      const ranges = misspelt(this.part.words, word, false);
      return ranges.length === 0 ? [wordEqualTo(this.part.words, word)] : ranges;
    });
    this.#addMatching(near, asked, hits);
    return hits.hits;
  }

  /** Titles that are what was typed, whatever their fame. */
  #addExact(text: string, { kind, usual }: Asked, hits: TopHits): void {
    const { part } = this;
    const { key } = foldTitle(text);
    for (const family of this.#families)
      for (const found of part.titleKeys.valuesOf(hashOfTitle(family, key))) {
        const entry = part.entryOfText[found] ?? 0;
        const score = hitScore(
          { misspelt: false, otherKind: isOther(part.kinds[entry], kind), exact: true },
          { rank: this.ranks[entry] ?? 0, found: 'beginning', unusual: isOther(part.kinds[entry], usual) },
        );
        if (score > hits.threshold || foldTitle(part.text(found)).key !== key) continue;
        if (!this.#isShortForm(found, entry, key)) hits.add({ text: found, entry, score });
      }
  }

  /** "Harry Potter" of "Harry Potter: Film Wizardry": it begins the title, as it begins better known ones. */
  #isShortForm(text: number, entry: number, key: string): boolean {
    const title = this.part.titleOf(entry);
    return text !== title && foldTitle(this.part.text(title)).baseKeys.includes(key);
  }

  /**
   * What is by makers of whose names some of the words are, the others standing in the title: "tolkien hob".
   * @param spelled per typed word, the words of titles that it may be
   */
  #addByMaker(words: readonly string[], spelled: readonly (readonly WordRange[])[], asked: Asked, hits: TopHits): void {
    const last = words.length - 1;
    const list = this.#makers.words;
    const ranges = words.map((word, place) => {
      if (word.length < (place === last ? MIN_MAKER.beginning : MIN_MAKER.whole)) return NO_WORDS;
      return place === last ? wordsBeginningWith(list, word) : wordEqualTo(list, word);
    });
    if (ranges.every(({ start, end }) => start === end)) return;
    const search = { ...asked, all: 2 ** words.length - 1, typedWords: words.length };
    this.#mark(spelled, this.#marks);
    this.#mark(
      ranges.map((range) => [range]),
      this.#makerMarks,
    );
    try {
      for (const range of ranges)
        this.#makers.visitEntriesWith(range, (entry) => {
          this.#addEntryByMaker(entry, search, hits);
        });
    } finally {
      this.#unmark(spelled, this.#marks);
      for (const { start, end } of ranges) this.#makerMarks.fill(0, start, end);
    }
  }

  #addEntryByMaker(entry: number, search: Search, hits: TopHits): void {
    const { wordNumbers, wordStarts, kinds } = this.part;
    const place = {
      rank: this.ranks[entry] ?? 0,
      found: 'maker',
      unusual: isOther(kinds[entry], search.usual),
    } as const;
    const score = this.#score(place, isOther(kinds[entry], search.kind), search);
    if (score > hits.threshold) return;
    let byMaker = 0;
    this.#makers.visitWordsOf(entry, (word) => (byMaker |= this.#makerMarks[word] ?? 0));
    for (const text of this.part.textsOf(entry)) {
      let found = byMaker;
      for (let at = wordStarts[text] ?? 0; at < (wordStarts[text + 1] ?? 0); at += 1)
        found |= this.#marks[wordNumbers[at] ?? 0] ?? 0;
      if (found !== search.all) continue;
      hits.add({ text, entry, score });
      return;
    }
  }

  /** Gives each word the bits of the typed words that it may be. */
  #mark(ranges: readonly (readonly WordRange[])[], marks: Uint16Array): void {
    for (const [place, list] of ranges.entries())
      for (const { start, end } of list)
        for (let word = start; word < end; word += 1) marks[word] = (marks[word] ?? 0) | (1 << place);
  }

  #unmark(ranges: readonly (readonly WordRange[])[], marks: Uint16Array): void {
    for (const list of ranges) for (const { start, end } of list) marks.fill(0, start, end);
  }

  /** @param ranges per typed word, the words that it may be */
  #addMatching(ranges: readonly (readonly WordRange[])[], asked: Asked, hits: TopHits): void {
    const rare = Math.min(...ranges.map((list) => this.#postings.size(list)));
    if (rare === 0) return;
    this.#mark(ranges, this.#marks);
    const { entryOfText, kinds } = this.part;
    const search = { ...asked, all: 2 ** ranges.length - 1, typedWords: ranges.length };
    try {
      if (this.#addFamous(Math.min(rare, MAX_WALKED), search, hits)) return;
      this.#postings.visitTextsWith(ranges, (text) => {
        const entry = entryOfText[text] ?? 0;
        if (this.#bestScore(entry, isOther(kinds[entry], asked.kind), search) <= hits.threshold)
          this.#addText(text, search, hits);
      });
    } finally {
      this.#unmark(ranges, this.#marks);
    }
  }

  /**
   * Looks at the most famous texts one by one, for common words are soon found there. Answers whether no other text can
   * be among the best.
   */
  #addFamous(most: number, search: Search, hits: TopHits): boolean {
    if (search.kind !== null) {
      const texts = this.#textsOfKind[search.kind] ?? NO_TEXTS;
      if (!this.#addInOrder(texts, most, false, search, hits)) return false;
      if (hits.isFull) return true;
    }
    // Things of other kinds come after all of that one.
    return this.#addInOrder(this.#allTexts, most, search.kind !== null, search, hits);
  }

  /** Answers whether none of the `texts` beyond can be among the best. */
  #addInOrder(texts: Uint32Array, most: number, otherKind: boolean, search: Search, hits: TopHits): boolean {
    const { entryOfText } = this.part;
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place] ?? 0;
      if (this.#bestScore(entryOfText[text] ?? 0, otherKind, search) > hits.threshold) return true;
      if (place >= most) return false;
      this.#addText(text, search, hits);
    }
    return true;
  }

  /** No text of the entry, nor of a less famous one, can do better than by beginning with what was typed. */
  #bestScore(entry: number, otherKind: boolean, search: Asked): number {
    return this.#score({ rank: this.ranks[entry] ?? 0, found: 'beginning', unusual: false }, otherKind, search);
  }

  #addText(text: number, search: Search, hits: TopHits): void {
    const { wordNumbers, wordStarts, entryOfText, kinds } = this.part;
    const [start, end] = [wordStarts[text] ?? 0, wordStarts[text + 1] ?? 0];
    let found = 0;
    for (let place = start; place < end; place += 1) found |= this.#marks[wordNumbers[place] ?? 0] ?? 0;
    if (found !== search.all) return;
    const entry = entryOfText[text] ?? 0;
    const startsWith = (first: number): boolean =>
      this.#beginsAt(first, end, search.typedWords) && (search.whole !== true || first + search.typedWords === end);
    const begins = startsWith(start) || (this.#articles.has(wordNumbers[start] ?? 0) && startsWith(start + 1));
    if (search.whole === true && !begins) return;
    const place: HitPlace = {
      rank: this.ranks[entry] ?? 0,
      found: begins ? 'beginning' : 'inside',
      unusual: isOther(kinds[entry], search.usual),
    };
    hits.add({ text, entry, score: this.#score(place, isOther(kinds[entry], search.kind), search) });
  }

  /** The words from `start` on are the typed ones, in their order. */
  #beginsAt(start: number, end: number, typedWords: number): boolean {
    if (start + typedWords > end) return false;
    for (let word = 0; word < typedWords; word += 1)
      if (((this.#marks[this.part.wordNumbers[start + word] ?? 0] ?? 0) & (1 << word)) === 0) return false;
    return true;
  }

  #score(place: HitPlace, otherKind: boolean, { misspelt }: Asked): number {
    return hitScore({ misspelt, otherKind, exact: false }, place);
  }
}

interface Asked {
  /** Number of the kind asked for; null for any, -1 for one that the part does not have. */
  readonly kind: number | null;
  /** Number of the usual kind, likewise. */
  readonly usual: number | null;
  readonly misspelt: boolean;
  /** True: the title has no words but those typed. */
  readonly whole?: boolean;
}

const isOther = (kind: number | undefined, asked: number | null): boolean => asked !== null && kind !== asked;

interface Search extends Asked {
  /** The bits of all typed words. */
  readonly all: number;
  readonly typedWords: number;
}
