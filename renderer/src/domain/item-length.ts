/** What an item's length counts. */
export type LengthUnit = 'pages' | 'minutes';

const READ_IN_PAGES: ReadonlySet<string> = new Set(['book', 'comic', 'manga', 'graphic novel']);

/** Minutes: ten weeks; pages: more than the longest encyclopaedia. A larger number was counted in another unit. */
export const MAX_LENGTH = 100_000;

export function lengthUnitOf(kind: string): LengthUnit {
  return READ_IN_PAGES.has(kind) ? 'pages' : 'minutes';
}

/** Whole, positive and at most MAX_LENGTH. */
export function isLength(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_LENGTH;
}
