import type { EntryId, ItemId, ListId } from './ids';

export interface ListEntry {
  readonly id: EntryId;
  readonly itemId: ItemId;
  /** The curator's line on this item in this list. */
  readonly annotation: string;
}

/** What the user curates and exports: ordered and annotated. */
export interface RecommendationList {
  readonly id: ListId;
  readonly title: string;
  readonly description: string;
  /** In the curator's order; every item at most once. */
  readonly entries: readonly ListEntry[];
  readonly createdAt: number;
  readonly updatedAt: number;
}
