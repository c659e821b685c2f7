import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/**
 * A field was added to items. Items stored before get `value`, stated at the migration itself: what the table of fields
 * begins a new item with may change, a released step may not.
 */
export const itemFieldAdded = (version: number, name: string, value: unknown): Migration => ({
  version,
  stores: {},
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'items', (item) => ({ ...item, [name]: value }));
  },
});
