import { z } from 'zod';
import { entryIdSchema, itemIdSchema, listIdSchema } from './ids';
import type { EntryId, ItemId, ListId } from './ids';
import type { Fields } from './parsing';

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

export const listEntrySchema: z.ZodType<ListEntry> = z.object({
  id: entryIdSchema,
  itemId: itemIdSchema,
  annotation: z.string(),
} satisfies Fields<ListEntry>);

export const recommendationListSchema: z.ZodType<RecommendationList> = z.object({
  id: listIdSchema,
  title: z.string(),
  description: z.string(),
  entries: z.array(listEntrySchema),
  createdAt: z.number(),
  updatedAt: z.number(),
} satisfies Fields<RecommendationList>);
