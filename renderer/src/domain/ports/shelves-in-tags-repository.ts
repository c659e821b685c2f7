import type { Item } from '../item';
import type { ActionReceipt } from './action-receipt';

export type TagsAndShelves = Pick<Item, 'tags' | 'shelves'>;

export interface MovedShelves extends ActionReceipt {
  /** How many different shelves. */
  readonly shelfCount: number;
  /** Sources of the things they were moved on. */
  readonly sources: readonly string[];
}

/** Libraries of older versions kept shelves among the tags: moved once, at the first start after the upgrade. */
export interface ShelvesInTagsRepository {
  /**
   * Moves them in the library and in the trash, as one action. Null where there is nothing to move or it was done
   * before; it is not done again after an undo.
   * @param separate null for an item that stays as it is
   */
  moveOnce(separate: (item: Item) => TagsAndShelves | null): Promise<MovedShelves | null>;
}
