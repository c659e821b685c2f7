import { AppError } from '../domain/errors';
import { filledIn } from '../domain/enrichment';
import { entryId, itemId, OWNER_ID, type ItemId } from '../domain/ids';
import { completeItem, type Item } from '../domain/item';
import type { PasteDestination, PastePlan } from '../domain/paste-plan';
import type { PasteReceipt, PastesRepository } from '../domain/ports/pastes-repository';
import { existingPerson, type DataContext } from './data-context';
import { checkedItem } from './item-validation';
import type { RecordedWrite } from './recorded-write';
import { writeDifferent } from './said-different';
import { replaceStatements } from './taste-statements';

export class DexiePastesRepository implements PastesRepository {
  constructor(private readonly context: DataContext) {}

  async addPasted({ things, destination }: PastePlan): Promise<PasteReceipt> {
    const now = this.context.clock();
    const all = things.map((thing) => {
      if (typeof thing === 'string') return thing;
      const { draft, fill } = thing;
      const item = completeItem(checkedItem(draft), itemId(this.context.newId()), now);
      return fill === null ? item : filledIn(item, { ...fill, facts: checkedItem(fill.facts) });
    });
    const added = all.filter((thing) => typeof thing !== 'string');
    const receipt = await this.context.journal.write(
      (label: string) => label,
      async (write) => {
        await write.add('items', added);
        await writeDifferent(
          this.context,
          write,
          added.flatMap(({ id, twins }) => (twins?.different ?? []).map((other) => [id, other] as const)),
        );
        await replaceStatements(
          this.context,
          write,
          OWNER_ID,
          added.flatMap(({ id, ownRating }) =>
            ownRating === null ? [] : [{ itemId: id, type: 'rated' as const, rating: ownRating, at: null }],
          ),
        );
        const stored = await this.#stored(all.filter((thing) => typeof thing === 'string'));
        const ids = all.flatMap((thing) => {
          const id = typeof thing === 'string' ? thing : thing.id;
          return typeof thing === 'string' && !stored.has(id) ? [] : [id];
        });
        return this.#put(write, destination, ids, added, stored);
      },
    );
    return { actionId: receipt.actionId, label: receipt.label, itemIds: added.map(({ id }) => id) };
  }

  async #stored(ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Item>> {
    const items = (await this.context.database.items.bulkGet([...ids])).filter((item) => item !== undefined);
    return new Map(items.map((item) => [item.id, item]));
  }

  /** Writes where they go; answers with what that is called. */
  async #put(
    write: RecordedWrite,
    destination: PasteDestination,
    ids: readonly ItemId[],
    added: readonly Item[],
    stored: ReadonlyMap<ItemId, Item>,
  ): Promise<string> {
    const { database, labels, clock, newId } = this.context;
    switch (destination.type) {
      case 'library': {
        // Known until now only through friends.
        const outside = [...stored.values()].filter(({ inLibrary }) => !inLibrary);
        const updatedAt = clock();
        await write.put(
          'items',
          outside.map((item) => ({ ...item, inLibrary: true, updatedAt })),
          outside,
        );
        return labels.pastedIntoLibrary([...added, ...outside]);
      }
      case 'loves': {
        const friend = await existingPerson(database, destination.personId);
        await replaceStatements(
          this.context,
          write,
          friend.id,
          ids.map((id) => ({ itemId: id, type: 'loved' as const, rating: null })),
        );
        return labels.lovesPasted(friend, [...added, ...stored.values()]);
      }
      case 'list': {
        const list = await database.lists.get(destination.listId);
        if (list === undefined)
          throw new AppError('not-found', 'This list is no longer there. It may be in the trash.');
        const taken = new Set(list.entries.map((entry) => entry.itemId));
        const entries = [...new Set(ids)]
          .filter((id) => !taken.has(id))
          .map((id) => ({ id: entryId(newId()), itemId: id, annotation: '' }));
        if (entries.length > 0)
          await write.put('lists', [{ ...list, entries: [...list.entries, ...entries], updatedAt: clock() }]);
        return labels.entriesAdded(list, entries.length);
      }
    }
  }
}
