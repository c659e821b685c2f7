import type { EntryId } from '../ids';
import type { Item } from '../item';
import type { ActionReceipt } from './action-receipt';

export const TRASHED_TYPES = ['item', 'person', 'share', 'list'] as const;

export interface TrashEntry {
  readonly id: EntryId;
  /** Id of what was deleted. */
  readonly key: string;
  readonly type: (typeof TRASHED_TYPES)[number];
  readonly title: string;
  readonly deletedAt: number;
}

export interface TrashRepository {
  all(): Promise<readonly TrashEntry[]>;
  /** The things that lie in it. */
  items(): Promise<readonly Item[]>;
  /** A thing that is in the library again meanwhile becomes one with it. */
  restore(id: EntryId): Promise<ActionReceipt>;
  /** Final, and not undoable: the window asks first. */
  empty(): Promise<void>;
}
