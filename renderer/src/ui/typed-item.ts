import { foldLetters } from '../domain/fold-letters';
import type { Item } from '../domain/item';

/** What was typed into a picker, and the kind it would have as a new thing: '' = none chosen yet. */
export interface TypedItem {
  readonly title: string;
  readonly kind: string;
}

export const NOTHING_TYPED: TypedItem = { title: '', kind: '' };

/** The thing whose very title was typed, whatever its case and accents; undefined = none, it is a new one. */
export function itemOfTitle<Found extends Pick<Item, 'title'>>(
  title: string,
  found: readonly Found[],
): Found | undefined {
  const typed = foldLetters(title.trim());
  return found.find((item) => foldLetters(item.title.trim()) === typed);
}

/** Letters that may differ between a misspelled title and the title. */
const MAX_MISSPELLED = 2;

/**
 * The found thing that the typed words most likely mean: the very title, else the best whose title has them in one
 * piece from the beginning of a word ("neurom", "left hand of"), or is a misspelling away. Undefined = they rather
 * name a new thing: "The Thing" is not "The Culture Map: How People Get Things Done".
 */
export function likelyMeant<Found extends Pick<Item, 'title'>>(
  title: string,
  found: readonly Found[],
): Found | undefined {
  const typed = wordsOf(title);
  if (typed === '') return undefined;
  return (
    itemOfTitle(title, found) ??
    found.find((item) => {
      const words = wordsOf(item.title);
      return ` ${words}`.includes(` ${typed}`) || (typed.length > 4 && isNear(typed, words));
    })
  );
}

/** No title ends in one of these: who stops there has not typed all of it. */
const OPEN_END =
  /(?:^| )(?:the|an?|of|and|in|to|for|with|from|at|by|der|die|das|und|von|la|le|les|de|du|et|el|los|y|il|di|e)$/u;
const ARTICLE = /^(?:the|an?) /u;
export const withoutArticle = (words: string): string => words.replace(ARTICLE, '');
/** What parts a title from its subtitle, or a series from the title. */
const PART = /[:(/]|\s[-–—]\s/u;

/**
 * True: the words are the beginning of a title, or of a part of it after a colon or a bracket, and are typed only in
 * part ("spirited aw", "left hand of"); or are its last part; or are a misspelling away. Whole words that a title only
 * holds may be another title: "the office" is neither "The Office Rooms" nor "Outside the Office".
 */
export function isBegun(text: string, title: string): boolean {
  const typed = wordsOf(text);
  if (typed === '') return false;
  const goesOn = (part: string): boolean =>
    [typed, withoutArticle(typed)].some(
      (words) => part.startsWith(words) && (OPEN_END.test(words) || /^[\p{L}\p{N}]/u.test(part.slice(words.length))),
    );
  const whole = wordsOf(title);
  const parts = title.split(PART).map(wordsOf);
  return (
    [whole, ...parts].some((part) => goesOn(part) || goesOn(withoutArticle(part))) ||
    withoutArticle(parts.at(-1) ?? '') === withoutArticle(typed) ||
    (typed.length > 4 && isNear(typed, whole))
  );
}

/** Folded, with single spaces for everything that is no letter or digit; an apostrophe parts no word. */
export const wordsOf = (text: string): string =>
  foldLetters(text)
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** At most MAX_MISSPELLED letters changed, missing or too many (Levenshtein 1966). */
function isNear(one: string, other: string): boolean {
  const [left, right] = [Array.from(one), Array.from(other)];
  if (Math.abs(left.length - right.length) > MAX_MISSPELLED) return false;
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of left.entries()) {
    const now = [row + 1];
    for (let column = 0; column < right.length; column += 1)
      now.push(
        Math.min(
          (before[column] ?? 0) + (right[column] === letter ? 0 : 1),
          (before[column + 1] ?? 0) + 1,
          (now[column] ?? 0) + 1,
        ),
      );
    before = now;
  }
  return (before.at(-1) ?? Infinity) <= MAX_MISSPELLED;
}
