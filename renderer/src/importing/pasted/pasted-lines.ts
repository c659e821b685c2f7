import { parseRating } from '../cells/cell-values';
import { kindOfHeading, kindOfTitleLine, withoutLabel } from './line-kinds';
import { readingsOf, type LineReading } from './line-readings';

/** One line that somebody pasted, with all the ways in which it can be read. */
export interface PastedLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** As pasted, without blanks around it. */
  readonly text: string;
  /** The title where the line stays as typed: without a bullet or a number of a list, otherwise letter for letter. */
  readonly typed: string;
  /** 0..1, where the line ends in one on a scale that it names: "9/10", "★★★½". */
  readonly rating: number | null;
  /** What the line, or the heading over it, says that it is: "Catan (board game)"; null = neither says. */
  readonly kind: string | null;
  /** "Films:", "# Films", and "Films" among other lines: what follows is meant, not this. */
  readonly isHeading: boolean;
  /** True: no title is so long. It is not looked up. */
  readonly isTooLong: boolean;
  /** The likeliest first; never empty. */
  readonly readings: readonly LineReading[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;
/** A blank line, a lone bullet, or a line drawn with one character. */
const NOTHING = /^(?:[\s\-–—_*·•]*|([=~#+.|])\1{2,})$/u;
const EMOJI = String.raw`(?![⭐])(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)[\u200d\ufe0f]*`;
const EMOJI_FIRST = new RegExp(`^(?:${EMOJI})+\\s*`, 'u');
const EMOJI_LAST = new RegExp(`\\s*(?:${EMOJI})+$`, 'u');
const BULLET = /^(?:[-–—*+>](?=\s)|[•·▪◦‣⁃●○☐☑✓✔])\s*|^\[[ xX]?\]\s*/u;
const LIST_NUMBER = /^\(?\d{1,3}[.)](?=\s)\s*|^#\d{1,3}[.:)]?(?=\s)\s*/u;
/** "4: Alien", where other lines have numbers, too: "300: Rise of an Empire" is a title. */
const NUMBER_AND_COLON = /^\d{1,2}:(?=\s)\s*/u;
/** In letters; the longest titles have half as many. */
const LONGEST_TITLE = 500;
const HEADING = /^#{1,6}\s+\S|:$/u;
/** After a mark that parts it from the title; "Fahrenheit 9/11" ends in no scale. */
const RATING = /(?:\s[-–—|:]\s*|\s*[,;([]\s*|\s+)(\d{1,3}(?:[.,]\d+)?)\s*\/\s*(5|10|100)\s*[)\]]?$/u;
const STARS = /\s*[-–—|:,;([]?\s*([★⭐✭✮½☆]+)\s*[)\]]?$/u;

/** The lines of a text that say anything, in order. Nothing else is left out. */
export function readPastedLines(text: string): readonly PastedLine[] {
  const lines = text
    .split(LINE_BREAK)
    .map((line, index) => ({ number: index + 1, text: line.replaceAll(/[\u00a0\u200b\ufeff]/gu, ' ').trim() }))
    .filter((line) => !NOTHING.test(line.text));
  // One line alone that begins with a number and a full stop may be a title: "9. Kompanie".
  const isNumbered = lines.filter(({ text: line }) => hasNumber(withoutBullet(line))).length > 1;
  let kindOfPart: string | null = null;
  return lines.map(({ number, text: line }) => {
    const heading = lines.length > 1 && line.length <= LONGEST_TITLE ? headingOf(line) : null;
    if (heading !== null) kindOfPart = heading.kind;
    const read = readLine(number, line, isNumbered);
    return { ...read, kind: read.kind ?? kindOfPart, isHeading: heading !== null || HEADING.test(line) };
  });
}

const hasNumber = (text: string): boolean => LIST_NUMBER.test(text) || NUMBER_AND_COLON.test(text);

/** null: no heading. */
function headingOf(text: string): { readonly kind: string | null } | null {
  const plain = text.replace(EMOJI_FIRST, '').replace(EMOJI_LAST, '');
  if (HEADING.test(plain)) return { kind: kindOfHeading(plain) };
  const kind = kindOfTitleLine(plain);
  return kind === null ? null : { kind };
}

function readLine(number: number, text: string, isNumbered: boolean): Omit<PastedLine, 'isHeading'> {
  const whole = withoutBullet(text.replace(/^#{1,6}\s+/u, ''));
  if (text.length > LONGEST_TITLE) {
    const readings = [{ title: whole, creators: [], year: null }];
    return { number, text, typed: whole, rating: null, kind: null, isTooLong: true, readings };
  }
  const unnumbered = whole.replace(LIST_NUMBER, '').replace(isNumbered ? NUMBER_AND_COLON : '', '');
  const typed = isNumbered ? withoutBullet(unnumbered) : whole;
  const { rest: marked, rating } = withoutRating(withoutBullet(unnumbered));
  const rest = marked.replace(EMOJI_LAST, '') || marked;
  const label = withoutLabel(rest);
  const asItReads = readingsOf(rest);
  const unlabelled = label === null ? [] : readingsOf(label.rest);
  const readings = label?.isWhole === true ? [...unlabelled, ...asItReads] : [...asItReads, ...unlabelled];
  return {
    number,
    text,
    typed,
    rating,
    kind: label?.kind ?? null,
    isTooLong: false,
    readings: typed === marked || isNumbered || rating !== null ? readings : [...readings, ...readingsOf(typed)],
  };
}

function withoutBullet(text: string): string {
  const rest = text.replace(EMOJI_FIRST, '').replace(BULLET, '');
  return rest === '' ? text : rest;
}

/** The line without a rating at its end. A number without a scale is left alone: nobody knows what it counts. */
function withoutRating(text: string): { readonly rest: string; readonly rating: number | null } {
  const figures = RATING.exec(text);
  const stars = figures === null ? STARS.exec(text) : null;
  const found = figures ?? stars;
  const rest = found === null ? '' : text.slice(0, found.index).trim();
  const rating = figures !== null ? parseRating(figures[1] ?? '', Number(figures[2])) : starRating(stars?.[1] ?? '');
  return rating === null || rest === '' ? { rest: text, rating: null } : { rest, rating };
}

/** Of five stars. */
function starRating(stars: string): number | null {
  const full = Array.from(stars).reduce((sum, star) => sum + (star === '½' ? 0.5 : star === '☆' ? 0 : 1), 0);
  return full > 0 && full <= 5 ? full / 5 : null;
}
