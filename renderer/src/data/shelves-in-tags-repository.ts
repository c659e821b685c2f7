import { foldTag } from '../domain/clean-tags';
import type { Item } from '../domain/item';
import type { MovedShelves, ShelvesInTagsRepository, TagsAndShelves } from '../domain/ports/shelves-in-tags-repository';
import { NOTHING_CHANGED } from './action-journal';
import type { DataContext } from './data-context';

/** Row of the settings table that migration 5 writes. */
const KEY = 'shelves-in-tags';

type Change = { readonly before: Item; readonly after: Item };

export class DexieShelvesInTagsRepository implements ShelvesInTagsRepository {
  constructor(private readonly context: DataContext) {}

  async moveOnce(separate: (item: Item) => TagsAndShelves | null): Promise<MovedShelves | null> {
    const { database, journal, labels, clock } = this.context;
    if ((await database.settings.get(KEY)) === undefined) return null;
    const updatedAt = clock();
    const changeOf = (before: Item): Change | null => {
      const separated = separate(before);
      return separated === null ? null : { before, after: { ...before, ...separated, updatedAt } };
    };
    const { result, ...receipt } = await journal.write(
      ({ shelfCount, changes }: { readonly shelfCount: number; readonly changes: readonly Change[] }) =>
        labels.shelvesMoved(
          shelfCount,
          changes.map(({ after }) => after),
        ),
      async (write) => {
        const changes = (await database.items.toArray()).map(changeOf).filter((change) => change !== null);
        await write.put(
          'items',
          changes.map(({ after }) => after),
          changes.map(({ before }) => before),
        );
        const trashed = (await database.trash.toArray()).flatMap((row) => {
          const found = row.items.map(changeOf);
          if (found.every((change) => change === null)) return [];
          const items = row.items.map((item, index) => found[index]?.after ?? item);
          return [{ row, after: { ...row, items }, changes: found.filter((change) => change !== null) }];
        });
        await write.put(
          'trash',
          trashed.map(({ after }) => after),
          trashed.map(({ row }) => row),
        );
        const all = [...changes, ...trashed.flatMap((entry) => entry.changes)];
        return { changes: all, shelfCount: new Set(all.flatMap(({ after }) => after.shelves.map(foldTag))).size };
      },
    );
    // Last: should the program end before this, the next start finds nothing more to move and comes here.
    await database.settings.delete(KEY);
    if (receipt.actionId === NOTHING_CHANGED) return null;
    const sources = [...new Set(result.changes.map(({ after }) => after.source))];
    return { ...receipt, shelfCount: result.shelfCount, sources };
  }
}
