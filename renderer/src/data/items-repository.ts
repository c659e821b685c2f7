import { allRows } from './all-rows';
import type { ActionReceipt, Created } from '../domain/ports/action-receipt';
import type { ItemsRepository } from '../domain/ports/items-repository';
import { type ItemId, itemId } from '../domain/ids';
import { markedByHand } from '../domain/by-hand';
import { withTrueMarks } from '../domain/enrichment';
import { completeItem, type Item, type ItemDraft, type ItemPatch } from '../domain/item';
import type { ItemStatus } from '../domain/item-values';
import { type DataContext, existingItem, itemsToChange } from './data-context';
import { checkedItem, checkRating } from './item-validation';
import { cleanTags, foldTag } from '../domain/clean-tags';
import type { ItemsChange } from './schema';
import { recordOwnerRating, recordOwnerStatus, withStatus } from './taste-statements';
import { trashItems } from './trash-bin';

export class DexieItemsRepository implements ItemsRepository {
  constructor(private readonly context: DataContext) {}

  async all(): Promise<readonly Item[]> {
    const { database } = this.context;
    return await database.transaction(
      'r',
      database.items,
      async () => await allRows(database.table<Item, string>('items')),
    );
  }

  async byId(id: ItemId): Promise<Item | undefined> {
    return this.context.database.items.get(id);
  }

  async byIds(ids: readonly ItemId[]): Promise<readonly Item[]> {
    return (await this.context.database.items.bulkGet([...ids])).filter((item) => item !== undefined);
  }

  async addItem(draft: ItemDraft): Promise<Created<ItemId>> {
    const now = this.context.clock();
    const item = completeItem(checkedItem(draft), itemId(this.context.newId()), now);
    const receipt = await this.context.journal.write(
      () => this.context.labels.itemAdded(item),
      async (write) => {
        await write.add('items', [item]);
        if (item.ownRating !== null)
          await recordOwnerRating(this.context, write, [item.id], item.ownRating, item.finishedAt ?? now);
        else await recordOwnerStatus(this.context, write, [item.id], item.status, item.finishedAt ?? now);
      },
    );
    return { id: item.id, actionId: receipt.actionId, label: receipt.label };
  }

  async editItem(id: ItemId, patch: ItemPatch): Promise<ActionReceipt> {
    const checked = checkedItem(patch);
    return this.context.journal.write(
      (item: Item) => this.context.labels.itemEdited(item),
      async (write) => {
        const before = await existingItem(this.context.database, id);
        const now = this.context.clock();
        const withNewStatus =
          checked.status === undefined || checked.status === before.status
            ? before
            : withStatus(before, checked.status, now);
        const after = markedByHand(
          before,
          withTrueMarks(before, { ...withNewStatus, ...checked, updatedAt: now }),
          now,
        );
        await write.put('items', [after]);
        if (after.status !== before.status)
          await recordOwnerStatus(this.context, write, [id], after.status, after.finishedAt ?? now);
        if (after.ownRating !== before.ownRating) await recordOwnerRating(this.context, write, [id], after.ownRating);
        return after;
      },
    );
  }

  async rateItems(ids: readonly ItemId[], rating: number | null): Promise<ActionReceipt> {
    checkRating(rating);
    const label = (items: readonly Item[]): string => this.context.labels.itemsRated(items, rating);
    return this.context.journal.write(label, async (write) => {
      const items = await itemsToChange(this.context.database, ids);
      const updatedAt = this.context.clock();
      await write.put(
        'items',
        items.map((item) => markedByHand(item, { ...item, ownRating: rating, updatedAt }, updatedAt)),
        items,
      );
      await recordOwnerRating(
        this.context,
        write,
        items.map((item) => item.id),
        rating,
      );
      return items;
    });
  }

  async setStatus(ids: readonly ItemId[], status: ItemStatus): Promise<ActionReceipt> {
    return this.context.journal.write(
      (items: readonly Item[]) => this.context.labels.statusSet(items, status),
      async (write) => {
        const items = await itemsToChange(this.context.database, ids);
        const changed = items.filter((item) => item.status !== status);
        const now = this.context.clock();
        await write.put(
          'items',
          changed.map((item) => markedByHand(item, withStatus(item, status, now), now)),
          changed,
        );
        await recordOwnerStatus(
          this.context,
          write,
          changed.map((item) => item.id),
          status,
        );
        return items;
      },
    );
  }

  async addTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt> {
    const added = cleanTags(tags);
    return this.#changeTags(
      ids,
      (item) => cleanTags([...item.tags, ...added]),
      (items) => this.context.labels.itemsTagged(items, added),
    );
  }

  async removeTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt> {
    const folds = new Set(tags.map(foldTag));
    return this.#changeTags(
      ids,
      (item) => item.tags.filter((tag) => !folds.has(foldTag(tag))),
      (items) => this.context.labels.tagsRemoved(items, tags),
    );
  }

  async moveToTrash(ids: readonly ItemId[]): Promise<ActionReceipt> {
    return this.context.journal.write(
      (items: readonly Item[]) => this.context.labels.itemsTrashed(items),
      async (write) => {
        const items = await itemsToChange(this.context.database, ids);
        await trashItems(this.context, write, items);
        return items;
      },
    );
  }

  onChange(listener: (change: ItemsChange) => unknown): () => void {
    return this.context.itemsChanges.subscribe(listener);
  }

  async #changeTags(
    ids: readonly ItemId[],
    change: (item: Item) => readonly string[],
    label: (items: readonly Item[]) => string,
  ): Promise<ActionReceipt> {
    return this.context.journal.write(label, async (write) => {
      const items = await itemsToChange(this.context.database, ids);
      const updatedAt = this.context.clock();
      const changed = items.flatMap((item) => {
        const tags = change(item);
        return tags.length === item.tags.length
          ? []
          : [markedByHand(item, withTrueMarks(item, { ...item, tags, updatedAt }), updatedAt)];
      });
      await write.put('items', changed);
      return items;
    });
  }
}
