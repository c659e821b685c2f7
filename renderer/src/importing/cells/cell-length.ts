import { isLength, lengthUnitOf } from '../../domain/item-length';
import { parseCount, parseNumber } from './cell-values';

/** What the numbers of a column count. */
export type LengthMeasure = 'pages' | 'hours' | 'minutes' | 'seconds' | 'milliseconds';

const MEASURE_WORDS: readonly (readonly [RegExp, LengthMeasure])[] = [
  [/page|seite|página|pagina|pagine/, 'pages'],
  [/(?:^|[^\p{L}])(?:hours?|hrs?|stunden)(?:$|[^\p{L}])/u, 'hours'],
  [/(?:^|[^\p{L}])(?:min|mins|minutes?|minuten)(?:$|[^\p{L}])/u, 'minutes'],
  [/(?:^|[^\p{L}])(?:s|sec|secs|seconds?|sekunden)(?:$|[^\p{L}])/u, 'seconds'],
  [/(?:^|[^\p{L}])(?:ms|msec|milliseconds?)(?:$|[^\p{L}])/u, 'milliseconds'],
];

/** What the header of a column says it counts; null where it says nothing, or more than one thing. */
export function measureOfHeader(header: string): LengthMeasure | null {
  const found = MEASURE_WORDS.filter(([pattern]) => pattern.test(header.toLowerCase()));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

const MINUTES_PER: Readonly<Record<Exclude<LengthMeasure, 'pages'>, number>> = {
  hours: 60,
  minutes: 1,
  seconds: 1 / 60,
  milliseconds: 1 / 60_000,
};

/** ISO 8601 without months and years, as schema.org writes a recipe's time: "PT1H30M". */
const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
/** "1:45:00"; two parts alone may be hours or minutes, and are not read. */
const CLOCK = /^(?:(\d+) days?,? )?(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.\d+)?$/;
const WORDS =
  /^(?:(\d+)\s*d(?:ays?)?)?\s*(?:(\d+(?:[.,]\d+)?)\s*h(?:(?:ou)?rs?)?\.?)?\s*(?:(\d+(?:[.,]\d+)?)\s*m(?:ins?|inutes?|inuten)?\.?)?\s*(?:(\d+)\s*s(?:ec(?:onds?)?)?\.?)?$/i;
const PAGES = /^(\d[\d.,' ]*?)\s*(?:pp?|pgs?|pages?|seiten)\.?$/i;

/** Longer cells are no lengths and are not searched. */
const MAX_CELL_LENGTH = 40;

/**
 * A length as a cell states it, its own unit before the column's. `unit` null: a bare number of whatever suits its
 * kind.
 */
interface StatedLength {
  readonly value: number;
  readonly unit: 'pages' | 'minutes' | null;
}

function minutesIn(text: string): number | null {
  const parts = [ISO_DURATION, CLOCK, WORDS]
    .map((pattern) => pattern.exec(text))
    .find((match) => match !== null)
    ?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number((part ?? '0').replace(',', '.')));
  return days * 24 * 60 + hours * 60 + minutes + seconds / 60;
}

/** Number and unit of a length in a cell; null where there is none that can be read. */
export function statedLength(cell: string, measure: LengthMeasure | null): StatedLength | null {
  const text = cell.trim();
  if (text.length > MAX_CELL_LENGTH) return null;
  const bare = measure === 'hours' ? parseNumber(text) : parseCount(text);
  if (bare !== null)
    return measure === null || measure === 'pages'
      ? { value: bare, unit: measure }
      : { value: bare * MINUTES_PER[measure], unit: 'minutes' };
  const pages = parseCount(PAGES.exec(text)?.[1] ?? '');
  if (pages !== null) return { value: pages, unit: 'pages' };
  const minutes = minutesIn(text);
  return minutes === null ? null : { value: minutes, unit: 'minutes' };
}

/**
 * The length of a thing of this kind in its unit, whole; null where the cell holds none: nothing, zero, or minutes of
 * something that is counted in pages.
 */
export function parseLength(cell: string, kind: string, measure: LengthMeasure | null): number | null {
  const stated = statedLength(cell, measure);
  if (stated === null || stated.value <= 0 || (stated.unit !== null && stated.unit !== lengthUnitOf(kind))) return null;
  const whole = Math.max(1, Math.round(stated.value));
  return isLength(whole) ? whole : null;
}
