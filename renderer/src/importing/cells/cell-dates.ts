/** Dates as exports write them. A date without a zone is midnight UTC. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Which number comes first where a date starts with the day or the month. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | null {
  if (year < 1000 || year > 2200 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60)
    return null;
  // Rolls over on an impossible day (30 February), which must not become another date.
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 ? date.getTime() : null;
}

const monthOf = (name: string): number => MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text);

const ISO =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
/** C's asctime, as IMDb wrote it until 2017: "Wed Sep  7 00:00:00 2016". */
const ASCTIME = /^[a-z]{3},? ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:[a-z]{3,4} )?(\d{4})$/i;
const DAY_NAMED_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -,]+(\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/i;
const NAMED_MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const THREE_NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const YEAR_ONLY = /^\d{4}$/;
const EPOCH = /^\d{9,10}$|^\d{13}$/;

function zoneOffset(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}

/** Epoch milliseconds of one cell, or null. `order` settles dates such as 03/04/2020. */
export function parseDate(cell: string, order: DateOrder = 'month-first'): number | null {
  const text = cell.trim().replace(/\s+/g, ' ');
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
    return at === null ? null : at - zoneOffset(iso[7]);
  }
  if (YEAR_ONLY.test(text)) return utc(Number(text), 1, 1);
  if (EPOCH.test(text)) return Number(text) * (text.length === 13 ? 1 : 1000);
  const classic = ASCTIME.exec(text);
  if (classic !== null)
    return utc(
      Number(classic[6]),
      monthOf(classic[1] ?? ''),
      Number(classic[2]),
      Number(classic[3]),
      Number(classic[4]),
      Number(classic[5]),
    );
  const dayMonth = DAY_NAMED_MONTH.exec(text);
  if (dayMonth !== null)
    return utc(
      Number(dayMonth[3]),
      monthOf(dayMonth[2] ?? ''),
      Number(dayMonth[1]),
      Number(dayMonth[4] ?? 0),
      Number(dayMonth[5] ?? 0),
    );
  const monthDay = NAMED_MONTH_DAY.exec(text);
  if (monthDay !== null) return utc(Number(monthDay[3]), monthOf(monthDay[1] ?? ''), Number(monthDay[2]));
  const numbers = THREE_NUMBERS.exec(text);
  if (numbers === null) return null;
  const [, first = '', , second = '', last = '', hour = '0', minute = '0'] = numbers;
  if (order === 'year-first' && last.length === 2)
    return utc(fullYear(first.padStart(2, '0')), Number(second), Number(last), Number(hour), Number(minute));
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return utc(fullYear(last), Number(month), Number(day), Number(hour), Number(minute));
}

export interface DateColumn {
  readonly order: DateOrder;
  /** True where no cell of the column settles the order and some cell could be read both ways. */
  readonly ambiguous: boolean;
}

/**
 * The order that reads every cell of a column: a number above 12 settles it. Without one, month first (the exporters'
 * own habit).
 */
export function dateOrderOf(cells: Iterable<string>): DateColumn {
  let ambiguous = false;
  const readable = { 'month-first': 0, 'day-first': 0, 'year-first': 0 };
  for (const cell of cells) {
    const text = cell.trim();
    if (!THREE_NUMBERS.test(text)) continue;
    ambiguous = true;
    for (const order of ['month-first', 'day-first', 'year-first'] as const)
      if (parseDate(text, order) !== null) readable[order] += 1;
  }
  const { 'month-first': monthFirst, 'day-first': dayFirst, 'year-first': yearFirst } = readable;
  if (yearFirst > Math.max(monthFirst, dayFirst)) return { order: 'year-first', ambiguous: false };
  return {
    order: dayFirst > monthFirst ? 'day-first' : 'month-first',
    ambiguous: ambiguous && dayFirst === monthFirst,
  };
}
