import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';

/** Things that a pair is made of, at most. */
const MAX_POOL = 60;
/** Popularity rank within the kind group from which a friend is likely to have heard of a thing. */
const MIN_FAME = 0.6;
/** With fewer well-known things of a kind group there are too few pairs to learn from. */
const MIN_OF_GROUP = 8;

/**
 * The best-known of the things, most famous first: of kind groups with at least eight that the person has said nothing
 * of. What they were shown counts as long as it was shown, so that a group does not fall away half-way.
 * @param told things whose opinion is known: they need no question
 */
export function wellKnown(
  things: ItemRows,
  told: ReadonlySet<ItemIndex>,
  library: EncodedLibrary,
  fame: (row: ItemIndex) => number | null,
): ItemRows {
  const groups = new Map<string, { readonly row: ItemIndex; readonly fame: number }[]>();
  for (const row of new Set(things)) {
    const known = fame(row);
    if (known === null || known < MIN_FAME || told.has(row)) continue;
    const { group } = library.names(row);
    const own = groups.get(group) ?? [];
    groups.set(group, own);
    own.push({ row, fame: known });
  }
  const enough = [...groups.values()].filter(({ length }) => length >= MIN_OF_GROUP).flat();
  return itemRows(
    enough
      .sort((left, right) => right.fame - left.fame || left.row - right.row)
      .slice(0, MAX_POOL)
      .map(({ row }) => row),
  );
}
