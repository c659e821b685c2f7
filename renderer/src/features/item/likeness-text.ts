import type { CommonGround } from '../../domain/common-ground';
import { itemText } from '../../text/item';
import { formatList } from '../../ui/format';
import { isInTitle } from '../slate/reasons/common-ground-text';

const TAGS_SHOWN = 3;

/** Why a thing is like another one: "Also by Ursula K. Le Guin · Both: science fiction". Empty: nothing to name. */
export function likenessText(
  { creator, series, tags, likelyTags, lovedTogether }: CommonGround,
  otherTitle: string,
): string {
  const words = itemText.inCommon;
  const listed = (found: readonly string[], word: (tags: string) => string): string =>
    found.length === 0 ? '' : word(formatList(found.slice(0, TAGS_SHOWN)));
  return [
    creator === null ? '' : words.alsoBy(creator),
    series === null ? '' : isInTitle(series, otherTitle) ? words.sameSeries : words.alsoIn(series),
    listed(tags, words.both),
    listed(likelyTags, words.bothProbably),
    lovedTogether ? words.lovedTogether : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
