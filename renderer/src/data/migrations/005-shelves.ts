import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/**
 * Items get shelves, none at first: which of their tags are shelves only importing knows. The row under settings asks
 * the next start to move them (see shelves-in-tags-repository.ts); a library made at this version does not have it.
 */
export const shelves: Migration = {
  version: 5,
  stores: {},
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'items', (item) => ({ ...item, shelves: [] }));
    await transaction.table('settings').put({ key: 'shelves-in-tags', value: 'to be moved' });
  },
};
