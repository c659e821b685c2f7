/**
 * What a date input holds for a time in epoch milliseconds: "2026-05-03"; empty for null. A date without a time is
 * midnight UTC, as imports write it.
 */
export const dateInField = (at: number | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, 10));

/** Reads what a date input holds: epoch milliseconds, null where it is empty, undefined where it is no date. */
export function dateFromField(text: string): number | null | undefined {
  if (text === '') return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}
