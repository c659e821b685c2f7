import type { TasteEvent } from '../../domain/event';
import type { PersonId } from '../../domain/ids';
import type { Share } from '../../domain/share';

/** After this many sent, or this many answered in any way, the day's picks for one friend are done. */
export const SENT_PER_DAY = 5;
export const HANDLED_PER_DAY = 10;
const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface DayState {
  readonly sharedToday: number;
  /** Shared, declined, known or postponed today. */
  readonly handledToday: number;
  readonly done: 'shared' | 'handled' | null;
}

/** How much of one friend's picks was answered since the local midnight before `now`. */
export function dayState(shares: readonly Share[], events: readonly TasteEvent[], now: number): DayState {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const sharedToday = shares.filter((share) => share.sharedAt >= midnight).length;
  const answered = events.filter(
    (event) =>
      (event.type === 'not-for-them' || event.type === 'knows-it' || event.type === 'postponed') &&
      event.recordedAt >= midnight,
  ).length;
  const handledToday = sharedToday + answered;
  const done = sharedToday >= SENT_PER_DAY ? 'shared' : handledToday >= HANDLED_PER_DAY ? 'handled' : null;
  return { sharedToday, handledToday, done };
}

/** How many things this friend was sent in the seven days before `now`. */
export function sentInLastWeek(shares: readonly Share[], friend: PersonId, now: number): number {
  return shares.filter((share) => share.personId === friend && share.sharedAt > now - WEEK).length;
}
