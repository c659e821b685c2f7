import type { Catalogue } from '../encoded-library';

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
export function tagsInCommon(event: number, pick: number, catalogue: Catalogue): SharedTags {
  const [theirs, own] = [tagsOf(event, catalogue), tagsOf(pick, catalogue)];
  const unseen = new Set(theirs.tags.map((tag) => catalogue.text.phrase(tag)));
  // Taken out once named: a tag spelled in two ways is one.
  const shared = own.tags.filter((tag) => unseen.delete(catalogue.text.phrase(tag)));
  return theirs.likely || own.likely
    ? { sharedTags: [], likelySharedTags: shared }
    : { sharedTags: shared, likelySharedTags: [] };
}

function tagsOf(row: number, catalogue: Catalogue): { readonly tags: readonly string[]; readonly likely: boolean } {
  const tags = catalogue.item(row).tags.filter((tag) => catalogue.text.phrase(tag) !== '');
  if (tags.length > 0) return { tags, likely: false };
  return { tags: catalogue.likelyTags(row, MIN_CONFIDENCE, MAX_LIKELY_TAGS).map(({ name }) => name), likely: true };
}
