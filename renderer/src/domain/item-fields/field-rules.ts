import { foldTag } from '../clean-tags';
import type { Crowd, ItemStatus } from '../item-values';

/** How a field's value is chosen where two records meet: rules named in item-fields.ts. */

const isBlank = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

export const keepFirst = <Value>(first: Value): Value => first;

/** The first value, or the second where the first is null or an empty list. */
export const fillBlank = <Value>(first: Value, second: Value): Value =>
  isBlank(first) && !isBlank(second) ? second : first;

/** How far along a status is; abandoned and finished both end it, and neither overrules the other. */
const PROGRESS: Readonly<Record<ItemStatus, number>> = {
  none: 0,
  wanted: 1,
  'in-progress': 2,
  finished: 3,
  abandoned: 3,
};

/** The status further along; `current` where both are equally far. */
export const furtherStatus = (current: ItemStatus, next: ItemStatus): ItemStatus =>
  PROGRESS[next] > PROGRESS[current] ? next : current;

/**
 * After an import: what was given up is finished where a later export says so with a day or a rating, or else as
 * `furtherStatus`.
 */
export const statusAfter = (
  current: ItemStatus,
  imported: ItemStatus,
  { provesFinished }: { readonly provesFinished: boolean },
): ItemStatus =>
  current === 'abandoned' && imported === 'finished' && provesFinished ? imported : furtherStatus(current, imported);

/** `current`, then those of `next` that are not in it. `current` itself where none is new. */
export function addedTags(current: readonly string[], next: readonly string[]): readonly string[] {
  if (next.every((tag) => current.includes(tag))) return current;
  const known = new Set(current.map(foldTag));
  const added = next.filter((tag) => !known.has(foldTag(tag)));
  return added.length === 0 ? current : [...current, ...added];
}

/**
 * Everyone's rating after a later export: the one with more votes, or the newer average where votes are not counted.
 */
export function newerCrowd(current: Crowd | null, next: Crowd | null): Crowd | null {
  if (current === null || next === null) return next ?? current;
  if (next.rating === current.rating && next.count === current.count) return current;
  if (next.count === null) return current.count === null && next.rating !== null ? next : current;
  return current.count === null || next.count > current.count ? next : current;
}

/** Editions inside one export: the first stands unless the second has more votes. */
export const crowdOfEditions = (first: Crowd | null, second: Crowd | null): Crowd | null =>
  first !== null && second?.count == null ? first : newerCrowd(first, second);

/** Both sets of ids; where both have one of a namespace, the first's. The first itself where nothing is added. */
export function addedIdentifiers(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.keys(second).every((name) => Object.hasOwn(first, name)) ? first : { ...second, ...first };
}

/** Epoch milliseconds; null = no date. */
export const laterDate = (first: number | null, second: number | null): number | null =>
  first === null || second === null ? (first ?? second) : Math.max(first, second);
export const earlierDate = (first: number | null, second: number | null): number | null =>
  first === null || second === null ? (first ?? second) : Math.min(first, second);

/** Both notes as two paragraphs; one of them where it contains the other. */
export function joinedNotes(first: string | null, second: string | null): string | null {
  if (first === null || second === null || first.includes(second)) return first ?? second;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}
