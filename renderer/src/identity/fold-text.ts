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
/** Apostrophes and accents used as such; before decomposition, which makes a space of the last one. */
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07`\u00b4]/g;

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
    .replace(SPECIAL_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

/**
 * The words of a text, folded and joined by one space: "Pride & Peril!" → "pride and peril". An "&" is "and" only where
 * it stands alone ("R&B" is not "r and b"); an apostrophe inside a word is dropped ("Ocean’s" → "oceans"). A text of
 * symbols alone ("❦", "!!!") stays itself. Idempotent.
 */
export function foldWords(text: string): string {
  const isAscii = ASCII.test(text);
  const letters = isAscii ? foldLetters(text) : foldLetters(text.replace(APOSTROPHES, "'")).replace(APOSTROPHES, "'");
  const words = letters
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/(?<=^|\s)&(?=\s|$)/g, 'and')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (words !== '') return words;
  const symbols = letters.replace(/\s+/g, ' ').trim();
  return symbols === '' ? text.trim() : symbols;
}
