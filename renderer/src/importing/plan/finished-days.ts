import type { TasteEvent, TasteEventType } from '../../domain/event';
import { OWNER_ID, type ItemId } from '../../domain/ids';
import type { Pacer } from '../pacer';

const DAY = 86_400_000;

/** Statements that are made of what was finished, on the day when it was. */
const MET: ReadonlySet<TasteEventType> = new Set([
  'finished',
  'abandoned',
  'rated',
  'loved',
  'liked',
  'disliked',
  'never-again',
]);

/** When the owner met each item, as far as their events are dated: epoch milliseconds. */
export async function daysMet(
  events: readonly TasteEvent[],
  pacer: Pacer,
): Promise<ReadonlyMap<ItemId, readonly number[]>> {
  const found = new Map<ItemId, number[]>();
  await pacer.each(events, ({ personId, itemId, type, at }) => {
    if (personId !== OWNER_ID || at === null || !MET.has(type)) return;
    const known = found.get(itemId);
    if (known === undefined) found.set(itemId, [at]);
    else known.push(at);
  });
  return found;
}

/** A date without a time is midnight UTC: it means any time of that day. */
const isSameDay = (one: number, other: number): boolean =>
  one === other || (Math.floor(one / DAY) === Math.floor(other / DAY) && (one % DAY === 0 || other % DAY === 0));

/**
 * The days of a row that no event stands for yet, each once, oldest first.
 * @param met the days that have an event
 * @param after what was finished by then is what the owner said of it by hand
 */
export function otherFinishedDays(
  dates: readonly number[],
  met: readonly number[],
  after: number = -Infinity,
): readonly number[] {
  const days: number[] = [];
  // Dates with a time first: one without adds nothing to them.
  for (const at of dates.toSorted((one, other) => Number(one % DAY === 0) - Number(other % DAY === 0) || one - other))
    if (at > after && ![...met, ...days].some((known) => isSameDay(known, at))) days.push(at);
  return days.sort((one, other) => one - other);
}
