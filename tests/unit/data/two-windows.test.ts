import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { broadcastWindowChannel } from '../../../renderer/src/data/broadcast-window-channel';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import { openDatabase } from '../../../renderer/src/data/open-database';
import type { Repositories } from '../../../renderer/src/domain/ports/repositories';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { inMemory, OutsideJournalInMemory } from './outside-journal-in-memory';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUps.splice(0)) clean();
});

async function openWindow(name: string, journal: OutsideJournalInMemory): Promise<Repositories> {
  const database = await openDatabase({ clock: () => 1, name });
  cleanUps.push(() => {
    database.close();
  });
  return createRepositories({
    database,
    clock: () => 1,
    newId: () => crypto.randomUUID(),
    labels: actionLabels,
    outside: inMemory(journal),
    channel: broadcastWindowChannel(name),
  });
}

describe('two windows of one library', () => {
  it('each hear at once of what the other adds, changes, deletes and undoes, and not of their own twice', async () => {
    const journal = new OutsideJournalInMemory();
    const [one, other] = [await openWindow('two-windows', journal), await openWindow('two-windows', journal)];
    const heard: string[] = [];
    const tell =
      (window: string) =>
      ({ upserts, removals }: { upserts: readonly { title: string }[]; removals: readonly string[] }): void => {
        heard.push(`${window}: ${upserts.map(({ title }) => title).join()}${removals.length > 0 ? ' gone' : ''}`);
      };
    one.items.onChange(tell('one'));
    other.items.onChange(tell('other'));
    const { id } = await one.items.addItem({ kind: 'book', title: 'Dune' });
    await other.items.moveToTrash([id]);
    await other.journal.undo();
    await expect.poll(() => heard.length).toBe(6);
    expect(new Set(heard)).toEqual(new Set(['one: Dune', 'other: Dune', 'one:  gone', 'other:  gone']));
    expect(heard).toHaveLength(6);
  });
});
