import type { ActionId } from '../ids';
import type { ActionReceipt } from './action-receipt';

/** Actions that are asked for by themselves: of the others only the last one matters. */
export const ACTION_KINDS = ['import'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export interface PastAction extends ActionReceipt {
  readonly at: number;
  readonly undone: boolean;
}

/** The last actions, for Ctrl/Cmd+Z. Survives a reload. */
export interface Journal {
  undo(): Promise<ActionReceipt | null>;
  redo(): Promise<ActionReceipt | null>;
  /** Undoes one action by id where nothing later touched the same rows; otherwise throws `invalid-input` saying so. */
  undoAction(id: ActionId): Promise<ActionReceipt>;
  /** Newest first. @param kind only those */
  latest(limit: number, kind?: ActionKind): Promise<readonly PastAction[]>;
}
