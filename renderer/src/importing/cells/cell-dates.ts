import { monthOfWord } from './month-names';

/** Dates as exports write them. A date without a zone is midnight UTC. */

/** Which number comes first where a date starts with the day or the month. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | null {
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60)
    return null;
  // Rolls over on an impossible day (30 February), which must not become another date.
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 ? date.getTime() : null;
}

/** Two digits are a year from 1950 on: what a person dates has been. */
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 50 ? 2000 : 1900) : Number(text);

const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?: (?:UTC|GMT))?$/i;
/** C's asctime, as IMDb wrote it until 2017: "Wed Sep  7 00:00:00 2016". */
const ASCTIME = /^[a-z]{3},? ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:[a-z]{3,4} )?(\d{4})$/i;
const THREE_NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/;
const YEAR_ONLY = /^\d{4}$/;
/** "20210304", "20210304T101500Z". */
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** "03/2021" */
const MONTH_AND_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const EPOCH = /^\d{9,10}$|^\d{13}$/;
/** Days since 30 December 1899, as spreadsheets keep dates: from 1927 to 2119. */
const SPREADSHEET_DAY = /^[1-7]\d{4}(?:[.,]\d+)?$/;
const SPREADSHEET_START = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const EAST_ASIAN =
  /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s?[(（]?(?:星期|周|週)?[一二三四五六日天月火水木金土월화수목금토일](?:曜日|요일|曜)?[)）]?)?$/u;
const TIME =
  /[ ,T]+(?:at |um |às |à |a las |в |o |om |kl\.? |klo |alle )?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s?([ap]\.?m\.?)?(?:\s?(Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT)(?:\s?\([^()]*\))?)?$/iu;
/** "3rd", "1er", "3º"; words between day, month and year. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|e|[ºª°])?$/iu;
const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'de', 'del', 'di', 'den', 'der', 'the', 'le', 'il', 'el', 'г']);

function zoneOffset(zone: string | undefined): number {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}

/**
 * A time of the clock in a zone. Where it is another day in UTC, the day of whoever wrote it counts: midnight of a day
 * in Berlin is that day.
 */
function inZone(clock: number, zone: string | undefined): number {
  const at = clock - zoneOffset(zone);
  return Math.floor(at / DAY) === Math.floor(clock / DAY) ? at : clock;
}

/** Marks of writing direction, as Arabic and Hebrew dates have between their numbers. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/gu;
/** Arabic and Persian digits: the zeros from which they are counted. */
const DIGIT_ZEROS = [0x660, 0x6f0];

function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (DIGIT_ZEROS.findLast((zero) => zero <= code) ?? code));
  });
}

/** Most dates: nothing in them to take off. Looked at first, for speed. */
const BARE = /^[\w:+./-]*\w$/;

/** "2021-02-01 (again)": behind a whole day, not behind a year, which may be a title. */
const REMARK = /^((?:\D*\d){6,}[^\s\d]?)\s?\([^()\d]{2,30}\)$/u;

/** A date without what languages write around its numbers: "[2021-03-20]", "2021. 03. 20.", "20.3.21 г." */
export function plainDate(cell: string): string {
  if (BARE.test(cell)) return cell;
  return withPlainDigits(cell.replace(DIRECTION_MARKS, ''))
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(REMARK, '$1')
    .replace(/(?<=\d)\s?(?:г\.?|р\.?|года|року)$/u, '')
    .replace(/(\d)([./-]) (?=\d{1,2}[./-]|\d{4}(?!\d)|\d{1,2}\.?$)/g, '$1$2')
    .replace(/^(\d.*\d)\.(?=$| \d{1,2}:\d\d)/, '$1');
}

/**
 * Epoch milliseconds of one cell, or null. `order` settles dates such as 03/04/2020; where nothing does (null), a date
 * with points is day first, as everybody writes it who writes points, and any other month first, the exporters' own
 * habit. Months may be words of many languages, with or without the day of the week and a time of either clock.
 */
export function parseDate(cell: string, order: DateOrder | null = null): number | null {
  const text = plainDate(cell);
  if (text === '') return null;
  const iso = ISO.exec(text);
  if (iso !== null) {
    const at = utc(
      Number(iso[1]),
      Number(iso[2]),
      Number(iso[3] ?? 1),
      Number(iso[4] ?? 0),
      Number(iso[5] ?? 0),
      Number(iso[6] ?? 0),
    );
    return at === null ? null : inZone(at, iso[7]);
  }
  if (YEAR_ONLY.test(text)) return utc(Number(text), 1, 1);
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = compact
      .slice(1, 7)
      .map((part) => Number(part ?? 0));
    const at = utc(year, month, day, hour, minute, second);
    return at === null ? null : inZone(at, compact[7]);
  }
  const month = MONTH_AND_YEAR.exec(text);
  if (month !== null) return utc(Number(month[2]), Number(month[1]), 1);
  if (EPOCH.test(text)) return Number(text) * (text.length === 13 ? 1 : 1000);
  if (SPREADSHEET_DAY.test(text)) return SPREADSHEET_START + Math.floor(Number(text.replace(',', '.'))) * DAY;
  const classic = ASCTIME.exec(text);
  if (classic !== null)
    return utc(
      Number(classic[6]),
      monthOfWord(classic[1] ?? '') ?? 0,
      Number(classic[2]),
      Number(classic[3]),
      Number(classic[4]),
      Number(classic[5]),
    );
  const time = TIME.exec(text);
  const day = dayOf(time === null ? text : text.slice(0, time.index), order);
  if (day === null || time === null) return day;
  const past = timeOf(time);
  return past === null ? null : inZone(day + past, time[5]);
}

/** Midnight of a day that is written without a time. */
function dayOf(text: string, order: DateOrder | null): number | null {
  const eastAsian = EAST_ASIAN.exec(text);
  if (eastAsian !== null) return utc(Number(eastAsian[1]), Number(eastAsian[2]), Number(eastAsian[3]));
  const numbers = THREE_NUMBERS.exec(text);
  if (numbers === null) return namedDay(text);
  const [, first = '', separator, second = '', last = ''] = numbers;
  if (order === 'year-first' && last.length <= 2)
    return utc(fullYear(first.padStart(2, '0')), Number(second), Number(last));
  // No year has one digit.
  if (last.length === 1) return null;
  const isDayFirst = order === 'day-first' || (order === null && separator === '.');
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return utc(fullYear(last), Number(month), Number(day));
}

/** "Thursday, March 18th, 2021", "19. März 2021", "21 de agosto de 2021", "March 2021". */
function namedDay(text: string): number | null {
  const words = text.split(/[\s,./-]+/).filter((word) => word !== '' && !SMALL_WORDS.has(word.toLowerCase()));
  // The day of the week comes first, or is nothing that this reads.
  const first = words[0] ?? '';
  if (words.length > 2 && /^\p{L}+$/u.test(first) && monthOfWord(first) === null) words.shift();
  let [day, month, year] = [null as number | null, null as number | null, null as number | null];
  for (const word of words) {
    const number = ORDINAL.exec(word)?.[1];
    if (/^\d{4}$/.test(word) && year === null) year = Number(word);
    else if (number !== undefined && day === null) day = Number(number);
    // "4-Mar-21", as spreadsheets write it.
    else if (/^\d{2}$/.test(word) && day !== null && month !== null && year === null) year = fullYear(word);
    else if (month === null && monthOfWord(word) !== null) month = monthOfWord(word);
    else return null;
  }
  return year === null || month === null ? null : utc(year, month, day ?? 1);
}

/** Milliseconds since midnight by the clock; null for a time that there is not. */
function timeOf([, hourText = '', minute = '', second = '0', half = '']: RegExpExecArray): number | null {
  const hour = Number(hourText);
  const isTwelve = half !== '';
  if (Number(minute) > 59 || Number(second) > 60 || hour > (isTwelve ? 12 : 23) || (isTwelve && hour === 0))
    return null;
  const hours = isTwelve ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour;
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

/** Is it three numbers with points between them? */
export const isPointed = (cell: string): boolean => THREE_NUMBERS.exec(plainDate(cell).replace(TIME, ''))?.[2] === '.';

export interface DateColumn {
  /** Null where no cell of the column settles it: see `parseDate`. */
  readonly order: DateOrder | null;
  /** The first cell that this leaves to be read both ways; null where none is. */
  readonly ambiguous: string | null;
}

/** The order that reads every cell of a column: a number above 12 settles it. */
export function dateOrderOf(cells: Iterable<string>): DateColumn {
  let ambiguous: string | null = null;
  const readable = { 'month-first': 0, 'day-first': 0, 'year-first': 0 };
  for (const cell of cells) {
    const text = plainDate(cell);
    const hasPoints = isPointed(text);
    if (!hasPoints && !THREE_NUMBERS.test(text.replace(TIME, ''))) continue;
    if (!hasPoints) ambiguous ??= cell.trim();
    for (const order of ['month-first', 'day-first', 'year-first'] as const)
      if (parseDate(text, order) !== null) readable[order] += 1;
  }
  const { 'month-first': monthFirst, 'day-first': dayFirst, 'year-first': yearFirst } = readable;
  if (yearFirst > Math.max(monthFirst, dayFirst)) return { order: 'year-first', ambiguous: null };
  if (dayFirst === monthFirst) return { order: null, ambiguous };
  return { order: dayFirst > monthFirst ? 'day-first' : 'month-first', ambiguous: null };
}

/** A remark for the preview. @param cell a day that may be one of two */
export const readMonthFirst = (cell: string): string => `dates such as ${cell} are read month first`;
