import type { Migration } from './migration';

/**
 * Only what is looked up is indexed: every index slows an import of thousands of rows, and items are searched in
 * memory. A compound index answers for its first part alone as well (events and shares of one person).
 */
export const firstSchema: Migration = {
  version: 1,
  stores: {
    items: 'id, source',
    people: 'id',
    events: 'id, [personId+itemId], itemId',
    shares: 'id, [personId+itemId], itemId',
    lists: 'id',
    trash: 'id, key',
    actions: '++id',
    actionChanges: '++id, actionId',
    settings: 'key',
  },
};
