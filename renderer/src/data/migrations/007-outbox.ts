import type { Migration } from './migration';

/**
 * What changed and is not yet in the journal outside this database, and how far that journal has been read. A library
 * from before has neither: its first start writes a snapshot instead.
 */
export const outbox: Migration = {
  version: 7,
  stores: { outbox: '++id', outside: 'key' },
};
