import { foldLetters } from '../domain/fold-letters';
import { foldWords } from './fold-text';

/** A title taken apart into what is compared. Kept small, for tens of thousands are in memory at a time. */
export class FoldedTitle {
  /** This title alone, as a list. */
  readonly alone: readonly FoldedTitle[] = [this];
  /** Its key alone, as a list. */
  readonly keys: readonly string[];

  constructor(
    private readonly title: string,
    /** Words of the whole title joined without spaces, without article, with "#3" for a third volume. */
    readonly key: string,
    /** The same of each part that ends before a subtitle; empty for a title without one. */
    readonly baseKeys: readonly string[],
    /** Words in the shortest base; those of the title where it has no subtitle. */
    readonly baseWordCount: number,
    /** Number of a volume or part that the title names ("Vol. 2", "Part One"); null where it names none. */
    readonly volume: number | null,
  ) {
    this.keys = [key];
  }

  /** The title with its punctuation, letters folded: compared where nothing but titles is known. */
  get written(): string {
    return foldLetters(this.title).trim();
  }

  /** Whether an article was taken off its front: "The Circle", "Mill, The". */
  get hasArticle(): boolean {
    const title = articleInFront(this.title).trimStart();
    const end = title.indexOf(' ');
    return (end > 0 && LEADING_ARTICLES.has(foldWords(title.slice(0, end)))) || ELIDED_ARTICLE.test(title);
  }

  /** Words of the title without article and volume number. Worked out again each time: few are asked for. */
  get words(): readonly string[] {
    return partsOf(this.title).whole.words;
  }
}

/** Dropped where they begin a title. Single letters and words that mean more in another language are not here. */
export const LEADING_ARTICLES: ReadonlySet<string> = new Set(
  'the a an le la les un une der die das ein eine el los las una il lo gli uno um uma os het een ett'.split(' '),
);
/** Moved to the front where a comma precedes them at the end: "Mill, The", "Haine, La". */
const TRAILING_ARTICLE =
  /^(.*\S),\s*(the|an?|l['’]|les?|la|une?|der|die|das|eine?|el|l[oa]s|una|il|lo|gli|i|uno|um|uma|os?|as|de|het|een|en|ett?|den|det)$/iu;
const ELIDED_ARTICLE = /^l['’]\s*(?=\p{L})/iu;

/** "(Deluxe Edition)", "[Remastered]": how it was issued. "(Live)" or "(Re-recorded)" is another work, so not here. */
const EDITION =
  /\s*[([][^()[\]]*\b(?:edition|ed|ausgabe|édition|edición|edizione|remaster(?:ed)?|deluxe|expanded|annotated|(?:un)?abridged|illustrated|paperback|hardcover|kindle|e-?book|audiobook|director['’]?s cut|extended cut|explicit|reissue|revised|bonus tracks?)\b[^()[\]]*[)\]]\s*$/iu;

/** Where a subtitle begins: a colon, a dash between spaces, a bracket, "; or,". */
const SUBTITLE = /:\s+|\s+[–—-]\s+|\s+[([]|[,;]?\s+or[,;:]\s+|;\s+/giu;

const MAY_HAVE_SUBTITLE = /[:–—;([]| - | or/i;

/** Subtitles that only say what form the work has: "The Salt Almanac: A Novel" is "The Salt Almanac". */
const FORM_SUBTITLE =
  /^(?:an?|the|ein|eine|un|una|une|uma?)? ?(?:novel|novella|memoir|poems|stories|short stories|essays|play|biography|autobiography|roman|novela|romanzo|romance|recit|erzahlung|powiesc|роман)$/u;

const VOLUME_WORDS = new Set(
  'vol volume volumes bd band tome tomo tom teil part pt parte partie book bk buch libro livre no nr issue season episode chapter том часть книга'.split(
    ' ',
  ),
);
const NUMBERS = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, index) => [word, index + 1] as const,
  ),
);
const ROMANS = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map(
    (word, index) => [word, index + 1] as const,
  ),
);
const MAX_BASES = 4;
const NO_KEYS: readonly string[] = [];

interface TitleWords {
  readonly words: readonly string[];
  readonly volume: number | null;
}

/** Takes "volume 2", "part ii", "book three" out of the words, wherever they stand; the first one counts. */
function withoutVolume(words: readonly string[]): TitleWords {
  // "Part" and a number alone are a whole title, not a volume of a title that is not there.
  if (words.length < 3) return { words, volume: null };
  for (let index = 0; index + 1 < words.length; index += 1) {
    if (!VOLUME_WORDS.has(words[index] ?? '')) continue;
    const word = words[index + 1] ?? '';
    const volume = /^\d{1,3}$/.test(word) ? Number(word) : (NUMBERS.get(word) ?? ROMANS.get(word));
    if (volume !== undefined) return { words: [...words.slice(0, index), ...words.slice(index + 2)], volume };
  }
  return { words, volume: null };
}

/** "rocky ii" → "rocky 2"; single letters stay ("Malcolm X"). */
function withPlainNumber(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const number = last.length > 1 && words.length > 1 ? ROMANS.get(last) : undefined;
  return number === undefined ? words : [...words.slice(0, -1), String(number)];
}

/** "Mill, The" → "The Mill". */
function articleInFront(text: string): string {
  const [, rest, article] = text.includes(',') ? (TRAILING_ARTICLE.exec(text) ?? []) : [];
  return rest === undefined || article === undefined ? text : `${article} ${rest}`;
}

function titleWords(text: string): TitleWords {
  const inOrder = articleInFront(text).replace(ELIDED_ARTICLE, '');
  return withoutArticleAndVolume(
    foldWords(inOrder.includes('#') ? inOrder.replace(/#\s*(?=\d)/g, ' no ') : inOrder).split(' '),
  );
}

function withoutArticleAndVolume(words: readonly string[]): TitleWords {
  const named = words.length > 1 && LEADING_ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
  const { words: kept, volume } = withoutVolume(named);
  return { words: withPlainNumber(kept), volume };
}

const keyOf = ({ words, volume }: TitleWords): string => words.join('') + (volume === null ? '' : `#${String(volume)}`);

/** Letters, digits and single spaces: nothing that a subtitle, an edition or an article at the end could begin with. */
const PLAIN_TITLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Folds a title for comparison. Never fails: a title of symbols is its own key. */
export const foldTitle = (title: string): FoldedTitle =>
  PLAIN_TITLE.test(title) ? foldPlainTitle(title) : foldAnyTitle(title);

/** The same as `foldAnyTitle`, several times as fast: half of all titles are plain. */
function foldPlainTitle(title: string): FoldedTitle {
  const whole = withoutArticleAndVolume(title.toLowerCase().split(' '));
  return new FoldedTitle(title, keyOf(whole), NO_KEYS, whole.words.length, whole.volume);
}

function foldAnyTitle(title: string): FoldedTitle {
  const { whole, bases } = partsOf(title);
  const key = keyOf(whole);
  const baseKeys =
    bases.length === 0 ? NO_KEYS : [...new Set(bases.map(keyOf))].filter((base) => base !== '' && base !== key);
  return new FoldedTitle(title, key, baseKeys, (bases[0] ?? whole).words.length, whole.volume);
}

/** The whole title without an edition, and each part of it that ends before a subtitle. */
function partsOf(title: string): { readonly whole: TitleWords; readonly bases: readonly TitleWords[] } {
  const issued = /[)\]]\s*$/.test(title) ? title.replace(EDITION, '') : title;
  let text = issued === '' ? title : issued;
  const ends: number[] = [];
  if (MAY_HAVE_SUBTITLE.test(text))
    for (const { index } of text.matchAll(SUBTITLE)) if (index > 0 && ends.length < MAX_BASES) ends.push(index);
  const lastEnd = ends.at(-1);
  if (lastEnd !== undefined && FORM_SUBTITLE.test(foldWords(text.slice(lastEnd)))) {
    text = text.slice(0, lastEnd);
    ends.pop();
  }
  return { whole: titleWords(text), bases: ends.map((end) => titleWords(text.slice(0, end))) };
}

/** How two titles relate. `base`: one is the other without its subtitle. */
export type TitleRelation = 'equal' | 'base' | 'unlike';

export function relateTitles(left: readonly FoldedTitle[], right: readonly FoldedTitle[]): TitleRelation {
  let isBase = false;
  for (const one of left)
    for (const other of right) {
      if (one.key === other.key) return 'equal';
      isBase ||= one.baseKeys.includes(other.key) || other.baseKeys.includes(one.key);
    }
  return isBase ? 'base' : 'unlike';
}
