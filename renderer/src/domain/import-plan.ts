import type { TasteEvent, TasteEventDraft } from './event';
import type { ItemId } from './ids';
import type { IdentityEvidence } from './identity-evidence';
import type { Item, ItemDraft, ItemPatch } from './item';
import type { ImportedRow } from './imported-row';

/** A rating that does not count, because another one is later: kept as a dated event beside it. */
export type EarlierRating = Omit<TasteEventDraft, 'itemId'> & Pick<TasteEvent, 'recordedAt' | 'rating' | 'at'>;

export interface PlannedAddition {
  readonly row: ImportedRow;
  /** Rows as they were read, where the owner said that several are this one thing. */
  readonly parts?: readonly ImportedRow[];
  readonly draft: ItemDraft;
  /** The owner's event this row states (rated, finished, wanted, abandoned), without ids of the new item. */
  readonly event: Omit<TasteEventDraft, 'itemId'> | null;
  /** Left out: none. */
  readonly earlierRatings?: readonly EarlierRating[];
  /** Other days on which it was finished, each an event: epoch milliseconds, oldest first. Left out: none. */
  readonly finishedOn?: readonly number[];
}

export interface PlannedChange {
  readonly row: ImportedRow;
  readonly itemId: ItemId;
  /** Only what differs. An import never empties a field nor overwrites what the owner typed later. */
  readonly patch: ItemPatch;
  readonly event: Omit<TasteEventDraft, 'itemId'> | null;
  /** Left out: none. */
  readonly earlierRatings?: readonly EarlierRating[];
  /** Other days on which it was finished, each an event: epoch milliseconds, oldest first. Left out: none. */
  readonly finishedOn?: readonly number[];
}

/** A row whose thing lies in the trash: it is not added again. */
export interface TrashedRow {
  readonly row: ImportedRow;
  readonly itemId: ItemId;
  /** Of the thing in the trash. */
  readonly title: string;
}

/** Something a row may be the same as. */
export interface PossibleTwin {
  /** In the library; null for another row of the same import. */
  readonly itemId: ItemId | null;
  /** As it was read; null for a thing of the library. */
  readonly row: ImportedRow | null;
  readonly facts: Pick<Item, 'kind' | 'title' | 'creators' | 'year'>;
  /** Evidence for and against, the strongest first. */
  readonly evidence: readonly IdentityEvidence[];
}

/** A row that is kept as a new thing because it is not certain whether it is a known one. */
export interface DoubtfulRow {
  /** As it was read. */
  readonly row: ImportedRow;
  readonly mightBe: readonly PossibleTwin[];
}

/** A thing of the library, or a row as it was read. */
export type NamedThing = ItemId | ImportedRow;

/** What the owner said of a doubtful row before anything is written. */
export interface RowAnswer {
  /** What it is; null: none of those that were asked about so far. */
  readonly same: NamedThing | null;
  /** What it is not. */
  readonly different: readonly NamedThing[];
}
/** By row as it was read. */
export type RowAnswers = ReadonlyMap<ImportedRow, RowAnswer>;

/** A list to create. */
export interface PlannedList {
  readonly title: string;
  readonly description: string;
  /** In order, each thing once: an item of the library, or an addition of the same plan. */
  readonly entries: readonly { readonly thing: ItemId | PlannedAddition; readonly annotation: string }[];
}

/** What an import would do: shown first, then applied as it stands, as one action. */
export interface ImportPlan {
  readonly source: string;
  readonly sourceLabel: string;
  readonly additions: readonly PlannedAddition[];
  readonly changes: readonly PlannedChange[];
  readonly unchangedCount: number;
  /** Their rows are among the additions: a doubt is never decided silently. */
  readonly doubtful: readonly DoubtfulRow[];
  readonly trashed: readonly TrashedRow[];
  /** Pairs that the owner said are two things: remembered with both. */
  readonly different: readonly (readonly [ItemId | PlannedAddition, ItemId | PlannedAddition])[];
  /** null: none. A plan with a list changes nothing but what is remembered of answers. */
  readonly list: PlannedList | null;
}
