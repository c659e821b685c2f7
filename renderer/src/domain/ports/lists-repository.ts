import type { EntryId, ItemId, ListId } from '../ids';
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
}
