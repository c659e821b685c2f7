/** "2026-11-30T14-05-33-123Z": a time (epoch milliseconds), in UTC, that may stand in the name of a file. */
export function timeInName(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}
