import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import { likingWords } from '../../../text/features';
import { picksText } from '../../../text/picks';
import { emphasised, opinionOf, plain, type TextPart } from './text-part';

export interface ReasonContext {
  readonly friendName: string;
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title'> & Partial<Pick<Item, 'tags' | 'creators'>>>;
  /** A rating 0..1 on the scale the owner reads. */
  readonly formatRating: (rating: number) => string;
}

/** Shared tags that one reason names at most. */
export const TAGS_SHOWN = 2;

/**
 * The strongest reasons in words, at most `limit`: only evidence that raised the score, and only items that still
 * exist.
 */
export function reasonTexts(
  reasons: readonly Reason[],
  context: ReasonContext,
  limit = 2,
): readonly (readonly TextPart[])[] {
  return reasons
    .filter((reason) => reason.contribution > 0)
    .map((reason) => reasonParts(reason, context))
    .filter((parts) => parts !== null)
    .slice(0, limit);
}

function reasonParts(reason: Reason, context: ReasonContext): readonly TextPart[] | null {
  const words = picksText.reason;
  const { friendName, itemsById, formatRating } = context;
  switch (reason.type) {
    case 'event': {
      const item = itemsById.get(reason.itemId);
      if (item === undefined) return null;
      const creator = reason.sharedCreator === null ? '' : words.alsoBy(reason.sharedCreator);
      const tags = commonTags(reason.sharedTags, words.both) + commonTags(reason.likelySharedTags, words.bothProbably);
      const parts = [plain(words[opinionOf(reason.rating)](friendName)), emphasised(item.title)];
      return creator + tags === '' ? parts : [...parts, plain(creator + tags)];
    }
    case 'liked-tag':
      return [plain(words.likesTag(friendName)), emphasised(reason.tag)];
    // A negative weight raised the score of an item that has less of the feature than average: they like less of it.
    case 'learned': {
      const { subject, more } = likingWords(reason.feature, reason.weight);
      return [plain(words.tendsToLike(friendName)), emphasised(subject), plain(more ? words.more : words.less)];
    }
    case 'own-rating':
      return [plain(words.ownRating(formatRating(reason.rating)))];
    case 'crowd': {
      const rating = formatRating(reason.rating);
      return [
        plain(
          reason.count === null || reason.count <= 0 ? words.crowd(rating) : words.crowdCounted(rating, reason.count),
        ),
      ];
    }
  }
}

function commonTags(tags: readonly string[], word: (tags: readonly string[]) => string): string {
  return tags.length === 0 ? '' : word(tags.slice(0, TAGS_SHOWN));
}
