import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason, Recommendation } from '../../../domain/recommendation';
import { isLiked, isLoved } from '../../../domain/taste-scale';
import { likingWords } from '../../../text/features';
import { picksText } from '../../../text/picks';
import { tagName } from '../../../text/tag-names';
import type { KnownSpellings } from '../../../identity/known-spelling';
import { sharedText } from './common-ground-text';
import { spelledTitle, type SpelledItem } from './spelled-title';
import { emphasised, plain, type TextPart } from './text-part';

export interface ReasonContext {
  /** The thing the reasons are about. */
  readonly item: Pick<Item, 'ownRating'>;
  readonly friendName: string;
  readonly itemsById: ReadonlyMap<ItemId, SpelledItem>;
  readonly spellings: KnownSpellings;
  /** A rating 0..1 on the scale the owner reads. */
  readonly formatRating: (rating: number) => string;
}

type Sentence = readonly TextPart[];
type EventReason = Extract<Reason, { type: 'event' }>;

/** Reasons that say something of the person, not only of the thing. */
const ABOUT_PERSON: ReadonlySet<Reason['type']> = new Set(['event', 'taste', 'liked-tag', 'learned']);

/**
 * The strongest reasons in words, at most `limit`: only evidence that raised the score, and only items that still
 * exist. Never none: where nothing can be said of the friend, it is said so, beside what is true of the thing.
 */
export function reasonTexts(
  { reasons, confidence }: Pick<Recommendation, 'reasons' | 'confidence'>,
  context: ReasonContext,
  limit = 2,
): readonly Sentence[] {
  const { friendName } = context;
  const nothing = confidence === 'low' ? picksText.reason.littleKnown(friendName) : picksText.reason.none(friendName);
  return strongestTexts(reasons, (reason) => reasonParts(reason, context), limit, [
    plain([...factsOf(context), nothing].join(' ')),
  ]);
}

/**
 * Of the reasons that raised the score, strongest first, the first `limit` that `partsOf` has words for.
 * @param unfounded stands first where none of them is about the person.
 */
export function strongestTexts(
  reasons: readonly Reason[],
  partsOf: (reason: Reason) => Sentence | null,
  limit: number,
  unfounded: Sentence,
): readonly Sentence[] {
  const found = reasons
    .filter((reason) => reason.contribution > 0)
    .flatMap((reason) => {
      const parts = partsOf(reason);
      return parts === null ? [] : [{ type: reason.type, parts }];
    });
  const personal = found.findIndex(({ type }) => ABOUT_PERSON.has(type));
  // One of those shown is about the person, though stronger ones are about the thing alone.
  if (personal >= 0)
    return found.filter((_, at) => at < limit - 1 || at === Math.max(personal, limit - 1)).map(({ parts }) => parts);
  // The first sentence has the owner's rating.
  return [unfounded, ...found.filter(({ type }) => type !== 'own-rating').map(({ parts }) => parts)].slice(0, limit);
}

function reasonParts(reason: Reason, context: ReasonContext): Sentence | null {
  const words = picksText.reason;
  const { friendName, formatRating } = context;
  switch (reason.type) {
    case 'event':
      return eventParts(reason, eventWords(reason, friendName), context);
    case 'taste':
      return [plain(words.taste(friendName))];
    case 'liked-tag':
      return [plain(words.likesTag(friendName)), emphasised(tagName(reason.tag))];
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

/** Words around the title of a thing that the person met. */
export interface EventWords {
  /** "Because Ada loved " */
  readonly because: string;
  /** ", as Ada does," */
  readonly asTheyDo: string;
}

function eventWords({ rating, chosen }: EventReason, name: string): EventWords {
  const words = picksText.reason;
  if (chosen) return { because: words.chosen(name), asTheyDo: words.asTheyDo.chosen(name) };
  if (isLoved(rating)) return { because: words.loved(name), asTheyDo: words.asTheyDo.loved(name) };
  if (isLiked(rating)) return { because: words.liked(name), asTheyDo: words.asTheyDo.liked(name) };
  return { because: words.met(name), asTheyDo: words.asTheyDo.met(name) };
}

/**
 * "Because … loved", the item, and what it shares with the pick; where neither maker nor series is shared and people
 * who love the one tend to love the other, that. Null where the item is gone.
 */
export function eventParts(
  { itemId, recognised, common }: EventReason,
  { because, asTheyDo }: EventWords,
  { itemsById, spellings }: Pick<ReasonContext, 'itemsById' | 'spellings'>,
): Sentence | null {
  const item = itemsById.get(itemId);
  if (item === undefined) return null;
  const { title } = spelledTitle(item, spellings, recognised);
  const shared = plain(sharedText(common, title));
  if (!common.lovedTogether || common.creator !== null || common.series !== null)
    return [plain(because), emphasised(title), shared];
  const { peopleWhoLove, tendToLove } = picksText.reason;
  return [plain(peopleWhoLove), emphasised(title), plain(asTheyDo + tendToLove), shared];
}

/** Everyone's rating, with the number of votes where it is known. */
export function crowdParts(
  { rating, count }: Pick<Extract<Reason, { type: 'crowd' }>, 'rating' | 'count'>,
  formatRating: ReasonContext['formatRating'],
): Sentence {
  const words = picksText.reason;
  const shown = formatRating(rating);
  return [plain(count === null || count <= 0 ? words.crowd(shown) : words.crowdCounted(shown, count))];
}

/** What speaks for the thing whoever it goes to: the owner's rating. */
function factsOf({ item, formatRating }: ReasonContext): readonly string[] {
  const { ownRating } = item;
  return ownRating !== null && isLiked(ownRating) ? [picksText.reason.yours(formatRating(ownRating))] : [];
}
