import type { ItemId } from '../ids';
import type { PastePlan } from '../paste-plan';
import type { ActionReceipt } from './action-receipt';

export interface PasteReceipt extends ActionReceipt {
  /** What is new. */
  readonly itemIds: readonly ItemId[];
}

export interface PastesRepository {
  /**
   * One action for all of it. What is there stays as it is; `not-found` where the friend or the list is gone, and then
   * nothing is written.
   */
  addPasted(plan: PastePlan): Promise<PasteReceipt>;
}
