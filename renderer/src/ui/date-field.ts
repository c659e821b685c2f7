import { isWholeDay } from './format';

const LENGTH = '2026-05-03'.length;
const MINUTE = 60_000;

/**
 * What a date input holds for a time in epoch milliseconds: "2026-05-03", the day it is here; empty for null. A date
 * without a time is midnight UTC, as imports write it, and that day everywhere.
 */
export function dateInField(at: number | null): string {
  if (at === null) return '';
  const shift = isWholeDay(at) ? 0 : new Date(at).getTimezoneOffset() * MINUTE;
  return new Date(at - shift).toISOString().slice(0, LENGTH);
}

/** Reads what a date input holds: epoch milliseconds, null where it is empty, undefined where it is no date. */
export function dateFromField(text: string): number | null | undefined {
  if (text === '') return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}
