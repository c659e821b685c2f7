import { parseRating } from '../cells/cell-values';
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
  /** "Films:" and "# Films": what follows is meant, not this. */
  readonly isHeading: boolean;
  /** The likeliest first; never empty. */
  readonly readings: readonly LineReading[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;
/** A blank line, a lone bullet, or a line drawn with one character. */
const NOTHING = /^(?:[\s\-–—_*·•]*|([=~#+.|])\1{2,})$/u;
const BULLET = /^(?:[-–—*+>](?=\s)|[•·▪◦‣⁃●○☐☑✓✔])\s*|^\[[ xX]?\]\s*/u;
const LIST_NUMBER = /^\(?\d{1,3}[.)](?=\s)\s*|^#\d{1,3}[.:)]?(?=\s)\s*/u;
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
  const isNumbered = lines.filter((line) => LIST_NUMBER.test(withoutBullet(line.text))).length > 1;
  return lines.map((line) => readLine(line.number, line.text, isNumbered));
}

function readLine(number: number, text: string, isNumbered: boolean): PastedLine {
  const isHeading = HEADING.test(text);
  const whole = withoutBullet(text.replace(/^#{1,6}\s+/u, ''));
  const unnumbered = whole.replace(LIST_NUMBER, '');
  const typed = isNumbered ? withoutBullet(unnumbered) : whole;
  const { rest, rating } = withoutRating(withoutBullet(unnumbered));
  const readings = readingsOf(rest);
  return {
    number,
    text,
    typed,
    rating,
    isHeading,
    readings: typed === rest || isNumbered || rating !== null ? readings : [...readings, ...readingsOf(typed)],
  };
}

function withoutBullet(text: string): string {
  const rest = text.replace(BULLET, '');
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
