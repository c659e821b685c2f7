import { foldTag } from '../../domain/clean-tags';
import type { Item } from '../../domain/item';
import type { LikelyTag } from '../../domain/recommendation';

/**
 * The tags of the model's last answer that the item does not have yet, ignoring case and accents: a tag that was just
 * added disappears at once, before the model answers again.
 */
export function suggestedTags(likely: readonly LikelyTag[], { tags }: Pick<Item, 'tags'>): readonly LikelyTag[] {
  const own = new Set(tags.map(foldTag));
  return likely.filter(({ name }) => !own.has(foldTag(name)));
}
