/** Of a snapshot, what decides whether it is kept. */
export interface ThinnedSnapshot {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  readonly sequence: number;
}

const DAY_MS = 86_400_000;
/** Of today and yesterday everything is kept. */
const RECENT_DAYS = 2;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_OFFSET = 3;

/** Days, weeks and months are those of UTC: a journey or a change of the clocks makes none longer. */
const dayOf = (at: number): number => Math.floor(at / DAY_MS);
const weekOf = (at: number): number => Math.floor((dayOf(at) + MONDAY_OFFSET) / 7);
const monthOf = (at: number): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** After the recent ones: the last of each of 12 days, then of each of 10 weeks, then of each of 9 months. */
const STAGES = [
  { count: 12, periodOf: dayOf },
  { count: 10, periodOf: weekOf },
  { count: 9, periodOf: monthOf },
] as const;

/**
 * Which snapshots are no longer kept, as Anki thins its backups. Periods without a snapshot do not count, so that a
 * pause of years drops nothing. What is dated later than now (the clock was set back) counts as recent; the one with
 * the highest number and the one with the latest date stay whatever the clock says.
 * @param snapshots known by their names, in any order
 * @param now epoch milliseconds
 */
export function thinSnapshots(snapshots: readonly ThinnedSnapshot[], now: number): readonly string[] {
  const newestFirst = snapshots.toSorted((a, b) => b.writtenAt - a.writtenAt || b.sequence - a.sequence);
  const highest = Math.max(...snapshots.map(({ sequence }) => sequence));
  const firstOfHighest = newestFirst.find(({ sequence }) => sequence === highest);
  const dropped: string[] = [];
  const left = STAGES.map(({ count }) => count as number);
  let kept: number | null = null;
  for (const snapshot of newestFirst) {
    const { name, writtenAt } = snapshot;
    const stage = left.findIndex((count) => count > 0);
    const periodOf = STAGES[stage]?.periodOf;
    if (kept === null || snapshot === firstOfHighest || dayOf(writtenAt) > dayOf(now) - RECENT_DAYS) kept = writtenAt;
    else if (periodOf !== undefined && periodOf(writtenAt) < periodOf(kept)) {
      kept = writtenAt;
      left[stage] = (left[stage] ?? 0) - 1;
    } else dropped.push(name);
  }
  return dropped;
}
