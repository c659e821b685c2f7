import type { TasteEvent } from './event';

/** Oldest first; what has no date comes before what has one, since exports leave out the dates of old things. */
export function compareEvents(a: TasteEvent, b: TasteEvent): number {
  return (a.at ?? -Infinity) - (b.at ?? -Infinity) || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);
}

/** The rating that counts of several; null where none is among the events. They are one person's about one thing. */
export function lastRated(events: readonly TasteEvent[]): TasteEvent | null {
  let last: TasteEvent | null = null;
  for (const event of events)
    if (event.type === 'rated' && (last === null || compareEvents(last, event) < 0)) last = event;
  return last;
}
