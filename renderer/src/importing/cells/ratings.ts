import { parseNumber } from './cell-values';

/** Ratings in cells, on whatever scale. Nothing here throws: what cannot be read is null. */

/** What stars are called, and signs for them. */
export const STAR_WORD =
  'stars?|stern|sternen?|étoiles?|estrellas?|stell[ae]|estrelas?|ster|sterren|stjärn(?:a|or)|stjerner?|tähteä|' +
  'gwiazd\\p{L}*|hvězd\\p{L}*|csillag|yıldız|зв[её]зд\\p{L}*|つ星|星|颗星|별';
const FULL_SIGN = '[★⭐🌟✭✮✯*❤♥💛🧡💚💙💜]';
const SIGNS = new RegExp(String.raw`^(${FULL_SIGN}*)(½?)[☆✩♡🤍]*$`, 'u');
const STATED_SCALE = new RegExp(
  String.raw`^([\d.,]+)\s?(?:\/|of|out of|von|sur|su|de|из)\s?(\d{1,3})(?:\s?(?:${STAR_WORD}|[★⭐]+))?$`,
  'iu',
);
const PERCENT = /^([\d.,]+)\s?%$/;
/** "4 stars", "3,5★", "★ 5". */
const NUMBER_OF_STARS = new RegExp(String.raw`^(?:[★⭐]\s?([\d.,]+)|([\d.,]+)\s?(?:${STAR_WORD}|${FULL_SIGN}))$`, 'iu');
/** "4½", "3 1/2". */
const FRACTION = /^(\d{1,2})\s?(?:([½¼¾])|\s([123])\/([24]))$/u;
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);
/** "5 - Excellent", "4 (very good)". */
const LABELLED = /^(\d{1,3}(?:[.,]\d+)?)\s?[-–—:=(]\s?\p{L}[\p{L}\s’'!]{1,24}\)?$/u;
const PLAIN_NUMBER = /^\d{1,3}(?:[.,]\d{1,2})?$/;
/** Stars are of five, unless there are more of them. */
const STARS = 5;

/**
 * A rating that states its own scale, and that scale: "4/5", "80 %", "⭐⭐⭐⭐"; null where it states none.
 * @param stars of how many stars of it are
 */
function statedRating(text: string, stars: number): { readonly value: number | null; readonly of: number } | null {
  if (PLAIN_NUMBER.test(text)) return null;
  const stated = STATED_SCALE.exec(text);
  if (stated !== null) return { value: parseNumber(stated[1] ?? ''), of: Number(stated[2]) };
  const percent = PERCENT.exec(text);
  if (percent !== null) return { value: parseNumber(percent[1] ?? ''), of: 100 };
  const value = starsOf(text);
  // More than five are counted on the scale of their column.
  return value === null || value > stars ? null : { value, of: stars };
}

/** The scale that a cell states beside its rating; null where it states none. */
export const statedScale = (cell: string): number | null => statedRating(cell.trim(), STARS)?.of ?? null;

/**
 * A rating on a scale from 0 to `maximum` as 0..1; one that states its own scale is of that. Blank, zero (every source
 * met writes "unrated" so) and anything off the scale are null.
 * @param stars of how many stars of the column are
 */
export function parseRating(cell: string, maximum: number, stars = STARS): number | null {
  const text = cell.trim();
  const { value, of } = statedRating(text, stars) ?? { value: pointsOf(text), of: maximum };
  if (value === null || value <= 0 || value > of) return null;
  return Math.round((value / of) * 10_000) / 10_000;
}

/** Of how many the stars of a column are: "4 stars" beside "8 stars" are of ten. */
export const starScaleOf = (cells: readonly string[], maximum: number): number =>
  cells.some((cell) => (starsOf(cell.trim()) ?? 0) > STARS) ? maximum : STARS;

/** The number of a rating that does not state its scale: "4", "4½", "8 stars", "5 - Excellent"; null for the rest. */
export function pointsOf(cell: string): number | null {
  const text = cell.trim();
  const number = parseNumber(text) ?? starsOf(text);
  if (number !== null) return number;
  const fraction = FRACTION.exec(text);
  if (fraction !== null)
    return Number(fraction[1]) + (FRACTIONS.get(fraction[2] ?? '') ?? Number(fraction[3]) / Number(fraction[4]));
  return parseNumber(LABELLED.exec(text)?.[1] ?? '');
}

/** By signs, or by a number of them. */
function starsOf(text: string): number | null {
  const bare = text.replaceAll('\ufe0f', '');
  const signs = SIGNS.exec(bare);
  if (signs !== null && bare !== '') return (signs[1]?.match(/./gu)?.length ?? 0) + (signs[2] === '½' ? 0.5 : 0);
  const number = PLAIN_NUMBER.test(bare) ? null : NUMBER_OF_STARS.exec(bare);
  return parseNumber(number?.[1] ?? number?.[2] ?? '');
}
