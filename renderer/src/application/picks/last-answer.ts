import type { TasteEvent } from '../../domain/event';

/**
 * The latest statement recorded at `since` or later; null where there is none, also where it was undone. What was
 * imported meanwhile is no answer.
 */
export function lastAnswer(events: readonly TasteEvent[], since: number): TasteEvent | null {
  return events.reduce<TasteEvent | null>(
    (last, event) =>
      event.recordedAt >= Math.max(since, last?.recordedAt ?? since) && ANSWERED_HERE.has(event.source) ? event : last,
    null,
  );
}

/** Sources of what is said in this window, alone or about something sent. */
const ANSWERED_HERE: ReadonlySet<string> = new Set(['manual', 'share']);
