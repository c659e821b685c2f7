import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { TrashEntry, TrashRepository } from '../domain/ports/trash-repository';
import { AppError } from '../domain/errors';
import { itemId, type EntryId, type ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import { areSaidDifferent } from '../domain/merge-items';
import { ThingIndex } from '../identity/thing-index';
import { allRows } from './all-rows';
import type { DataContext } from './data-context';
import { databaseError } from './database-errors';
import type { JournaledTable, TrashRow } from './schema';
import { restoreEntry } from './trash-restore';
import { mergeThings } from './twins-repository';

export class DexieTrashRepository implements TrashRepository {
  constructor(private readonly context: DataContext) {}

  /** Latest first. */
  async all(): Promise<readonly TrashEntry[]> {
    const rows = await this.context.database.trash.toArray();
    return rows
      .sort((a, b) => b.deletedAt - a.deletedAt)
      .map(({ id, key, type, title, deletedAt }) => ({ id, key, type, title, deletedAt }));
  }

  async items(): Promise<readonly Item[]> {
    return (await this.context.database.trash.toArray()).flatMap((row) => (row.type === 'item' ? row.items : []));
  }

  async restore(id: EntryId): Promise<ActionReceipt> {
    return this.context.journal.write(
      (title: string) => this.context.labels.restored(title),
      async (write) => {
        const row = await this.context.database.trash.get(id);
        if (row === undefined) throw new AppError('not-found', 'This is no longer in the trash.');
        if (row.type === 'share' && !(await this.#bothSidesThere(row))) {
          throw new AppError('invalid-input', 'Restore the friend and the item of this share first.');
        }
        const there = await this.#sameThing(row);
        await restoreEntry(this.context, write, row);
        if (there !== null) await mergeThings(this.context, write, [{ stays: there, goes: itemId(row.key) }]);
        return row.title;
      },
    );
  }

  /**
   * The actions that could bring the deleted things back are discarded with them. So are the slates of people who are
   * gone, which were kept until now because a restored friend's past wildcards still count.
   */
  async empty(): Promise<void> {
    const { database, journal } = this.context;
    try {
      await database.transaction('rw', database.actionTables, async () => {
        const rows = await database.trash.toArray();
        // Where nothing was in it, what was undone can still be done again.
        if (rows.length > 0) await journal.discardActionsOn(keysIn(rows));
        // Not `clear`: a damaged row was never shown, so the person has not agreed to lose it.
        await database.trash.bulkDelete(rows.map((row) => row.id));
        await database.slates
          .where('personId')
          .noneOf(await database.people.toCollection().primaryKeys())
          .delete();
      });
    } catch (error) {
      throw databaseError(error);
    }
  }

  /** What the library has of the thing that comes back: it was added or imported anew meanwhile. */
  async #sameThing({ type, items }: TrashRow): Promise<ItemId | null> {
    const [trashed] = items;
    if (type !== 'item' || trashed === undefined) return null;
    const index = new ThingIndex<Item>('one-source');
    for (const item of await allRows(this.context.database.table<Item, string>('items')))
      if (!areSaidDifferent(item, trashed)) index.add(item);
    const match = index.findProven(trashed);
    return match.verdict === 'same' ? match.thing.id : null;
  }

  async #bothSidesThere(row: TrashRow): Promise<boolean> {
    for (const share of row.shares) {
      if ((await this.context.database.items.get(share.itemId)) === undefined) return false;
      if ((await this.context.database.people.get(share.personId)) === undefined) return false;
    }
    return true;
  }
}

function keysIn(rows: readonly TrashRow[]): ReadonlyMap<JournaledTable, ReadonlySet<string>> {
  const ids = (select: (row: TrashRow) => readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(rows.flatMap((row) => select(row).map((kept) => kept.id)));
  return new Map<JournaledTable, ReadonlySet<string>>([
    ['items', ids((row) => row.items)],
    ['people', ids((row) => row.people)],
    ['events', ids((row) => row.events)],
    ['shares', ids((row) => row.shares)],
    ['lists', ids((row) => row.lists)],
    ['trash', new Set(rows.map((row) => row.id))],
  ]);
}
