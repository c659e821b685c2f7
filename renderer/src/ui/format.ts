/** Dates and numbers in the user's locale. */
export type RatingScale = 'stars-5' | 'halves-5' | 'points-10' | 'points-100';

const numberFormat = new Intl.NumberFormat();
const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const dateTimeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relativeFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const listFormat = new Intl.ListFormat(undefined, { type: 'conjunction' });
const DAY = 86_400_000;

export const formatNumber = (value: number): string => numberFormat.format(value);
/** `share` is 0..1. */
export const formatPercent = (share: number): string => percentFormat.format(share);
/** Whether a time in epoch milliseconds is a date without a time: midnight UTC. */
export const isWholeDay = (at: number): boolean => at % DAY === 0;
/**
 * Epoch milliseconds → "3 May 2026". A date without a time is kept as midnight UTC, and is that day wherever it is
 * read.
 */
export const formatDate = (at: number): string => (isWholeDay(at) ? dayFormat : dateFormat).format(at);
/** Epoch milliseconds → "3 May 2026, 14:05". */
export const formatDateTime = (at: number): string => dateTimeFormat.format(at);
/** "Ursula K. Le Guin and Terry Pratchett". */
export const formatList = (words: readonly string[]): string => listFormat.format(words);
export const formatMilliseconds = (value: number): string =>
  `${new Intl.NumberFormat(undefined, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ms`;

/** "yesterday", "3 weeks ago"; a year and older as a date, and so what a clock that was wrong dated later than now. */
export function formatRelative(at: number, now: number): string {
  const days = Math.round((at - now) / DAY);
  if (days > 0) return formatDate(at);
  const age = Math.abs(days);
  if (age < 7) return relativeFormat.format(days, 'day');
  if (age < 35) return relativeFormat.format(Math.round(days / 7), 'week');
  if (age < 365) return relativeFormat.format(Math.round(days / 30.4), 'month');
  return formatDate(at);
}

/** A year of publication; before our era as "750 BC". */
export const formatYear = (year: number): string => (year < 0 ? `${String(-year)} BC` : String(year));

/** How many steps a scale has, and its shortest words. */
export const RATING_STEPS: Readonly<Record<RatingScale, number>> = {
  'stars-5': 5,
  'halves-5': 10,
  'points-10': 10,
  'points-100': 100,
};

/** 0..1 → step of the scale, at least 1; null stays null. */
export function ratingToStep(rating: number | null, scale: RatingScale): number | null {
  if (rating === null) return null;
  const steps = RATING_STEPS[scale];
  return Math.min(steps, Math.max(1, Math.round(rating * steps)));
}

/** Step of the scale → 0..1; 0 and less mean "not rated". */
export function stepToRating(step: number, scale: RatingScale): number | null {
  return step <= 0 ? null : Math.min(step, RATING_STEPS[scale]) / RATING_STEPS[scale];
}

/** 0..1 on the user's scale: "4/5", "3.5/5", "7/10", "83/100". */
export function formatRating(rating: number, scale: RatingScale): string {
  const step = ratingToStep(rating, scale) ?? 0;
  switch (scale) {
    case 'stars-5':
      return `${formatNumber(step)}/5`;
    case 'halves-5':
      return `${formatNumber(step / 2)}/5`;
    case 'points-10':
      return `${formatNumber(step)}/10`;
    case 'points-100':
      return `${formatNumber(step)}/100`;
  }
}
