import { MIN_LOVED_WORDS, MIN_LIKED_WORDS, MIN_SO_SO_WORDS } from '../../../domain/taste-thresholds';
import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import { breakdownText } from '../../../text/breakdown';
import { dialInBreakdown } from '../../../text/dials';
import { featureWordsOf } from '../../../text/features';
import type { BreakdownRow } from './breakdown-rows';
import type { TextPart } from '../reasons/reason-text';

/**
 * What a line of a breakdown is about, in words.
 * @param friendName null = the breakdown is about the owner, who reads it
 * @param rated whether the owner has rated the item
 */
export function breakdownLabel(
  { line, count }: Pick<BreakdownRow, 'line' | 'count'>,
  friendName: string | null,
  itemsById: ReadonlyMap<ItemId, Pick<Item, 'title'>>,
  rated: boolean,
): readonly TextPart[] {
  const words = breakdownText;
  switch (line.type) {
    case 'start':
      return [plain(words.start)];
    case 'everybody':
      return [plain(words.everybody(friendName))];
    case 'event': {
      const title = itemsById.get(line.itemId)?.title;
      return [
        plain(opening(line.rating, friendName)),
        title === undefined ? plain(words.gone) : { text: title, emphasis: true },
      ];
    }
    case 'together':
      return [plain(words.together)];
    case 'own-rating':
      return [plain(rated ? words.ownRating : words.notRated)];
    case 'liked-tags':
      return [plain(words.likedTags(friendName))];
    case 'kind':
      return [plain(words.kind)];
    case 'unrecognised':
      return [plain(words.unrecognised)];
    case 'aversion':
      return [plain(words.aversion(friendName))];
    case 'near-duplicate':
      return [plain(words.nearDuplicate(friendName))];
    case 'learned':
      return [plain(words.learned), plain(count > 1 ? words.others(count) : featureWordsOf(line.feature, line.amount))];
    case 'dial':
      return [plain(words.dial), plain(dialInBreakdown(line.dial, line.part))];
  }
}

function opening(rating: number | null, name: string | null): string {
  const words = breakdownText;
  if (rating === null) return words.met(name);
  if (rating >= MIN_LOVED_WORDS) return words.loved(name);
  if (rating >= MIN_LIKED_WORDS) return words.liked(name);
  return rating >= MIN_SO_SO_WORDS ? words.soSo(name) : words.disliked(name);
}

const plain = (text: string): TextPart => ({ text, emphasis: false });
