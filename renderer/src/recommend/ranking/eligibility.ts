import type { ItemIndex } from '../item-index';
import type { CandidateContext } from '../../domain/recommendation-request';
import { onlyChosen } from '../../domain/taste-history';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import { holdsPhrase } from '../../domain/holds-phrase';
import { compareThings } from '../../identity/compare-things';
import type { Thing } from '../../identity/same-facts';
import type { ItemNames } from '../encoding/item-names';

/** A thing that may be sent. */
export interface EligibleItem {
  readonly row: ItemIndex;
  readonly ownRating: number | null;
}

/** With fewer ratings than this in the library, a missing rating is no evidence against an item. */
const MIN_RATINGS = 20;
/**
 * Good enough to send, and below "liked" on purpose: on ten points many give 7 to what they recommend. In an export of
 * 774 films 550 have 7 and more, 167 have 8 and more.
 */
const MIN_WELL_RATED = 0.7;

/**
 * The candidates that may be offered to a person: well rated by the owner; not met, sent or declined; not avoided; no
 * other edition of such an item; no later part of a series the person has not begun.
 * @param enough how many are wanted: where fewer are well rated, unrated ones are offered too.
 */
export function eligibleItems(
  candidates: readonly CandidateContext[],
  profile: TasteProfile,
  library: EncodedLibrary,
  enough: number,
): readonly EligibleItem[] {
  const allowed = allowedItems(candidates, profile, library);
  const rated = candidates.filter(({ ownRating }) => ownRating !== null).length;
  const well = allowed.filter(({ ownRating }) => ownRating !== null && ownRating >= MIN_WELL_RATED);
  if (rated >= MIN_RATINGS && well.length >= enough) return well;
  return allowed.filter(({ ownRating }) => ownRating === null || ownRating >= MIN_WELL_RATED);
}

/** The same without the owner's rating: for an item that the owner chose. */
export function allowedItems(
  candidates: readonly CandidateContext[],
  profile: TasteProfile,
  library: EncodedLibrary,
): readonly EligibleItem[] {
  const met = metItems(profile, library);
  const avoided = profile.avoidedTags.map((tag) => library.text.phrase(tag)).filter((tag) => tag !== '');
  const found = candidates.flatMap(({ itemId, ownRating }): readonly EligibleItem[] => {
    const row = library.rowOf(itemId);
    return row === undefined ? [] : [{ row, ownRating }];
  });
  const firstParts = lowestParts(found, library);
  const allowed: EligibleItem[] = [];
  for (const { row, ownRating } of found) {
    if (met.rows.has(row)) continue;
    const names = library.names(row);
    if (avoided.some((tag) => holdsPhrase(names.kind, tag) || names.tags.some((own) => holdsPhrase(own, tag))))
      continue;
    const known = names.titleKeys.flatMap((key) => met.byTitle.get(key) ?? []);
    if (known.some((other) => mayBeSameWork(library.item(row), library.item(other)))) continue;
    if (comesTooEarly(names, firstParts, met.parts)) continue;
    allowed.push({ row, ownRating });
  }
  return allowed;
}

/** Whether two items are one work, or may be: what a person may have met already is not offered as new. */
export const mayBeSameWork = (left: Thing, right: Thing): boolean =>
  compareThings(left, right, 'two-sources').verdict !== 'different';

interface MetItems {
  readonly rows: ReadonlySet<ItemIndex>;
  /** By every key of their titles. */
  readonly byTitle: ReadonlyMap<string, readonly ItemIndex[]>;
  /** Highest part met of each series. */
  readonly parts: ReadonlyMap<string, number>;
}

function metItems(profile: TasteProfile, library: EncodedLibrary): MetItems {
  const rows = new Set<ItemIndex>();
  // That they would pick it says nothing of whether they know it.
  const guessed = onlyChosen(profile.reactions);
  for (const { itemId } of profile.events) if (!guessed.has(itemId)) addRow(rows, library.rowOf(itemId));
  for (const itemId of profile.excludedItemIds) addRow(rows, library.rowOf(itemId));
  const byTitle = new Map<string, ItemIndex[]>();
  const parts = new Map<string, number>();
  for (const row of rows) {
    const names = library.names(row);
    for (const key of names.titleKeys) byTitle.set(key, [...(byTitle.get(key) ?? []), row]);
    for (const series of names.seriesKeys) parts.set(series, Math.max(parts.get(series) ?? 0, names.part ?? 1));
  }
  return { rows, byTitle, parts };
}

function addRow(rows: Set<ItemIndex>, row: ItemIndex | undefined): void {
  if (row !== undefined) rows.add(row);
}

/** The lowest part of each series among the items; a title without a number is part 1. */
function lowestParts(items: readonly EligibleItem[], library: EncodedLibrary): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const { row } of items) {
    const { seriesKeys, part } = library.names(row);
    for (const series of seriesKeys)
      lowest.set(series, Math.min(lowest.get(series) ?? Number.POSITIVE_INFINITY, part ?? 1));
  }
  return lowest;
}

/**
 * A later part is offered only to somebody who met the part before it, if the library has an earlier part or the person
 * met one.
 */
function comesTooEarly(
  { seriesKeys, part }: ItemNames,
  lowest: ReadonlyMap<string, number>,
  met: ReadonlyMap<string, number>,
): boolean {
  if (part === null || part <= 1) return false;
  return seriesKeys.some((series) => {
    const reached = met.get(series) ?? 0;
    return reached < part - 1 && (reached > 0 || (lowest.get(series) ?? part) < part);
  });
}
