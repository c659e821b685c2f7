import type { ItemId, ListId } from '../ids';
import type { ImportPlan } from '../import-plan';
import type { ActionReceipt } from './action-receipt';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

export interface ImportReceipt extends ActionReceipt {
  /** The list that was created; null where the plan has none. */
  readonly listId: ListId | null;
  /** What was added or changed. */
  readonly itemIds: readonly ItemId[];
}

export interface ImportsRepository {
  /** One transaction, one action, one undo. A cancel or an error leaves the database as it was. */
  applyImport(
    plan: ImportPlan,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void },
  ): Promise<ImportReceipt>;
}
