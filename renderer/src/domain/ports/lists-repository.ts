import type { EntryId, ItemId, ListId } from '../ids';
import type { PortableList } from '../portable-list';
import type { RecommendationList } from '../recommendation-list';
import type { ActionReceipt, Created } from './action-receipt';

export interface ListsRepository {
  all(): Promise<readonly RecommendationList[]>;
  byId(id: ListId): Promise<RecommendationList | undefined>;
  createList(draft: {
    readonly title: string;
    readonly description?: string;
    readonly itemIds?: readonly ItemId[];
  }): Promise<Created<ListId>>;
  editList(id: ListId, patch: { readonly title?: string; readonly description?: string }): Promise<ActionReceipt>;
  addItems(id: ListId, itemIds: readonly ItemId[]): Promise<ActionReceipt>;
  /** `toIndex` is the place in the resulting order. */
  moveEntry(id: ListId, entry: EntryId, toIndex: number): Promise<ActionReceipt>;
  annotateEntry(id: ListId, entry: EntryId, annotation: string): Promise<ActionReceipt>;
  removeEntry(id: ListId, entry: EntryId): Promise<ActionReceipt>;
  moveToTrash(id: ListId): Promise<ActionReceipt>;
  /**
   * A list file (see exporting/list-file.ts) as a new list: things the library has are matched and left as they are,
   * the others are added. `keepOpinions` false (default true) leaves out ratings, progress and notes: for a list of
   * somebody else.
   */
  importList(list: PortableList, options?: { readonly keepOpinions?: boolean }): Promise<Created<ListId>>;
}
