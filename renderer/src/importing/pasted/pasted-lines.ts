import { identifiersInLink } from '../../identity/identifiers-in-link';
import { parseRating } from '../cells/ratings';
import { guessedReadings, withoutStamp } from './chat-lines';
import { kindOfHeading, kindOfTitleLine, withoutLabel } from './line-kinds';
import { linkIn, readingsOfLink } from './line-links';
import { readingsOf, type LineReading } from './line-readings';

/** One line that somebody pasted, with all the ways in which it can be read. */
export interface PastedLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** As pasted, without blanks around it. */
  readonly text: string;
  /**
   * The title where the line stays as typed: without a bullet or a number of a list, without a link, and without what a
   * chat puts before a message; otherwise letter for letter.
   */
  readonly typed: string;
  /** 0..1, where the line ends in one on a scale that it names: "9/10", "★★★½". */
  readonly rating: number | null;
  /** What the line, or the heading over it, says that it is: "Catan (board game)"; null = neither says. */
  readonly kind: string | null;
  /** "Films:", "# Films", and "Films" among other lines: what follows is meant, not this. */
  readonly isHeading: boolean;
  /** True: no title is so long. It is not looked up. */
  readonly isTooLong: boolean;
  /** null: the line has none. */
  readonly url: string | null;
  /** True: nothing but a link, which is never a title. */
  readonly isBareLink: boolean;
  /** The likeliest first; empty only for a link that says nothing of what it leads to. */
  readonly readings: readonly LineReading[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;
/** A blank line, a lone bullet, or a line drawn with one character. */
const NOTHING = /^(?:[\s\-–—_*·•]*|([=~#+.|])\1{2,})$/u;
const EMOJI = String.raw`(?![⭐])(?:\p{Emoji_Presentation}|(?!\p{Emoji_Presentation})\p{Extended_Pictographic}\ufe0f)[\u200d\ufe0f]*`;
const EMOJI_FIRST = new RegExp(`^(?:${EMOJI})+\\s*`, 'u');
const EMOJI_LAST = new RegExp(`\\s*(?:${EMOJI})+$`, 'u');
const BULLET = /^(?:[-–—*+>](?=\s)|[•·・▪◦‣⁃●○☐☑✓✔])\s*|^\[[ xX]?\]\s*/u;
const LIST_NUMBER = /^\(?\d{1,3}[.)](?=\s)\s*|^#\d{1,3}[.:)]?(?=\s)\s*/u;
/** "4: Alien", where other lines have numbers, too: "300: Rise of an Empire" is a title. */
const NUMBER_AND_COLON = /^\d{1,2}:(?=\s)\s*/u;
/** In letters; the longest titles have half as many. */
const LONGEST_TITLE = 500;
const HEADING = /^#{1,6}\s+\S|:$/u;
/** After a mark that parts it from the title; "Fahrenheit 9/11" ends in no scale. */
const RATING = /(?:\s[-–—|]\s*|\s*[,;:([]\s*|\s+)(\d{1,3}(?:[.,]\d+)?)\s*\/\s*(5|10|100)\s*[)\]]?$/u;
/** "8½" is a film. */
const STARS = /\s*[-–—|:,;([]?\s*([★⭐✭✮☆][★⭐✭✮½☆]*|(?<!\d\s?)½)\s*[)\]]?$/u;

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
  const line = { number, text, rating: null, kind: null, isTooLong: false, url: null, isBareLink: false };
  const marked = withoutBullet(text.replace(/^#{1,6}\s+/u, ''));
  if (text.length > LONGEST_TITLE)
    return { ...line, typed: marked, isTooLong: true, readings: [{ title: marked, creators: [], year: null }] };
  const message = withoutStamp(marked) ?? '';
  const said = message === '' ? marked : message;
  const link = linkIn(said);
  if (link?.rest === '')
    return { ...line, typed: link.url, url: link.url, isBareLink: true, readings: readingsOfLink(link.url) };
  const whole = link === null ? said : withoutBullet(link.rest);
  const read = readWords(whole, isNumbered);
  return { ...line, ...read, ...(link === null ? {} : { url: link.url, readings: withIds(read.readings, link.url) }) };
}

/** A line without its link. */
function readWords(whole: string, isNumbered: boolean): Pick<PastedLine, 'typed' | 'rating' | 'kind' | 'readings'> {
  const unnumbered = whole.replace(LIST_NUMBER, '').replace(isNumbered ? NUMBER_AND_COLON : '', '');
  const typed = isNumbered ? withoutBullet(unnumbered) : whole;
  const { rest: marked, rating } = withoutRating(withoutBullet(unnumbered));
  const rest = marked.replace(EMOJI_LAST, '') || marked;
  const label = withoutLabel(rest);
  const asItReads = readingsOf(rest);
  const unlabelled = label === null ? [] : readingsOf(label.rest);
  // "Film: Heat" is hardly a title of its own.
  const readings =
    label?.isWhole === true
      ? [...unlabelled, ...asItReads.map((reading) => ({ ...reading, isGuess: true as const }))]
      : [...asItReads, ...unlabelled];
  const asTyped = typed === marked || isNumbered || rating !== null ? [] : readingsOf(typed);
  return {
    typed,
    rating,
    kind: label?.kind ?? null,
    readings: [...readings, ...asTyped, ...guessedReadings(rest)],
  };
}

function withIds(readings: readonly LineReading[], url: string): readonly LineReading[] {
  const { identifiers } = identifiersInLink(url);
  return Object.keys(identifiers).length === 0 ? readings : readings.map((reading) => ({ ...reading, identifiers }));
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
