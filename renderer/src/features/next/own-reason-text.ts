import type { Item } from '../../domain/item';
import { isAboutItems } from '../../domain/learning';
import type { Reason } from '../../domain/recommendation';
import { isLiked, isLoved } from '../../domain/taste-scale';
import { likingWords } from '../../text/features';
import { nextText } from '../../text/next';
import { tagName } from '../../text/tag-names';
import { picksText } from '../../text/picks';
import { crowdParts, eventParts, strongestTexts, type EventWords } from '../slate/reasons/reason-text';
import type { ReasonContext } from '../slate/reasons/reason-text';
import { spelledLike } from '../slate/reasons/spelled-like';
import { emphasised, plain, type TextPart } from '../slate/reasons/text-part';

export interface OwnReasonContext extends Omit<ReasonContext, 'friendName' | 'item'> {
  /** The item itself: its tags and creators give the spelling of what the learner knows as a normalised phrase. */
  readonly item: Pick<Item, 'tags' | 'creators'>;
}

/** `reasonTexts` addressed to the owner ("you"): at most `limit`, with the same evidence left out; never none. */
export const ownReasonTexts = (
  reasons: readonly Reason[],
  context: OwnReasonContext,
  limit = 2,
): readonly (readonly TextPart[])[] =>
  strongestTexts(reasons, (reason) => reasonParts(reason, context), limit, [plain(nextText.reason.none)]);

function reasonParts(reason: Reason, context: OwnReasonContext): readonly TextPart[] | null {
  switch (reason.type) {
    case 'event':
      return eventParts(reason, eventWords(reason.rating), context);
    case 'taste':
      return [plain(nextText.reason.taste)];
    case 'liked-tag':
      return [plain(nextText.reason.likesTag), emphasised(tagName(reason.tag))];
    case 'learned':
      return learnedParts(reason, context.item);
    // The owner's rating is a reason to send an item to somebody else; items of the backlog have none.
    case 'own-rating':
      return null;
    case 'crowd':
      return crowdParts(reason, context.formatRating);
  }
}

function eventWords(rating: number | null): EventWords {
  const { loved, liked, met, asYouDo } = nextText.reason;
  if (isLoved(rating)) return { because: loved, asTheyDo: asYouDo.loved };
  return isLiked(rating) ? { because: liked, asTheyDo: asYouDo.liked } : { because: met, asTheyDo: asYouDo.met };
}

function learnedParts(
  { feature, weight }: Extract<Reason, { type: 'learned' }>,
  { tags, creators }: OwnReasonContext['item'],
): readonly TextPart[] | null {
  if (!isAboutItems(feature)) return null;
  const subject = feature.slice(feature.indexOf(':') + 1);
  const creator = feature.startsWith('creator:') ? spelledLike(subject, creators) : undefined;
  const tag = feature.startsWith('tag:') ? spelledLike(subject, tags) : undefined;
  const { subject: learnedWords, more } = likingWords(feature, weight);
  const subjectWords = creator === undefined ? (tag ?? learnedWords) : nextText.reason.thingsBy(creator);
  return [
    plain(nextText.reason.tendsToLike),
    emphasised(subjectWords),
    plain(more ? picksText.reason.more : picksText.reason.less),
  ];
}
