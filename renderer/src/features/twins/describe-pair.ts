import type { TwinPair } from '../../application/twins/twin-finder';
import type { Item } from '../../domain/item';
import { otherRatingCounts } from '../../domain/merge-items';
import { sourceName } from '../../text/source-names';
import { twinsText } from '../../text/twins';
import { formatDate, formatRating, formatYear, type RatingScale } from '../../ui/format';
import { pairLines, type PairLine } from '../../ui/side-by-side/pair-facts';
import type { HangsOn } from './use-hangs-on';

/** "Poems (Ann Vole, 1961)". */
export function describeThing({ title, creators, year }: Pick<Item, 'title' | 'creators' | 'year'>): string {
  const known = [...creators.slice(0, 2), ...(year === null ? [] : [formatYear(year)])].join(', ');
  return known === '' ? title : `${title} (${known})`;
}

export const describePair = ({ things: [one, other] }: TwinPair): string =>
  twinsText.pair(describeThing(one), describeThing(other));

/** Facts, then where each is from and what hangs on it. */
export function linesOf(
  things: readonly [Item, Item],
  hangsOn: readonly [HangsOn, HangsOn] | null,
  scale: RatingScale,
): readonly PairLine[] {
  const line = (label: string, words: readonly [string | null, string | null]): readonly PairLine[] =>
    words[0] === null && words[1] === null ? [] : [{ label, words, differs: false }];
  return [
    ...pairLines(things, scale),
    ...line(twinsText.from, [sourceName(things[0].source), sourceName(things[1].source)]),
    ...line(twinsText.added, [formatDate(things[0].addedAt), formatDate(things[1].addedAt)]),
    ...(hangsOn === null ? [] : line(twinsText.friends, [hangingWords(hangsOn[0]), hangingWords(hangsOn[1])])),
  ];
}

function hangingWords({ statements, shares, lists }: HangsOn): string | null {
  const parts = [
    ...(statements === 0 ? [] : [twinsText.statements(statements)]),
    ...(shares === 0 ? [] : [twinsText.shares(shares)]),
    ...(lists === 0 ? [] : [twinsText.lists(lists)]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** Which of two ratings counts once the first stays and the second goes into it; null where there is no choice. */
export function ratingRemark(
  [stays, goes]: readonly [Item, Item],
  hangsOn: readonly [HangsOn, HangsOn] | null,
  scale: RatingScale,
): string | null {
  if (hangsOn === null || stays.ownRating === null || goes.ownRating === null) return null;
  const [ratedStays, ratedGoes] = [hangsOn[0].rated, hangsOn[1].rated];
  const words = (rating: number, { rated }: HangsOn): string =>
    twinsText.rated(formatRating(rating, scale), rated?.at == null ? null : formatDate(rated.at));
  const [own, other] = [words(stays.ownRating, hangsOn[0]), words(goes.ownRating, hangsOn[1])];
  if (stays.ownRating === goes.ownRating) return null;
  if (ratedStays === null && ratedGoes === null) return twinsText.ratingOfStays(own, other);
  const dated = [ratedStays, ratedGoes].filter((event) => event !== null && event.at !== null).length;
  const sentence = [twinsText.ratingWithoutDates, twinsText.ratingWithDate, twinsText.ratingCounts][dated];
  if (sentence === undefined) return null;
  return otherRatingCounts(stays, goes, ratedStays, ratedGoes) ? sentence(other, own) : sentence(own, other);
}
