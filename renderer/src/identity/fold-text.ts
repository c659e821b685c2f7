import { foldLetters, isAscii } from '../domain/fold-letters';

/** Apostrophes and accents used as such; before decomposition, which makes a space of the last one. */
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07`\u00b4]/g;

const LONE_AMPERSAND = /(?<=^|\s)&(?=\s|$)/g;

/**
 * The words of a text, folded and joined by one space: "Pride & Peril!" → "pride and peril". An "&" is "and" only where
 * it stands alone ("R&B" is not "r and b"); an apostrophe inside a word is dropped ("Ocean’s" → "oceans"). A text of
 * symbols alone ("❦", "!!!") stays itself. Idempotent.
 */
export function foldWords(text: string): string {
  return isAscii(text) ? asciiWords(text) : unicodeWords(text);
}

/** The same as `unicodeWords` for a text in ASCII, some times as fast: most titles and names are. */
function asciiWords(text: string): string {
  let letters = text.toLowerCase();
  if (letters.includes("'")) letters = letters.replace(/(?<=[a-z])'(?=[a-z])/g, '');
  if (letters.includes('&')) letters = letters.replace(LONE_AMPERSAND, 'and');
  const words = letters.replace(/[^a-z0-9]+/g, ' ').trim();
  return words === '' ? symbolsOf(letters, text) : words;
}

function unicodeWords(text: string): string {
  const letters = foldLetters(text.replace(APOSTROPHES, "'")).replace(APOSTROPHES, "'");
  const words = letters
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(LONE_AMPERSAND, 'and')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? symbolsOf(letters, text) : words;
}

function symbolsOf(letters: string, text: string): string {
  const symbols = letters.replace(/\s+/g, ' ').trim();
  return symbols === '' ? text.trim() : symbols;
}
