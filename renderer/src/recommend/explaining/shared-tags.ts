import type { ItemIndex } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';

/** A likely tag is given as a reason only above this confidence, which is higher than for a suggestion. */
const MIN_CONFIDENCE = 0.6;
const MAX_LIKELY_TAGS = 10;

export interface SharedTags {
  readonly sharedTags: readonly string[];
  readonly likelySharedTags: readonly string[];
}

/**
 * Tags that two items share, as the picked item spells them. An item with tags of its own gets no likely ones; what
 * rests on a likely tag is returned apart.
 */
export function tagsInCommon(event: ItemIndex, pick: ItemIndex, library: EncodedLibrary): SharedTags {
  const [theirs, own] = [tagsOf(event, library), tagsOf(pick, library)];
  const unseen = new Set(theirs.tags.map((tag) => library.text.phrase(tag)));
  // Removed once named, so that a tag spelled in two ways counts once.
  const shared = own.tags.filter((tag) => unseen.delete(library.text.phrase(tag)));
  return theirs.likely || own.likely
    ? { sharedTags: [], likelySharedTags: shared }
    : { sharedTags: shared, likelySharedTags: [] };
}

function tagsOf(
  row: ItemIndex,
  library: EncodedLibrary,
): { readonly tags: readonly string[]; readonly likely: boolean } {
  const tags = library.item(row).tags.filter((tag) => library.text.phrase(tag) !== '');
  if (tags.length > 0) return { tags, likely: false };
  return { tags: library.tags.likely(row, MIN_CONFIDENCE, MAX_LIKELY_TAGS).map(({ name }) => name), likely: true };
}
