import type { PortableField } from './item-fields/field-names';
import type { ItemFieldValues } from './item-fields/item-fields';

/** Facts and public words of an item, as they travel in a file: without ids and dates of this library. */
export type PortableItem = Pick<ItemFieldValues, PortableField>;

/** A list with everything needed to bring it back elsewhere. */
export interface PortableList {
  readonly title: string;
  readonly description: string;
  /** In order. */
  readonly entries: readonly { readonly item: PortableItem; readonly annotation: string }[];
}
