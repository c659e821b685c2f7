import { foldLetters } from '../domain/fold-letters';
import { foldWords } from './fold-text';
import { isSpellingOf } from './spelling';

/** A person's or band's name taken apart into what is compared. */
export interface PersonName {
  /**
   * Folded words, initials as single letters; order does not matter. Without suffixes and words such as "the",
   * "and".
   */
  readonly words: readonly string[];
  /** The words again with "JRR" read as three initials; null where the name has no such word. */
  readonly spread: readonly string[] | null;
  readonly suffix: 'jr' | 'sr' | null;
  readonly script: 'latin' | 'other';
}

/** `incomparable`: written in two scripts, so that neither equality nor difference can be seen. */
export type NameRelation = 'same' | 'different' | 'incomparable';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);
/** Words that say how many there are, not who: "The Wachowski Brothers" are the Wachowskis. */
const JOINING_WORDS = new Set(['the', 'and', 'brothers', 'sisters', 'bros']);
/** Parts of family names that two strangers share. */
const PARTICLES = new Set('de del della di da do dos du la le van von der den el al bin ibn st'.split(' '));
/** Words a source writes where it knows no maker. */
const NO_MAKER = new Set([
  'various',
  'various artists',
  'various authors',
  'anonymous',
  'anonim',
  'unknown',
  'unknown author',
  'unknown artist',
  'author unknown',
  'none',
  'n a',
  'v a',
  'vv aa',
  'aa vv',
]);

/** Null for what names no person or band: "Various Artists", "Anonymous". */
export function parseName(name: string): PersonName | null {
  // "J.R.R.Tolkien" has its words apart; what stands in brackets is a role.
  const plain = name.replace(/[([][^)\]]*[)\]]/g, ' ').replace(/\.(?=\p{L})/gu, '. ');
  const folded = foldWords(plain.trim() === '' ? name : plain);
  if (folded === '' || NO_MAKER.has(folded)) return null;
  const all = folded.split(' ');
  const kept = all.filter((word) => !SUFFIXES.has(word) && !JOINING_WORDS.has(word));
  const words = kept.length > 0 ? kept : all;
  const capitals = new Set((plain.match(/(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/gu) ?? []).map(foldLetters));
  const hasSpread = words.length > 1 && words.some((word) => capitals.has(word));
  return {
    words,
    spread: hasSpread ? words.flatMap((word) => (capitals.has(word) ? word.split('') : [word])) : null,
    suffix: all.includes('jr') ? 'jr' : all.includes('sr') ? 'sr' : null,
    script: /[a-z]/.test(folded) ? 'latin' : 'other',
  };
}

/** The words joined, starting at each of them: "joon ho bong" and "bong joonho" have one in common. */
const rotations = (words: readonly string[]): string[] =>
  words.map((_word, index) => [...words.slice(index), ...words.slice(0, index)].join(''));

const haveSameWords = (left: readonly string[], right: readonly string[]): boolean =>
  left === right || (left.length === right.length && left.every((word, index) => word === right[index]));

/** Takes pairs that `matches` out of both lists, in place. Returns the words of `left` that were taken. */
function removePairs(left: string[], right: string[], matches: (one: string, other: string) => boolean): string[] {
  const removed: string[] = [];
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const word = left[at] ?? '';
    const to = right.findIndex((other) => matches(word, other));
    if (to < 0) continue;
    left.splice(at, 1);
    right.splice(to, 1);
    removed.push(word);
  }
  return removed;
}

/** Every word of one is in the other, in full, as an initial or in another spelling; middle names may be missing. */
function wordsAgree(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [[...one], [...other]];
  const shared = removePairs(left, right, (word, candidate) => word === candidate);
  const spelled = removePairs(left, right, isSpellingOf);
  if (![...shared, ...spelled].some((word) => word.length > 1 && !PARTICLES.has(word))) return false;
  removePairs(
    left,
    right,
    (word, candidate) => word[0] === candidate[0] && (word.length === 1 || candidate.length === 1),
  );
  return left.length === 0 || right.length === 0;
}

/**
 * Whether two names can be one person's: order, initials, middle names and small spelling differences count for
 * nothing.
 */
export function relateNames(left: PersonName, right: PersonName): NameRelation {
  if (left.suffix !== null && right.suffix !== null && left.suffix !== right.suffix) return 'different';
  if (haveSameWords(left.words, right.words)) return 'same';
  const turned = new Set(rotations(left.words));
  if (rotations(right.words).some((form) => turned.has(form))) return 'same';
  if (left.script !== right.script) return 'incomparable';
  const forms = ({ words, spread }: PersonName): readonly (readonly string[])[] =>
    spread === null ? [words] : [words, spread];
  const agree = forms(left).some((one) =>
    forms(right).some((other) => wordsAgree(one, other) || wordsAgree(other, one)),
  );
  return agree ? 'same' : 'different';
}
