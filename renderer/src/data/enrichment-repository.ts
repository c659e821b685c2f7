import { filledIn, without, type Fill } from '../domain/enrichment';
import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { EnrichmentRepository } from '../domain/ports/enrichment-repository';
import { type DataContext, existingItem, itemsToChange } from './data-context';
import { checkedItem } from './item-validation';

export class DexieEnrichmentRepository implements EnrichmentRepository {
  constructor(private readonly context: DataContext) {}

  async fillIn(fills: readonly Fill[]): Promise<ActionReceipt> {
    const checked = new Map(fills.map((fill) => [fill.itemId, { ...fill, facts: checkedItem(fill.facts) }]));
    return this.context.journal.write(
      (items: readonly Item[]) => this.context.labels.gapsFilled(items),
      async (write) => {
        const before = await itemsToChange(this.context.database, [...checked.keys()]);
        const updatedAt = this.context.clock();
        const changes = before.flatMap((item) => {
          const fill = checked.get(item.id);
          const after = fill === undefined ? item : filledIn(item, fill);
          return after === item ? [] : [{ item, after: { ...after, updatedAt } }];
        });
        await write.put(
          'items',
          changes.map(({ after }) => after),
          changes.map(({ item }) => item),
        );
        return changes.map(({ after }) => after);
      },
    );
  }

  async sayDifferent(id: ItemId, entries: readonly string[]): Promise<ActionReceipt> {
    return this.context.journal.write(
      (item: Item) => this.context.labels.notInCatalogue(item),
      async (write) => {
        const item = await existingItem(this.context.database, id);
        await write.put('items', [{ ...without(item, entries), updatedAt: this.context.clock() }], [item]);
        return item;
      },
    );
  }
}
