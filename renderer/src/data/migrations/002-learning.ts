import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/** The values of version 2, written out: the defaults of a new person may change, this migration may not. */
const completePerson = (person: object): object => ({
  ...person,
  learning: { pinned: {}, since: null },
  dials: { familiarity: 0, fame: 0, length: 0, kinds: {}, moods: [] },
});

/** Adds dials and learning to people, and the table of slates with a wildcard. */
export const learning: Migration = {
  version: 2,
  stores: { slates: 'id, personId' },
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'people', completePerson);
  },
};
