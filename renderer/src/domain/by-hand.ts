import type { Item, ItemPatch } from './item';
import { FIELDS, IMPORTED_FIELDS, type ImportedField } from './item-fields/field-names';
import { ownValue } from './own-value';
import { isSameJson } from './same-json';

/**
 * What the owner said of a thing by hand outlasts the file that says otherwise: a rating that was taken back, a note
 * that was deleted, a status. Of facts only what was taken away counts, for an import fills blanks alone.
 */

const isOwners = (name: ImportedField): boolean => ['owner', 'private'].includes(FIELDS[name].scope);

/** A list lost something, or the field is blank now. */
function takesAway(name: ImportedField, before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept: readonly unknown[] = after;
    return before.some((one) => !kept.includes(one));
  }
  return isSameJson(after, FIELDS[name].blank);
}

/** `after`, with the fields marked that the owner has changed by hand since `before`. */
export function markedByHand(before: Item, after: Item, now: number): Item {
  const said = IMPORTED_FIELDS.filter((name) => {
    if (isSameJson(before[name], after[name])) return false;
    return (isOwners(name) && !Array.isArray(after[name])) || takesAway(name, before[name], after[name]);
  });
  return said.length === 0
    ? after
    : { ...after, byHand: { ...after.byHand, ...Object.fromEntries(said.map((name) => [name, now])) } };
}

/** When an export says that something was, epoch milliseconds; null where it does not say. */
export interface StatedDates {
  readonly ratedAt: number | null;
  readonly finishedAt: number | null;
}

/** The patch of an import without what the owner said by hand, unless the export dates it after that. */
export function withoutSaidByHand(patch: ItemPatch, { byHand }: Item, dates: StatedDates): ItemPatch {
  if (Object.keys(byHand).length === 0) return patch;
  const saidAt = (name: string): number | undefined => ownValue(byHand, name);
  const stands = (name: string): boolean => {
    // A thing that is wanted was not finished.
    const at = Math.max(saidAt(name) ?? -Infinity, name === 'finishedAt' ? (saidAt('status') ?? -Infinity) : -Infinity);
    if (at === -Infinity) return false;
    const stated =
      name === 'ownRating' ? dates.ratedAt : name === 'status' || name === 'finishedAt' ? dates.finishedAt : null;
    return stated === null || stated <= at;
  };
  return Object.fromEntries(Object.entries(patch).filter(([name]) => !stands(name)));
}

/**
 * Up to when what an export says of finished days is overruled by hand, epoch milliseconds; -Infinity: it is not. A day
 * was changed or removed, or the owner said that the thing is not finished at all.
 */
export function finishedDaysStandUntil({ byHand, status }: Pick<Item, 'byHand' | 'status'>): number {
  const isDenied = status === 'none' || status === 'wanted';
  return Math.max(
    ownValue(byHand, 'finishedAt') ?? -Infinity,
    isDenied ? (ownValue(byHand, 'status') ?? -Infinity) : -Infinity,
  );
}
