import type { CatalogueEntry } from '../../../renderer/src/domain/catalogue';
import type { Typed } from '../../../renderer/src/catalogue/completion/title-completion';
import { storedShare } from '../../../renderer/src/catalogue/format/columns';
import { foldWords } from '../../../renderer/src/identity/fold-text';
import { foldTitle, LEADING_ARTICLES } from '../../../renderer/src/identity/fold-title';
import { kindRuleOf } from '../../../renderer/src/identity/kind-rules';

type Matched = 'exact' | 'words' | 'spelling';
/** How a typed word meets one of a title's. */
type WordTest = (typed: string, word: string, isLast: boolean) => boolean;

/**
 * What completion promises, said without regard to speed: every title is looked at, every typing error is made.
 * @returns number in order of fame, and how it matched
 */
export function naiveCompletion(
  entries: readonly CatalogueEntry[],
  { text, kind, usualKind = null, limit }: Typed,
): [number, Matched][] {
  const ranked = [...entries].sort((left, right) => storedShare(right.popularity) - storedShare(left.popularity));
  const typed = foldWords(text).split(' ');
  const key = foldTitle(text).key;
  const spelled = best(ranked, (title, entry, rank) =>
    foldTitle(title).key === key && kindRuleOf(entry.kind).family !== ''
      ? { matched: 'exact', order: orderOf(entry, kind), score: (rank + 1) * unusual(entry, usualKind) }
      : scored(title, entry, rank, { kind, usualKind }, typed, asTyped, 'words'),
  );
  const found = spelled.slice(0, limit);
  if (found.length < limit) {
    const misspelt = best(ranked, (title, entry, rank) =>
      scored(title, entry, rank, { kind, usualKind }, typed, asMeant, 'spelling'),
    );
    const known = new Set(found.map(({ rank }) => rank));
    found.push(...misspelt.filter(({ rank }) => !known.has(rank)).slice(0, limit - found.length));
  }
  return found.map(({ rank, matched }) => [rank, matched]);
}

interface Score {
  readonly matched: Matched;
  /** 0: of the kind asked for. */
  readonly order: number;
  readonly score: number;
}

const orderOf = (entry: CatalogueEntry, kind: string | null): number => (kind !== null && entry.kind !== kind ? 1 : 0);
/** A thing of another kind than the usual one counts as four times less famous. */
const unusual = (entry: CatalogueEntry, usualKind: string | null): number =>
  usualKind !== null && entry.kind !== usualKind ? 4 : 1;
const compare = (left: Score, right: Score): number =>
  left.order - right.order ||
  Number(left.matched !== 'exact') - Number(right.matched !== 'exact') ||
  left.score - right.score;

function best(
  ranked: readonly CatalogueEntry[],
  score: (title: string, entry: CatalogueEntry, rank: number) => Score | null,
): (Score & { readonly rank: number })[] {
  return ranked
    .flatMap((entry, rank) => {
      const [first] = [entry.title, ...entry.aliases]
        .map((title) => score(title, entry, rank))
        .filter((one) => one !== null)
        .sort(compare);
      return first === undefined ? [] : [{ ...first, rank }];
    })
    .sort(compare);
}

function scored(
  title: string,
  entry: CatalogueEntry,
  rank: number,
  { kind, usualKind }: { readonly kind: string | null; readonly usualKind: string | null },
  typed: readonly string[],
  meets: WordTest,
  matched: Matched,
): Score | null {
  const words = foldWords(title).split(' ');
  const last = typed.length - 1;
  if (!typed.every((one, place) => words.some((word) => meets(one, word, place === last)))) return null;
  const beginsAt = (start: number): boolean =>
    typed.every((one, place) => {
      const word = words[start + place];
      return word !== undefined && meets(one, word, place === last);
    });
  const begins = beginsAt(0) || (LEADING_ARTICLES.has(words[0] ?? '') && beginsAt(1));
  return { matched, order: orderOf(entry, kind), score: (rank + 1) * (begins ? 1 : 8) * unusual(entry, usualKind) };
}

const asTyped: WordTest = (typed, word, isLast) => (isLast ? word.startsWith(typed) : word === typed);

/** With one error, from four letters on; of three the last two changed about. */
const asMeant: WordTest = (typed, word, isLast) =>
  asTyped(typed, word, isLast) ||
  (typed.length === 3 &&
    !isLast &&
    !/\d/.test(typed) &&
    word === `${typed.charAt(0)}${typed.charAt(2)}${typed.charAt(1)}`) ||
  (typed.length >= 4 && !/\d/.test(typed) && meantBy(typed, isLast).some((meant) => asTyped(meant, word, isLast)));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** All words that one may have meant, with one error made. */
function meantBy(typed: string, isPrefix: boolean): readonly string[] {
  const places = Array.from(typed, (_letter, place) => place);
  const beforeLast = places.filter((place) => !isPrefix || place < typed.length - 1);
  const spliced = (place: number, taken: number, put: string): string =>
    typed.slice(0, place) + put + typed.slice(place + taken);
  return [
    ...beforeLast.map((place) => spliced(place, 1, '')),
    ...places.slice(0, -1).map((place) => spliced(place, 2, `${typed[place + 1] ?? ''}${typed[place] ?? ''}`)),
    ...LETTERS.flatMap((letter) => [
      ...beforeLast.filter((place) => place > 0).map((place) => spliced(place, 1, letter)),
      ...[...places, ...(isPrefix ? [] : [typed.length])]
        .filter((place) => place > 0)
        .map((place) => spliced(place, 0, letter)),
    ]),
  ];
}
