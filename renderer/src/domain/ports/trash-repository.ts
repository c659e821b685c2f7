import type { EntryId } from '../ids';
import type { ActionReceipt } from './action-receipt';

export interface TrashEntry {
  readonly id: EntryId;
  readonly type: 'item' | 'person' | 'share' | 'list';
  readonly title: string;
  readonly deletedAt: number;
}

export interface TrashRepository {
  all(): Promise<readonly TrashEntry[]>;
  restore(id: EntryId): Promise<ActionReceipt>;
  /** Final, and not undoable: the window asks first. */
  empty(): Promise<void>;
}
