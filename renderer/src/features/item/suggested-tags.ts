import type { Item } from '../../domain/item';
import type { LikelyTag } from '../../domain/recommendation';

/**
 * The tags of the model's last answer that the item does not have yet, ignoring case: a tag that was just added
 * disappears at once, before the model answers again.
 */
export function suggestedTags(likely: readonly LikelyTag[], { tags }: Pick<Item, 'tags'>): readonly LikelyTag[] {
  const own = new Set(tags.map((tag) => tag.trim().toLowerCase()));
  return likely.filter(({ name }) => !own.has(name.toLowerCase()));
}
