import type { ActionReceipt, Created } from '../domain/ports/action-receipt';
import type { ListsRepository } from '../domain/ports/lists-repository';
import { AppError } from '../domain/errors';
import { type EntryId, entryId, type ItemId, type ListId, listId } from '../domain/ids';
import type { ListEntry, RecommendationList } from '../domain/recommendation-list';
import { type DataContext, presentItems } from './data-context';
import { trashList } from './trash-bin';

export class DexieListsRepository implements ListsRepository {
  constructor(private readonly context: DataContext) {}

  /** Last changed first. */
  async all(): Promise<readonly RecommendationList[]> {
    return (await this.context.database.lists.toArray()).sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async byId(id: ListId): Promise<RecommendationList | undefined> {
    return this.context.database.lists.get(id);
  }

  async createList(draft: {
    readonly title: string;
    readonly description?: string;
    readonly itemIds?: readonly ItemId[];
  }): Promise<Created<ListId>> {
    const now = this.context.clock();
    const empty: RecommendationList = {
      id: listId(this.context.newId()),
      title: checkedTitle(draft.title),
      description: draft.description ?? '',
      entries: [],
      createdAt: now,
      updatedAt: now,
    };
    const { actionId, label } = await this.context.journal.write(
      (list: RecommendationList) => this.context.labels.listCreated(list),
      async (write) => {
        const list = { ...empty, entries: await this.#newEntries(draft.itemIds ?? [], []) };
        await write.add('lists', [list]);
        return list;
      },
    );
    return { id: empty.id, actionId, label };
  }

  async editList(
    id: ListId,
    patch: { readonly title?: string; readonly description?: string },
  ): Promise<ActionReceipt> {
    const checked = patch.title === undefined ? patch : { ...patch, title: checkedTitle(patch.title) };
    return this.#change(
      id,
      (list) => ({ ...list, ...checked }),
      (list) => this.context.labels.listEdited(list),
    );
  }

  async addItems(id: ListId, itemIds: readonly ItemId[]): Promise<ActionReceipt> {
    return this.#change(
      id,
      async (list) => {
        const added = await this.#newEntries(itemIds, list.entries);
        return added.length === 0 ? list : { ...list, entries: [...list.entries, ...added] };
      },
      (list) => this.context.labels.entriesAdded(list, itemIds.length),
    );
  }

  async moveEntry(id: ListId, entry: EntryId, toIndex: number): Promise<ActionReceipt> {
    return this.#change(
      id,
      (list) => {
        const from = entryIndex(list, entry);
        const moved = list.entries[from];
        const to = Math.min(Math.max(toIndex, 0), list.entries.length - 1);
        if (moved === undefined || to === from) return list;
        return { ...list, entries: list.entries.toSpliced(from, 1).toSpliced(to, 0, moved) };
      },
      (list) => this.context.labels.entryMoved(list),
    );
  }

  async annotateEntry(id: ListId, entry: EntryId, annotation: string): Promise<ActionReceipt> {
    return this.#change(
      id,
      (list) => {
        const index = entryIndex(list, entry);
        return { ...list, entries: list.entries.map((other, at) => (at === index ? { ...other, annotation } : other)) };
      },
      (list) => this.context.labels.entryAnnotated(list),
    );
  }

  async removeEntry(id: ListId, entry: EntryId): Promise<ActionReceipt> {
    return this.#change(
      id,
      (list) => ({ ...list, entries: list.entries.toSpliced(entryIndex(list, entry), 1) }),
      (list) => this.context.labels.entryRemoved(list),
    );
  }

  async moveToTrash(id: ListId): Promise<ActionReceipt> {
    return this.context.journal.write(
      (list: RecommendationList) => this.context.labels.listTrashed(list),
      async (write) => {
        const list = await this.#existing(id);
        await trashList(this.context, write, list);
        return list;
      },
    );
  }

  async #change(
    id: ListId,
    change: (list: RecommendationList) => RecommendationList | Promise<RecommendationList>,
    label: (list: RecommendationList) => string,
  ): Promise<ActionReceipt> {
    return this.context.journal.write(label, async (write) => {
      const before = await this.#existing(id);
      const after = await change(before);
      if (after !== before) await write.put('lists', [{ ...after, updatedAt: this.context.clock() }]);
      return after;
    });
  }

  async #existing(id: ListId): Promise<RecommendationList> {
    const list = await this.context.database.lists.get(id);
    if (list === undefined) throw new AppError('not-found', 'This list is no longer there. It may be in the trash.');
    return list;
  }

  async #newEntries(itemIds: readonly ItemId[], entries: readonly ListEntry[]): Promise<readonly ListEntry[]> {
    const taken = new Set(entries.map((entry) => entry.itemId));
    const present = await presentItems(this.context.database, itemIds);
    return [...new Set(itemIds)]
      .filter((id) => present.has(id) && !taken.has(id))
      .map((id) => ({ id: entryId(this.context.newId()), itemId: id, annotation: '' }));
  }
}

function entryIndex(list: RecommendationList, id: EntryId): number {
  const index = list.entries.findIndex((entry) => entry.id === id);
  if (index < 0) throw new AppError('not-found', 'This line is no longer in the list.');
  return index;
}

function checkedTitle(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '') throw new AppError('invalid-input', 'A list needs a title.');
  return trimmed;
}
