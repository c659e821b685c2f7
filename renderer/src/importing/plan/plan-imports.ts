import type { TasteEvent } from '../../domain/event';
import { itemId, type ItemId } from '../../domain/ids';
import type { ImportPlan, PlannedAddition, PlannedChange, PossibleTwin, RowAnswers } from '../../domain/import-plan';
import type { ImportAnalysis, ImportedRow } from '../../domain/imported-row';
import { completeItem, type Item, type ItemPatch } from '../../domain/item';
import { plannedEvents } from '../../domain/planned-events';
import { createPreparer, type Preparer } from '../../identity/prepared-thing';
import { createPacer, type Pacer } from '../pacer';
import { planImport } from './merge-plan';
import { NOTHING_SETTLED } from './settled-rows';

export interface PlannedAnalysis {
  readonly analysis: ImportAnalysis;
  readonly plan: ImportPlan;
}

/**
 * Plans several exports as they will be applied: one after the other, each seeing what those before it will have
 * added, so that a film in two exports counts as new once. `items` is every item of the library, `now` epoch
 * milliseconds. Rejects with what the pacer throws, and with nothing else.
 * @param prepare the one that the analyses were made with, if it is still at hand
 */
export async function planImports(
  analyses: readonly ImportAnalysis[],
  items: readonly Item[],
  ownerEvents: readonly TasteEvent[],
  now: number,
  pacer: Pacer = createPacer(),
  prepare: Preparer = createPreparer(),
  answers: RowAnswers = NOTHING_SETTLED.answers,
  inTrash: readonly Item[] = [],
): Promise<readonly PlannedAnalysis[]> {
  const planned: PlannedAnalysis[] = [];
  let known = items;
  let events = ownerEvents;
  // Things that rows of an earlier export become.
  const things = new Map<ImportedRow, ItemId>();
  const rowOf = new Map<ItemId, ImportedRow>();
  for (const [index, analysis] of analyses.entries()) {
    const plan = await planImport(analysis, known, now, events, pacer, prepare, { answers, things }, inTrash);
    planned.push({ analysis, plan: withRows(plan, rowOf) });
    if (index === analyses.length - 1) break;
    const idOf = (place: number): ItemId => itemId(`preview-${String(index)}-${String(place)}`);
    const after = [...events];
    const patches = new Map<ItemId, ItemPatch>();
    await pacer.each(plan.changes, (change) => {
      patches.set(change.itemId, change.patch);
      after.push(...eventsIn(change, change.itemId, plan.source, now));
    });
    const items: Item[] = [];
    await pacer.each(known, (item) => {
      items.push(withPatch(item, patches.get(item.id)));
    });
    await pacer.each(plan.additions, (addition, place) => {
      const id = idOf(place);
      for (const row of rowsOf(addition)) things.set(row, id);
      rowOf.set(id, rowsOf(addition)[0] ?? addition.row);
      items.push(completeItem(addition.draft, id, now));
      after.push(...eventsIn(addition, id, plan.source, now));
    });
    [known, events] = [items, after];
  }
  return planned;
}

/** As they were read. */
export const rowsOf = ({ row, parts }: PlannedAddition): readonly ImportedRow[] => parts ?? [row];

/** What a row may be is named by its row where it has no id before it is written. */
function withRows(plan: ImportPlan, rowOf: ReadonlyMap<ItemId, ImportedRow>): ImportPlan {
  if (rowOf.size === 0 || plan.doubtful.length === 0) return plan;
  const named = (twin: PossibleTwin): PossibleTwin => {
    const row = twin.itemId === null ? undefined : rowOf.get(twin.itemId);
    return row === undefined ? twin : { ...twin, itemId: null, row };
  };
  return { ...plan, doubtful: plan.doubtful.map(({ row, mightBe }) => ({ row, mightBe: mightBe.map(named) })) };
}

/** The events of an addition or a change as they will be; their ids stand for none. */
export const eventsIn = (
  planned: Pick<PlannedChange, 'event' | 'earlierRatings' | 'finishedOn'>,
  id: ItemId,
  source: string,
  now: number,
): readonly TasteEvent[] => plannedEvents(planned, { itemId: id, source, newId: () => `preview-${id}`, now });

/** The item itself where nothing changes, so that it need not be prepared again. */
const withPatch = (item: Item, patch: ItemPatch | undefined): Item =>
  patch === undefined ? item : { ...item, ...patch };

/** Number of items that one plan adds or changes. */
export const planSize = ({ additions, changes }: ImportPlan): number => additions.length + changes.length;

/** True where applying the plan writes nothing. */
export const isEmptyPlan = (plan: ImportPlan): boolean =>
  planSize(plan) === 0 && plan.list === null && plan.different.length === 0;

/** Number of lists that all plans together create. */
export const countLists = (plans: readonly PlannedAnalysis[]): number =>
  plans.filter(({ plan }) => plan.list !== null).length;

/** Number of items that all plans together add or change. */
export const totalSize = (plans: readonly PlannedAnalysis[]): number =>
  plans.reduce((sum, { plan }) => sum + planSize(plan), 0);
