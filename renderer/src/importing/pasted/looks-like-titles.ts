import { withoutMarkdown } from '../cells/markdown-marks';
import { kindOfHeader } from './title-headers';

/** Whether the lines of a text are titles, one on each, and not prose, a log, a program or a table of something. */

const MAX_TITLE = 120;
const MAX_WORDS = 16;
/** Behind a bullet a title may have its subtitle and its makers with it. */
const MAX_MARKED = { letters: 160, words: 24 };
const FEW_WORDS = 8;
/** Nine lines of ten: a note among titles is a note. */
const ENOUGH = 0.85;
/** From here on a list has bullets. */
const MOSTLY = 0.6;

/** Code, settings, paths, logs, addresses, keys. */
const NO_TITLE = [
  /[{}<>\\]|;\s*$|=>|->|::|\(\)|&&|\|\||==|#!|[,([]\s*$|\/\*|\*\/|^\/\/|^--\s|\$\{/u,
  /^(?:import|export|from|def|class|function|const|let|var|public|private|static|return|package|using|include)\s+[\w.*"'{]+.*(?:[;:({]|\bfrom\b|\bimport\b)/u,
  /^[\w.-]+\s*=\s*\S|^[a-z_][\w.-]*:(?:\s|$)/u,
  /^(?:\.{0,2}\/)?(?:[\w.@-]+\/)+[\w.@-]*$|^[a-z]:[\\/]/iu,
  /^\S+@\S+\.\S+$|^\S{40,}$|^\w[\w-]*:[^:\s]*:\S*:|^#[^\s#\d]/u,
  /^[\da-f]{16,}$|^[\d\s.,:;/()+-]{13,}$/iu,
  /^\W{0,2}\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b/u,
  /^[\w-]+\.(?:jpe?g|png|pdf|docx?|zip|exe|js|ts|py|mp3|mp4|txt|csv)$/iu,
];
/** A line that is nothing but an address. */
const LINK = /^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/iu;
const HEADING = /^#{1,6}\s+\S|^\P{Ll}[^.!?]{0,40}:$/u;
const SENTENCE_END = /[.!?…]["”»)]?$/u;
/** Initials, "vol.", "Jr.": no end of a sentence. */
const SHORT_END = /(?:\b\p{Lu}|\b(?:vol|jr|sr|etc|st|dr|mr|mrs|no|pt|feat|co|inc|ltd))\.["”»)]?$/iu;
const BULLET = /^\s*(?:[-–—*+•·・▪◦‣]|\[[ xX]?\]|\(?\d{1,4}[.)]|#\d{1,3})\s+/u;

const COMMA_LAST = /[,;]\s*$/u;

/** The lines of a list without the comma behind each: cells of a table of one column, or a habit. */
export function withoutLastCommas(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '');
  const ending = said.filter((line) => COMMA_LAST.test(line));
  return ending.length > 2 && ending.length >= said.length * ENOUGH
    ? lines.map((line) => line.replace(COMMA_LAST, ''))
    : lines;
}

/** @param lines the first ones of a file, blank ones too @param isCut the last one may not be whole */
export function looksLikeTitles(lines: readonly string[], isCut: boolean): boolean {
  const whole = withoutLastCommas(isCut ? lines.slice(0, -1) : lines);
  const all = whole.map((line) => withoutMarkdown(line.trim())).filter((line) => line !== '');
  const said = all.filter((line) => !HEADING.test(line));
  // One line may be anything; under a header it is a title. Short lists may have nearly as many headings as bullets.
  const least = said.every((line) => BULLET.test(line)) ? 0.5 : 0.6;
  if (said.length < 2 || said.length < all.length * least) return false;
  if (said.every((line) => LINK.test(line.replace(BULLET, '')))) return true;
  // Programs and quoted text are indented.
  const indented = whole.filter((line) => /^[ \t]+\S/u.test(line) && !BULLET.test(line)).length;
  if (indented > said.length * 0.25) return false;
  const titles = said.filter(isTitle);
  if (titles.length < said.length * ENOUGH) return false;
  const marked = titles.filter((line) => BULLET.test(line));
  if (marked.length >= said.length * MOSTLY && meanWords(marked) > MAX_WORDS) return false;
  // Lines without a bullet among such with one are looked at alone.
  const plain = marked.length >= said.length * MOSTLY ? titles.filter((line) => !BULLET.test(line)) : titles;
  if (plain.length < said.length * (1 - ENOUGH)) return true;
  // Prose that was wrapped: lines as long as each other that go on in small letters.
  const goesOn = said.filter((line, place) => place > 0 && /^[\p{Ll}(]/u.test(line) && wordCount(line) > 3).length;
  const isHeaded = kindOfHeader(said[0] ?? '') !== undefined;
  return (
    meanWords(plain) <= FEW_WORDS &&
    goesOn <= said.length * 0.3 &&
    (isHeaded || said.some((line) => /^\P{Ll}/u.test(line)))
  );
}

/** A few sentences over a list with bullets, or in it, are no titles. */
export function sentencesBeside(lines: readonly string[]): (line: string) => boolean {
  const said = lines.filter((line) => line.trim() !== '' && !HEADING.test(line));
  const isBulleted = said.filter((line) => BULLET.test(line)).length >= said.length * MOSTLY;
  return (line) => isBulleted && !BULLET.test(line) && isSentence(line);
}

const isSentence = (line: string): boolean =>
  SENTENCE_END.test(line) && !SHORT_END.test(line) && wordCount(line) > FEW_WORDS;

const wordCount = (line: string): number => line.split(/\s+/u).length;
const meanWords = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + wordCount(line), 0) / Math.max(1, lines.length);

function isTitle(line: string): boolean {
  const bare = line.replace(BULLET, '');
  if (LINK.test(bare)) return true;
  const most = bare === line ? { letters: MAX_TITLE, words: MAX_WORDS } : MAX_MARKED;
  if (bare.length > most.letters || wordCount(bare) > most.words || NO_TITLE.some((rule) => rule.test(bare)))
    return false;
  if (!/\p{L}/u.test(bare) && !/^[\d:°.\s]{1,12}$/u.test(bare) && !/^[=+*?!¿¡#&@-]{1,6}$/u.test(bare)) return false;
  return !(SENTENCE_END.test(bare) && !SHORT_END.test(bare) && wordCount(bare) > 5);
}
