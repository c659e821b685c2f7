import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/** Things say how long they are; of those that are there it is not known. */
export const length: Migration = {
  version: 3,
  stores: {},
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'items', (item) => ({ ...item, length: null }));
  },
};
