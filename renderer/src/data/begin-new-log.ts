import { Dexie } from 'dexie';

/** A database that is there for a moment at each start. */
const PASSING = 'handpicked-new-log';

/**
 * Has Chromium put what is in the log of its database into tables, and begin a new log. By itself it goes on in the log
 * of the session before, after a record that was cut short where the browser was killed: the start after that takes
 * the whole database for damaged, and throws it away. A database that is deleted makes LevelDB compact its range.
 * Rejects where IndexedDB fails.
 */
export async function beginNewLog(): Promise<void> {
  const passing = new Dexie(PASSING, { cache: 'disabled' });
  passing.version(1).stores({ none: 'id' });
  await passing.open();
  passing.close();
  await Dexie.delete(PASSING);
}
