import type { ItemId } from './ids';
import { BLANKS, type RecommenderField, type RequiredField } from './item-fields/field-names';
import type { ItemFieldValues } from './item-fields/item-fields';

/** Kinds the window offers. A kind is free text: an import or a user may bring any other. */
export const KINDS = [
  'book',
  'comic',
  'movie',
  'series',
  'episode',
  'anime',
  'game',
  'board game',
  'music artist',
  'album',
  'track',
  'podcast',
  'article',
  'link',
  'video',
  'place',
  'recipe',
  'wine',
  'food',
  'other',
] as const;

/** What the recommender may know of an item: facts, never the owner's opinion. */
export type ItemFacts = Pick<ItemFieldValues, Exclude<RecommenderField, 'source'>>;

/** A thing of the library. Its data are the fields of `ITEM_FIELDS`; the rest is kept by the library itself. */
export interface Item extends ItemFieldValues {
  readonly id: ItemId;
  /** Epoch milliseconds. */
  readonly addedAt: number;
  /** Epoch milliseconds; written on every change. */
  readonly updatedAt: number;
}

/** What is needed to create an item; the rest has defaults (see `completeItem`). */
export type ItemDraft = Pick<Item, RequiredField> & Partial<Omit<Item, 'id' | RequiredField | 'updatedAt'>>;
export type ItemPatch = Partial<Omit<Item, 'id' | 'addedAt' | 'updatedAt'>>;

export const completeItem = (draft: ItemDraft, id: ItemId, now: number): Item => ({
  ...BLANKS,
  addedAt: now,
  ...draft,
  id,
  updatedAt: now,
});
