import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/** As version 2 has them, written out: what the app begins a new person with may change, this step may not. */
const completePerson = (person: object): object => ({
  ...person,
  learning: { pinned: {}, since: null },
  dials: { familiarity: 0, fame: 0, length: 0, kinds: {}, moods: [] },
});

/** People learn to lean, and slates with a wildcard are kept. */
export const learning: Migration = {
  version: 2,
  stores: { slates: 'id, personId' },
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'people', completePerson);
  },
};
