import type { ActionId } from '../ids';
import type { ActionReceipt } from './action-receipt';

/** The last actions, for Ctrl/Cmd+Z. Survives a reload. */
export interface Journal {
  undo(): Promise<ActionReceipt | null>;
  redo(): Promise<ActionReceipt | null>;
  /** Undoes one action by id where nothing later touched the same rows; otherwise throws `invalid-input` saying so. */
  undoAction(id: ActionId): Promise<ActionReceipt>;
  latest(limit: number): Promise<readonly (ActionReceipt & { readonly at: number; readonly undone: boolean })[]>;
}
