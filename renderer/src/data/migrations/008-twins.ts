import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/**
 * Items get what the owner says of things that look alike, nothing at first. Events are found by the thing that was
 * passed over as well, because two things that become one take along what names either; hardly any event has one.
 */
export const twins: Migration = {
  version: 8,
  stores: { events: 'id, [personId+itemId], itemId, otherItemId' },
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'items', (item) => ({ ...item, twins: null }));
  },
};
