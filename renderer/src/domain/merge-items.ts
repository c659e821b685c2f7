import { NO_LINK, type CatalogueLink } from './catalogue-link';
import { filledIn, UNKNOWN_KIND, withoutFilled } from './enrichment';
import type { TasteEvent } from './event';
import { compareEvents } from './event-order';
import type { ItemId } from './ids';
import type { Item } from './item';
import { pickFields } from './item-fields/field-names';
import { earlierDate } from './item-fields/field-rules';
import { mergeFields } from './item-fields/merge-fields';
import { isSameJson } from './same-json';
import { NO_ANSWERS, type KnownFacts, type TwinAnswers } from './twin-answers';

/** Two things of the library become one: `goes` is no more, and all that hung on it hangs on `stays`. */
export interface Merge {
  readonly stays: ItemId;
  readonly goes: ItemId;
}

/**
 * Which rating counts once the two are one: the only one, else the later one; that of the thing that stays where
 * neither is dated.
 */
export function otherRatingCounts(
  stays: Pick<Item, 'ownRating'>,
  goes: Pick<Item, 'ownRating'>,
  ratedStays: TasteEvent | null,
  ratedGoes: TasteEvent | null,
): boolean {
  if (goes.ownRating === null || stays.ownRating === null) return goes.ownRating !== null;
  if (ratedGoes === null || ratedStays === null) return ratedGoes !== null;
  return compareEvents(ratedStays, ratedGoes) < 0;
}

/**
 * The thing that two become, by the rules of the fields: what `stays` states stands, blanks are filled, tags, shelves
 * and notes added. What the catalogue had filled in gives way to what either owner's source says.
 * @param goesRatingCounts see `otherRatingCounts`
 */
export function mergedItem(stays: Item, goes: Item, goesRatingCounts: boolean, now: number): Item {
  const [own, other] = [withoutFilled(stays), withoutFilled(goes)];
  const merged: Item = {
    ...own,
    ...mergeFields(own, other, { secondRatingWins: goesRatingCounts }),
    ...(own.kind === UNKNOWN_KIND ? { kind: other.kind } : {}),
    inLibrary: stays.inLibrary || goes.inLibrary,
    excludedFromPicks: stays.excludedFromPicks || goes.excludedFromPicks,
    // What an own export has too is no sample any more; nor is what was only known through a friend.
    source: stays.source === 'sample' || (!stays.inLibrary && goes.inLibrary) ? goes.source : stays.source,
    catalogue: null,
    addedAt: earlierDate(stays.addedAt, goes.addedAt) ?? now,
    updatedAt: now,
  };
  const linked = filledAgain(filledAgain(merged, stays), goes);
  return { ...linked, twins: mergedAnswers(linked, stays, goes) };
}

/** What the catalogue had filled in of `from`, where it still lacks. The first entry stands. */
function filledAgain(item: Item, from: Item): Item {
  const link = from.catalogue;
  if (link === null) return item;
  const before: CatalogueLink = item.catalogue ?? NO_LINK;
  const different = [...new Set([...before.different, ...link.different])];
  const isAnother = before.entry.length > 0 && !before.entry.some((key) => link.entry.includes(key));
  if (link.entry.length === 0 || isAnother) return { ...item, catalogue: { ...before, different } };
  return filledIn(
    { ...item, catalogue: { ...before, different } },
    { entry: link.entry, facts: pickFields(from, link.filled), confirmed: true },
  );
}

/** What is compared of a thing or a row, and nothing else. */
export const knownFacts = (from: KnownFacts): KnownFacts => ({
  kind: from.kind,
  title: from.title,
  originalTitle: from.originalTitle,
  creators: from.creators,
  year: from.year,
  series: from.series,
  identifiers: from.identifiers,
});

/** As its owner and their exports describe it. */
export function knownFactsOf(item: Item): KnownFacts {
  return knownFacts(withoutFilled(item));
}

/** Each description once, and none that is the thing's own. */
export function descriptionsBeside(item: Item, descriptions: readonly KnownFacts[]): readonly KnownFacts[] {
  const known: KnownFacts[] = [knownFactsOf(item)];
  for (const facts of descriptions) if (!known.some((other) => isSameJson(other, facts))) known.push(facts);
  return known.slice(1);
}

function mergedAnswers(merged: Item, stays: Item, goes: Item): TwinAnswers {
  const answers = [stays.twins ?? NO_ANSWERS, goes.twins ?? NO_ANSWERS];
  const different = new Set(answers.flatMap((one) => one.different));
  different.delete(stays.id);
  different.delete(goes.id);
  return {
    same: descriptionsBeside(merged, [...answers.flatMap(({ same }) => same), knownFactsOf(stays), knownFactsOf(goes)]),
    different: [...different],
  };
}

/** The item with other things named as different; the item itself where it names them all. */
export function saidDifferent(item: Item, ids: readonly ItemId[]): Item {
  const { same, different } = item.twins ?? NO_ANSWERS;
  const added = ids.filter((id) => id !== item.id && !different.includes(id));
  return added.length === 0 ? item : { ...item, twins: { same, different: [...different, ...added] } };
}

/** True: the owner said that these are two things. */
export const areSaidDifferent = (left: Item, right: Item): boolean =>
  left.twins?.different.includes(right.id) === true || right.twins?.different.includes(left.id) === true;

/**
 * The order in which two are best put together: what is in the library, is rated, has an id elsewhere and more facts
 * stays; else what was there first.
 */
export function staysFirst(left: Item, right: Item): readonly [Item, Item] {
  const weights = [weightOf(left), weightOf(right)] as const;
  for (const [place, weight] of weights[0].entries()) {
    const other = weights[1][place] ?? 0;
    if (weight !== other) return weight > other ? [left, right] : [right, left];
  }
  return left.id <= right.id ? [left, right] : [right, left];
}

function weightOf(item: Item): readonly number[] {
  const { inLibrary, ownRating, creators, year, identifiers, tags, length, originalTitle, source, addedAt } = item;
  return [
    inLibrary ? 1 : 0,
    source === 'sample' ? 0 : 1,
    ownRating === null ? 0 : 1,
    [creators.length > 0, year !== null, Object.keys(identifiers).length > 0, tags.length > 0]
      .concat(length !== null, originalTitle !== null)
      .filter(Boolean).length,
    -addedAt,
  ];
}
