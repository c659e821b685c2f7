import { foldLetters } from '../../domain/fold-letters';

const BETWEEN_WORDS = /[\s\p{Z}\p{P}]+/u;
/** Written without spaces, or with endings that are part of the word. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]{2,}/gu;
/** A longer run is no title. */
const LONGEST_RUN = 60;

/** The words of a query. */
export const queryWords = (text: string): string[] => text.split(BETWEEN_WORDS).filter((word) => word !== '');

/** The words of a text, and of scripts without spaces what begins at each letter: 千尋 is in 千と千尋の神隠し. */
export function textWords(text: string): string[] {
  const words = queryWords(text);
  for (const [run] of text.matchAll(UNPARTED)) {
    const letters = Array.from(run).slice(0, LONGEST_RUN);
    // The run itself is mostly a word of its own already; twice does no harm to what is found.
    for (let from = 1; from < letters.length; from += 1) words.push(letters.slice(from).join(''));
  }
  return words;
}

/** Shorter words with two letters swapped are other words. */
const MIN_SWAPPED = 5;

/** The word with two neighbours swapped, at each place: "tolkein" is among them for "tolkien". */
export function swappedLetters(word: string): string[] {
  const letters = Array.from(foldLetters(word));
  if (letters.length < MIN_SWAPPED) return [];
  return letters.slice(1).flatMap((letter, place) => {
    const before = letters[place] ?? '';
    return letter === before
      ? []
      : [[...letters.slice(0, place), letter, before, ...letters.slice(place + 2)].join('')];
  });
}
