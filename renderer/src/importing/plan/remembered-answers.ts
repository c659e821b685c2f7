import type { ItemId } from '../../domain/ids';
import type { PlannedAddition, RowAnswers } from '../../domain/import-plan';
import type { ImportedRow } from '../../domain/imported-row';
import type { Item, ItemDraft, ItemPatch } from '../../domain/item';
import { descriptionsBeside, knownFacts } from '../../domain/merge-items';
import { isSameJson } from '../../domain/same-json';
import { NO_ANSWERS } from '../../domain/twin-answers';

/**
 * What an item gets so that these rows mean it again: their descriptions, where it lacks them.
 * @param parts rows as they were read
 */
export function rememberedSame(item: Item, parts: readonly ImportedRow[]): Pick<ItemPatch, 'twins'> {
  const { same, different } = item.twins ?? NO_ANSWERS;
  const known = descriptionsBeside(item, [...same, ...parts.map(knownFacts)]);
  return isSameJson(known, same) ? {} : { twins: { same: known, different } };
}

/** Likewise a new thing that several rows are: each of them means it again. */
export function rememberedParts(draft: ItemDraft, row: ImportedRow, parts: readonly ImportedRow[]): ItemDraft {
  const own = knownFacts(row);
  const same = parts.map(knownFacts).filter((facts) => !isSameJson(facts, own));
  return same.length === 0 ? draft : { ...draft, twins: { same, different: [] } };
}

/**
 * Pairs that were said to be two things, as the plan names things; without those that are nowhere.
 * @param thingOf what a row has become; an item, or an addition of the plan
 */
export function differentPairs(
  answers: RowAnswers,
  thingOf: (row: ImportedRow) => ItemId | PlannedAddition | undefined,
): readonly (readonly [ItemId | PlannedAddition, ItemId | PlannedAddition])[] {
  return [...answers].flatMap(([row, { different }]) => {
    const thing = thingOf(row);
    if (thing === undefined) return [];
    return different.flatMap((other) => {
      const named = typeof other === 'string' ? other : thingOf(other);
      return named === undefined || named === thing ? [] : [[thing, named] as const];
    });
  });
}
