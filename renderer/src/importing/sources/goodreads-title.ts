import type { Series } from '../../domain/item-values';

export interface SplitTitle {
  readonly title: string;
  readonly series: Series | null;
}

/** Start of the last bracketed part that ends the title, brackets inside it counted; -1 without one. */
export function lastBracket(title: string): number {
  if (!title.endsWith(')')) return -1;
  let depth = 0;
  for (let index = title.length - 1; index >= 0; index -= 1) {
    if (title[index] === ')') depth += 1;
    if (title[index] === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

const NUMBERED = /^(.*?)[,\s]*#\s*(\d+(?:\.\d+)?)(.*)$/;
/** "(Conqueror book 2)", "(Name, 4)": a number below 100, which a year is not. */
const COUNTED = /^(.*?\S)(?:,?\s+(?:book|bk\.?|vol\.?|volume|band|tome|том|книга)\s*|,\s*)(\d{1,2})$/i;
/** "(Russian Edition)", "(Kindle Edition)": how it was printed, not what it is. */
const EDITION = /^(?:\p{L}+ )?edition$/iu;
const NAMED = /^(.*\S)\s+(?:series|trilogy|saga|quartet|duology|cycle)$/i;
/** "(The Stormlight Archive, #4, Part 2)": half a book, which must stay apart from the other half. */
const PART = /^\s*,\s*((?:part|pt\.?|vol\.?|volume|book|teil|band|tome|parte|том|часть)\s*[\divx]+)\s*$/i;

/**
 * Goodreads glues the series on: "Name (Series, #3)", "(Series #0.5)", "(A, #1; B, #4)". Other brackets belong to the
 * title.
 */
export function splitTitle(full: string): SplitTitle {
  const open = lastBracket(full);
  const title = open > 0 ? full.slice(0, open).trim() : '';
  if (title === '') return { title: full, series: null };
  const inside = full.slice(open + 1, -1).trim();
  const numbered = NUMBERED.exec(inside);
  if (numbered !== null) {
    const name = (numbered[1] ?? '').trim();
    if (name === '') return { title: full, series: null };
    const part = PART.exec(numbered[3] ?? '')?.[1];
    const whole = part === undefined ? title : `${title}, ${part}`;
    return { title: whole, series: { name, position: Number(numbered[2]) } };
  }
  const counted = COUNTED.exec(inside);
  // "(New Lamps - Book 1)"
  if (counted !== null)
    return { title, series: { name: (counted[1] ?? '').replace(/\s*[-–—:,;]$/u, ''), position: Number(counted[2]) } };
  if (EDITION.test(inside)) return splitTitle(title);
  return NAMED.test(inside) ? { title, series: { name: inside, position: null } } : { title: full, series: null };
}
