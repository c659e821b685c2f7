import type { ItemId } from '../ids';
import type { Item, ItemDraft, ItemPatch } from '../item';
import type { ItemStatus } from '../item-values';
import type { ActionReceipt, Created } from './action-receipt';

export interface ItemsRepository {
  all(): Promise<readonly Item[]>;
  byId(id: ItemId): Promise<Item | undefined>;
  byIds(ids: readonly ItemId[]): Promise<readonly Item[]>;
  addItem(draft: ItemDraft): Promise<Created<ItemId>>;
  editItem(id: ItemId, patch: ItemPatch): Promise<ActionReceipt>;
  /** Rates and keeps the dated event; null clears. */
  rateItems(ids: readonly ItemId[], rating: number | null): Promise<ActionReceipt>;
  setStatus(ids: readonly ItemId[], status: ItemStatus): Promise<ActionReceipt>;
  /** Additive: never touches other tags. */
  addTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt>;
  removeTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt>;
  moveToTrash(ids: readonly ItemId[]): Promise<ActionReceipt>;
  /**
   * Items added, changed or gone, after each commit; whoever wrote waits until the listener has taken it in. Returns
   * the unsubscribe function.
   */
  onChange(
    listener: (change: { readonly upserts: readonly Item[]; readonly removals: readonly ItemId[] }) => unknown,
  ): () => void;
}
