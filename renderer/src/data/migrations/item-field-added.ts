import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/**
 * A field was added to items: items stored before get `value`. It is written out in the migration, because the default
 * in the table of fields may change and a released migration may not.
 */
export const itemFieldAdded = (version: number, name: string, value: unknown): Migration => ({
  version,
  stores: {},
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'items', (item) => ({ ...item, [name]: value }));
  },
});
