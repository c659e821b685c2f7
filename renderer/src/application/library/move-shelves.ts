import { addedTags } from '../../domain/item-fields/field-rules';
import type { Item } from '../../domain/item';
import type {
  MovedShelves,
  ShelvesInTagsRepository,
  TagsAndShelves,
} from '../../domain/ports/shelves-in-tags-repository';
import { tagsAndShelves } from '../../importing/cells/shelves';
import { ownValue } from '../../domain/own-value';

/** A shelf of Goodreads has neither spaces nor capitals. A tag that has was typed here. */
const GOODREADS_SHELF = /^[^\s\p{Lu}]+$/u;

/** Sources whose importers kept shelves as tags, and which of their things' tags may be one. */
const MAY_BE_SHELF: Readonly<Record<string, (tag: string) => boolean>> = {
  goodreads: (tag) => GOODREADS_SHELF.test(tag),
  letterboxd: () => true,
};

/**
 * The item's tags without the shelves among them. Null where there are none, and for things of other sources: of a tag
 * from any CSV nobody knows any more which column it came from.
 */
export function withShelvesApart({
  source,
  tags,
  shelves,
}: Pick<Item, 'source' | 'tags' | 'shelves'>): TagsAndShelves | null {
  const mayBeShelf = ownValue(MAY_BE_SHELF, source);
  if (mayBeShelf === undefined) return null;
  const found = tagsAndShelves(tags.filter(mayBeShelf)).shelves;
  return found.length === 0
    ? null
    : { tags: tags.filter((tag) => !found.includes(tag)), shelves: addedTags(shelves, found) };
}

/** Once, at the first start after the upgrade; null where there was nothing to move. */
export const moveShelvesOutOfTags = (library: ShelvesInTagsRepository): Promise<MovedShelves | null> =>
  library.moveOnce(withShelvesApart);
