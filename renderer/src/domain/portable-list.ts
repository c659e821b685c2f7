import type { Item } from './item';

/** Facts and public words of an item, as they travel in a file: without ids and dates of this library. */
export type PortableItem = Pick<
  Item,
  | 'kind'
  | 'title'
  | 'originalTitle'
  | 'creators'
  | 'year'
  | 'length'
  | 'tags'
  | 'series'
  | 'crowd'
  | 'identifiers'
  | 'url'
  | 'ownRating'
  | 'status'
  | 'finishedAt'
  | 'note'
  | 'privateNote'
>;

/** A list with everything needed to bring it back elsewhere. */
export interface PortableList {
  readonly title: string;
  readonly description: string;
  /** In order. */
  readonly entries: readonly { readonly item: PortableItem; readonly annotation: string }[];
}
