import { ownValue } from './own-value';

/**
 * Letters that Unicode decomposition (NFKD) leaves whole, as people type them without a special keyboard; and the two
 * forms of the Greek small sigma as one.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const SPECIAL_LETTERS = /[łøßæœđðþıħŧς]/g;
const ASCII = /^[\x00-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII, controls too

/**
 * Accents, Hebrew points and Arabic vowel marks. Marks that are letters of their own to a reader stay: vowel signs of
 * Indian scripts, voicing marks of kana.
 */
const ACCENTS = // oxlint-disable-next-line no-misleading-character-class -- the marks are meant, alone
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Nothing to fold but the case. */
export const isAscii = (text: string): boolean => ASCII.test(text);

/**
 * Lower case without accents, ligatures and compatibility forms: "Łódź" → "lodz". Punctuation and spaces stay, so
 * "C++" and "C#" stay apart. Idempotent.
 */
export function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(SPECIAL_LETTERS, (letter) => ownValue(LETTERS, letter) ?? letter);
}
