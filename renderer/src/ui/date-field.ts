/**
 * What a date input holds for a time in epoch milliseconds: "2026-05-03"; empty for null. A date without a time is
 * midnight UTC, as imports write it.
 */
export const dateInField = (at: number | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, 10));

/** The way back. Undefined for a date that is none, such as one typed halfway. */
export function dateFromField(text: string): number | null | undefined {
  if (text === '') return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}
