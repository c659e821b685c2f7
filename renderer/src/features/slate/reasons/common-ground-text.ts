import type { CommonGround } from '../../../domain/common-ground';
import { picksText } from '../../../text/picks';
import { tagName } from '../../../text/tag-names';
import { phraseOf } from './spelled-like';

/** Shared tags that one reason names at most. */
const TAGS_SHOWN = 2;

/** ", also by Ursula K. Le Guin, in the same series (both: science fiction)": what two things share, in words. */
export function sharedText({ creator, series, tags, likelyTags }: CommonGround, otherTitle: string): string {
  const words = picksText.reason;
  const named = [
    creator === null ? '' : words.alsoBy(creator),
    series === null ? '' : isInTitle(series, otherTitle) ? words.sameSeries : words.alsoIn(series),
  ];
  return named.join('') + tagText(tags, words.both) + tagText(likelyTags, words.bothProbably);
}

/** "Toy Story" of "Toy Story 2": the title says which series it is. */
export const isInTitle = (series: string, title: string): boolean =>
  ` ${phraseOf(title)} `.includes(` ${phraseOf(series)} `);

function tagText(tags: readonly string[], word: (tags: readonly string[]) => string): string {
  return tags.length === 0 ? '' : word(tags.slice(0, TAGS_SHOWN).map(tagName));
}
