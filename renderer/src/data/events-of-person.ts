import type { TasteEvent } from '../domain/event';
import type { PersonId } from '../domain/ids';
import { rowReader } from './all-rows';
import type { HandpickedDatabase } from './database';

/** Up to so many events of a person are read at once: some milliseconds of the page's time. */
const MOST_AT_ONCE = 2000;

/**
 * What a person said, as it was at one moment, in no order. Very much is read in parts, so that the page is never held
 * up for long; then it is most of the table, which is read as a whole.
 * @param isWanted which of it
 */
export async function eventsOfPerson(
  database: HandpickedDatabase,
  id: PersonId,
  isWanted: (event: TasteEvent) => boolean = () => true,
): Promise<readonly TasteEvent[]> {
  return await database.transaction('r', database.events, async () => {
    const own = database.events.where('personId').equals(id);
    if ((await own.limit(MOST_AT_ONCE + 1).primaryKeys()).length <= MOST_AT_ONCE)
      return (await database.events.where('personId').equals(id).toArray()).filter(isWanted);
    const reader = rowReader(database.table<TasteEvent, string>('events'));
    const events: TasteEvent[] = [];
    for (let part = await reader.next(); part.length > 0; part = await reader.next())
      for (const event of part) if (event.personId === id && isWanted(event)) events.push(event);
    return events;
  });
}
