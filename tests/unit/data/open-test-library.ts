import 'fake-indexeddb/auto';
import type { Repositories } from '../../../renderer/src/domain/ports/repositories';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import type { HandpickedDatabase } from '../../../renderer/src/data/database';
import type { OutsideJournal } from '../../../renderer/src/domain/ports/outside-journal';
import type { OutsideServices } from '../../../renderer/src/data/outbox';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { inMemory, OutsideJournalInMemory } from './outside-journal-in-memory';

export interface TestLibrary extends Repositories {
  readonly database: HandpickedDatabase;
  readonly clock: { now: number };
  /** The same database in a new connection, as after a reload. */
  reopen(): Promise<TestLibrary>;
}

export const START = Date.UTC(2026, 0, 15);
let count = 0;

/** An empty library in a database of its own; ids count up and the clock moves a second per question. */
export async function openTestLibrary(
  name = `test-${(count += 1)}`,
  clock = { now: START },
  journal: OutsideJournal = new OutsideJournalInMemory(),
  exclusively: OutsideServices['exclusively'] = (work) => work(),
): Promise<TestLibrary> {
  const tick = (): number => (clock.now += 1000);
  const database = await openDatabase({ clock: tick, name });
  const repositories = createRepositories({
    database,
    clock: tick,
    labels: actionLabels,
    newId: () => `id-${String((count += 1)).padStart(8, '0')}`,
    outside: { ...inMemory(journal), exclusively },
  });
  return {
    ...repositories,
    database,
    clock,
    reopen: async () => {
      database.close();
      return openTestLibrary(name, clock, journal, exclusively);
    },
  };
}

/** Every row a person could lose, for "as it was before". */
export async function contents({ database }: TestLibrary): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return {
    items: await database.items.toArray(),
    people: await database.people.toArray(),
    events: await database.events.toArray(),
    shares: await database.shares.toArray(),
    lists: await database.lists.toArray(),
    trash: await database.trash.toArray(),
  };
}
