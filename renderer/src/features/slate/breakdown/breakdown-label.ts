import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import { opinionOf } from '../../../domain/taste-scale';
import { breakdownText } from '../../../text/breakdown';
import { dialInBreakdown } from '../../../text/dials';
import { featureWordsOf } from '../../../text/features';
import type { BreakdownRow } from './breakdown-rows';
import { emphasised, plain, type TextPart } from '../reasons/text-part';

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
    case 'crowd':
      return [plain(words.crowd)];
    case 'everybody':
      return [plain(words.everybody(friendName))];
    case 'event': {
      const title = itemsById.get(line.itemId)?.title;
      return [
        plain(words[line.chosen ? 'chosen' : opinionOf(line.rating)](friendName)),
        title === undefined ? plain(words.gone) : emphasised(title),
      ];
    }
    case 'together':
      return [plain(words.together)];
    case 'guide':
      return [plain(words.guide(line.way, friendName))];
    case 'own-rating':
      return [plain(rated ? words.ownRating : words.notRated)];
    case 'liked-tags':
      return [plain(words.likedTags(friendName))];
    case 'kind':
      return [plain(words.kind)];
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
