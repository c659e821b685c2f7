import type { ItemIndex } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';

/** A reason speaks of a tag that nobody gave only where the model is surer of it than a suggestion needs to be. */
const MIN_CONFIDENCE = 0.6;
const MAX_LIKELY_TAGS = 10;

export interface SharedTags {
  readonly sharedTags: readonly string[];
  readonly likelySharedTags: readonly string[];
}

/**
 * What two items have in common by their tags, as the picked item spells them. What a person wrote counts first: an
 * item that has tags is never given likely ones, and what rests on a likely one is kept apart.
 */
export function tagsInCommon(event: ItemIndex, pick: ItemIndex, library: EncodedLibrary): SharedTags {
  const [theirs, own] = [tagsOf(event, library), tagsOf(pick, library)];
  const unseen = new Set(theirs.tags.map((tag) => library.text.phrase(tag)));
  // Taken out once named: a tag spelled in two ways is one.
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
  return { tags: library.likelyTags(row, MIN_CONFIDENCE, MAX_LIKELY_TAGS).map(({ name }) => name), likely: true };
}
