import { foldLetters, isAscii } from '../domain/fold-letters';

/** Apostrophes and accents used as such; before decomposition, which makes a space of the last one. */
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07`\u00b4]/g;

/**
 * The words of a text, folded and joined by one space: "Pride & Peril!" → "pride and peril". An "&" is "and" only where
 * it stands alone ("R&B" is not "r and b"); an apostrophe inside a word is dropped ("Ocean’s" → "oceans"). A text of
 * symbols alone ("❦", "!!!") stays itself. Idempotent.
 */
export function foldWords(text: string): string {
  const plain = isAscii(text);
  const letters = plain ? foldLetters(text) : foldLetters(text.replace(APOSTROPHES, "'")).replace(APOSTROPHES, "'");
  const words = letters
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/(?<=^|\s)&(?=\s|$)/g, 'and')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (words !== '') return words;
  const symbols = letters.replace(/\s+/g, ' ').trim();
  return symbols === '' ? text.trim() : symbols;
}
