import type { TasteEvent } from '../../domain/event';
import type { ItemId, PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
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

/** Today's shares and answers of one friend; `shares` and `events` are the friend's, `now` epoch milliseconds. */
export function dayState(shares: readonly Share[], events: readonly TasteEvent[], now: number): DayState {
  const midnight = localMidnight(now);
  const sharedToday = sentToday(shares, now);
  const answered = events.filter(
    (event) =>
      (event.type === 'not-for-them' || event.type === 'knows-it' || event.type === 'postponed') &&
      event.recordedAt >= midnight,
  ).length;
  const handledToday = sharedToday + answered;
  const done = sharedToday >= SENT_PER_DAY ? 'shared' : handledToday >= HANDLED_PER_DAY ? 'handled' : null;
  return { sharedToday, handledToday, done };
}

/** Shares since the local midnight before `now`. */
export function sentToday(shares: readonly Share[], now: number): number {
  const midnight = localMidnight(now);
  return shares.filter((share) => share.sharedAt >= midnight).length;
}

/** How many things this friend was sent in the seven days before `now`. */
export function sentInLastWeek(shares: readonly Share[], friend: PersonId, now: number): number {
  return shares.filter((share) => share.personId === friend && share.sharedAt > now - WEEK).length;
}

/** What a card says about earlier shares. */
export interface SentLately {
  /** Things this friend was sent in the last seven days. */
  readonly thisWeek: number;
  /** The owner's soft limit per week: from there on a remark is shown; nothing is refused. */
  readonly cap: number;
  /** Names of other friends who were sent this very thing. */
  readonly others: readonly string[];
}

export function sentLately(
  shares: readonly Share[],
  friend: PersonId,
  item: ItemId,
  friendsById: ReadonlyMap<PersonId, Pick<Person, 'name'>>,
  cap: number,
  now: number,
): SentLately {
  const names = shares
    .filter((share) => share.itemId === item && share.personId !== friend)
    .map((share) => friendsById.get(share.personId)?.name)
    .filter((name) => name !== undefined);
  return { thisWeek: sentInLastWeek(shares, friend, now), cap, others: [...new Set(names)] };
}

const localMidnight = (now: number): number => new Date(now).setHours(0, 0, 0, 0);
