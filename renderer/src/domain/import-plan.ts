import type { TasteEventDraft } from './event';
import type { ItemId } from './ids';
import type { ItemDraft, ItemPatch } from './item';
import type { ImportedRow } from './imported-row';

export interface PlannedAddition {
  readonly row: ImportedRow;
  readonly draft: ItemDraft;
  /** The owner's event this row states (rated, finished, wanted, abandoned), without ids of the new item. */
  readonly event: Omit<TasteEventDraft, 'itemId'> | null;
}

export interface PlannedChange {
  readonly row: ImportedRow;
  readonly itemId: ItemId;
  /** Only what differs. An import never empties a field nor overwrites what the owner typed later. */
  readonly patch: ItemPatch;
  readonly event: Omit<TasteEventDraft, 'itemId'> | null;
}

/** What an import would do: shown first, then applied as it stands, as one action. */
export interface ImportPlan {
  readonly source: string;
  readonly sourceLabel: string;
  readonly additions: readonly PlannedAddition[];
  readonly changes: readonly PlannedChange[];
  readonly unchangedCount: number;
}
