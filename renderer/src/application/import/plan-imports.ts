import type { TasteEvent } from '../../domain/event';
import { itemId } from '../../domain/ids';
import type { ImportPlan } from '../../domain/import-plan';
import type { ImportAnalysis } from '../../domain/imported-row';
import { completeItem, type Item } from '../../domain/item';
import { planImport } from '../../importing/plan/merge-plan';

export interface PlannedAnalysis {
  readonly analysis: ImportAnalysis;
  readonly plan: ImportPlan;
}

/**
 * Plans several exports as they will be applied: one after the other, each seeing what those before it will have
 * added, so that a film in two exports counts as new once. `items` is every item of the library, `now` epoch
 * milliseconds.
 */
export function planImports(
  analyses: readonly ImportAnalysis[],
  items: readonly Item[],
  ownerEvents: readonly TasteEvent[],
  now: number,
): readonly PlannedAnalysis[] {
  let known = items;
  return analyses.map((analysis, index) => {
    const plan = planImport(analysis, known, now, ownerEvents);
    const patches = new Map(plan.changes.map((change) => [change.itemId, change.patch]));
    known = [
      ...known.map((item) => ({ ...item, ...patches.get(item.id) })),
      ...plan.additions.map((addition, place) =>
        completeItem(addition.draft, itemId(`preview-${String(index)}-${String(place)}`), now),
      ),
    ];
    return { analysis, plan };
  });
}

/** Number of items that one plan adds or changes. */
export const planSize = ({ additions, changes }: ImportPlan): number => additions.length + changes.length;

/** True where applying the plan writes nothing. */
export const isEmptyPlan = (plan: ImportPlan): boolean => planSize(plan) === 0 && plan.list === null;

/** Number of lists that all plans together create. */
export const countLists = (plans: readonly PlannedAnalysis[]): number =>
  plans.filter(({ plan }) => plan.list !== null).length;

/** Number of items that all plans together add or change. */
export const totalSize = (plans: readonly PlannedAnalysis[]): number =>
  plans.reduce((sum, { plan }) => sum + planSize(plan), 0);
