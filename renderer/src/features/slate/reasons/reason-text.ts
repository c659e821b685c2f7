import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import { opinionOf } from '../../../domain/taste-scale';
import { likingWords } from '../../../text/features';
import { picksText } from '../../../text/picks';
import { emphasised, plain, type TextPart } from './text-part';

export interface ReasonContext {
  readonly friendName: string;
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title'> & Partial<Pick<Item, 'tags' | 'creators'>>>;
  /** A rating 0..1 on the scale the owner reads. */
  readonly formatRating: (rating: number) => string;
}

/** Shared tags that one reason names at most. */
const TAGS_SHOWN = 2;

/**
 * The strongest reasons in words, at most `limit`: only evidence that raised the score, and only items that still
 * exist.
 */
export const reasonTexts = (
  reasons: readonly Reason[],
  context: ReasonContext,
  limit = 2,
): readonly (readonly TextPart[])[] => strongestTexts(reasons, (reason) => reasonParts(reason, context), limit);

/** Of the reasons that raised the score, strongest first, the first `limit` that `partsOf` has words for. */
export function strongestTexts(
  reasons: readonly Reason[],
  partsOf: (reason: Reason) => readonly TextPart[] | null,
  limit: number,
): readonly (readonly TextPart[])[] {
  return reasons
    .filter((reason) => reason.contribution > 0)
    .map(partsOf)
    .filter((parts) => parts !== null)
    .slice(0, limit);
}

function reasonParts(reason: Reason, context: ReasonContext): readonly TextPart[] | null {
  const words = picksText.reason;
  const { friendName, itemsById, formatRating } = context;
  switch (reason.type) {
    case 'event':
      return eventParts(reason, words[opinionOf(reason.rating)](friendName), itemsById);
    case 'liked-tag':
      return [plain(words.likesTag(friendName)), emphasised(reason.tag)];
    // A negative weight raised the score of an item that has less of the feature than average: they like less of it.
    case 'learned': {
      const { subject, more } = likingWords(reason.feature, reason.weight);
      return [plain(words.tendsToLike(friendName)), emphasised(subject), plain(more ? words.more : words.less)];
    }
    case 'own-rating':
      return [plain(words.ownRating(formatRating(reason.rating)))];
    case 'crowd':
      return crowdParts(reason, formatRating);
  }
}

/** "Because … loved" (`opening`), the item, and what it shares with the pick; null where the item is gone. */
export function eventParts(
  reason: Extract<Reason, { type: 'event' }>,
  opening: string,
  itemsById: ReasonContext['itemsById'],
): readonly TextPart[] | null {
  const words = picksText.reason;
  const item = itemsById.get(reason.itemId);
  if (item === undefined) return null;
  const creator = reason.sharedCreator === null ? '' : words.alsoBy(reason.sharedCreator);
  const tags = commonTags(reason.sharedTags, words.both) + commonTags(reason.likelySharedTags, words.bothProbably);
  const parts = [plain(opening), emphasised(item.title)];
  return creator + tags === '' ? parts : [...parts, plain(creator + tags)];
}

/** Everyone's rating, with the number of votes where it is known. */
export function crowdParts(
  { rating, count }: Extract<Reason, { type: 'crowd' }>,
  formatRating: ReasonContext['formatRating'],
): readonly TextPart[] {
  const words = picksText.reason;
  const shown = formatRating(rating);
  return [plain(count === null || count <= 0 ? words.crowd(shown) : words.crowdCounted(shown, count))];
}

function commonTags(tags: readonly string[], word: (tags: readonly string[]) => string): string {
  return tags.length === 0 ? '' : word(tags.slice(0, TAGS_SHOWN));
}
