import type { Item } from '../../domain/item';
import type { LikelyTag } from '../../domain/recommendation';

/**
 * What of the model's last answer the item still lacks: a tag that was just added goes at once, not when the model has
 * answered again. Case apart, as tags are told apart when they are written.
 */
export function suggestedTags(likely: readonly LikelyTag[], { tags }: Pick<Item, 'tags'>): readonly LikelyTag[] {
  const own = new Set(tags.map((tag) => tag.trim().toLowerCase()));
  return likely.filter(({ name }) => !own.has(name.toLowerCase()));
}
