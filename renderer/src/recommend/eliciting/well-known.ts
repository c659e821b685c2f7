import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';

/** Things that a pair is made of, at most. */
export const MAX_POOL = 60;
/** Popularity rank within the kind group from which a friend is likely to have heard of a thing. */
const MIN_FAME = 0.6;
/** With fewer well-known things of a kind group there are too few pairs to learn from. */
const MIN_OF_GROUP = 8;

/**
 * The well-known ones among the things, most famous first.
 * @param told things whose opinion is known: they need no question
 */
export function wellKnown(
  things: ItemRows,
  told: ReadonlySet<ItemIndex>,
  fame: (row: ItemIndex) => number | null,
): readonly ItemIndex[] {
  return [...new Set(things)]
    .map((row) => ({ row, fame: fame(row) ?? 0 }))
    .filter((thing) => thing.fame >= MIN_FAME && !told.has(thing.row))
    .sort((left, right) => right.fame - left.fame || left.row - right.row)
    .map(({ row }) => row);
}

/**
 * What pairs are made of: the first of the well-known things, of kind groups with at least eight of them. What a person
 * was shown counts as long as it was shown, so that a group does not fall away half-way.
 */
export function poolOf(known: readonly ItemIndex[], library: EncodedLibrary): ItemRows {
  const counts = new Map<string, number>();
  const groupOf = (row: ItemIndex): string => library.names(row).group;
  for (const row of known) counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
  return itemRows(known.filter((row) => (counts.get(groupOf(row)) ?? 0) >= MIN_OF_GROUP).slice(0, MAX_POOL));
}
