import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { SampleRepository } from '../domain/ports/sample-repository';
import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { DataContext } from './data-context';
import type { RecordedWrite } from './recorded-write';
import { buildSampleRows } from './sample/sample-library';

export class DexieSampleRepository implements SampleRepository {
  constructor(private readonly context: DataContext) {}

  async isInstalled(): Promise<boolean> {
    const { database } = this.context;
    if ((await database.items.where('source').equals('sample').count()) > 0) return true;
    return (await database.people.toArray()).some((person) => person.source === 'sample');
  }

  async install(): Promise<ActionReceipt> {
    const { database, clock, newId, journal, labels } = this.context;
    return journal.write(
      (installed: boolean) => labels.sampleAdded(installed),
      async (write) => {
        if (await this.isInstalled()) return false;
        const rows = buildSampleRows(await database.items.toArray(), clock(), newId);
        await write.add('items', rows.items);
        await write.add('people', rows.people);
        await write.add('events', rows.events);
        await write.add('shares', rows.shares);
        return true;
      },
    );
  }

  /**
   * Removes the sample friends with their events and shares, and the sample items, also those the owner has rated
   * since. An item that an own friend's events or shares or a list refer to stays, and is the owner's from then on.
   * Slates shown for invented people are not restored by undo.
   */
  async remove(): Promise<ActionReceipt> {
    return this.context.journal.write(this.context.labels.sampleRemoved, async (write) => {
      const { database } = this.context;
      const people = (await database.people.toArray())
        .filter((person) => person.source === 'sample')
        .map((person) => person.id);
      await write.remove('events', await database.events.where('personId').anyOf(people).primaryKeys());
      await write.remove('shares', await database.shares.where('personId').anyOf(people).primaryKeys());
      await write.remove('people', people);
      await database.slates.where('personId').anyOf(people).delete();

      const items = await database.items.where('source').equals('sample').toArray();
      const used = await this.#used(items);
      const gone = items.filter((item) => !used.has(item.id)).map((item) => item.id);
      await write.remove('events', await database.events.where('itemId').anyOf(gone).primaryKeys());
      await write.remove('items', gone);
      await this.#keep(
        write,
        items.filter((item) => used.has(item.id)),
      );
      await this.#removeFromTrash(write);
      return { things: gone.length, friends: people.length, kept: used.size };
    });
  }

  /** Sample things in events and shares of own friends (the sample's are gone by now) and on lists. */
  async #used(items: readonly Item[]): Promise<ReadonlySet<ItemId>> {
    const { database } = this.context;
    const ids = items.map((item) => item.id);
    const owner = new Set(
      (await database.people.toArray()).filter((person) => person.isOwner).map((person) => person.id),
    );
    const events = (await database.events.where('itemId').anyOf(ids).toArray()).filter(
      (event) => !owner.has(event.personId),
    );
    const shares = await database.shares.where('itemId').anyOf(ids).toArray();
    const listed = (await database.lists.toArray()).flatMap((list) => list.entries);
    const sample = new Set(ids);
    return new Set([...events, ...shares, ...listed].map((row) => row.itemId).filter((id) => sample.has(id)));
  }

  async #keep(write: RecordedWrite, items: readonly Item[]): Promise<void> {
    const updatedAt = this.context.clock();
    await write.put(
      'items',
      items.map((item) => ({ ...item, source: 'manual', updatedAt })),
    );
  }

  async #removeFromTrash(write: RecordedWrite): Promise<void> {
    const { database } = this.context;
    const rows = await database.trash.toArray();
    const sample = rows.filter((row) => [...row.items, ...row.people].some((kept) => kept.source === 'sample'));
    await write.remove(
      'trash',
      sample.map((row) => row.id),
    );
    await database.slates
      .where('personId')
      .anyOf(sample.flatMap((row) => row.people).map((person) => person.id))
      .delete();
  }
}
