import { completeEverywhere } from './complete-everywhere';
import type { Migration } from './migration';

/** The dial `familiarity` is called `novelty`, with the same value. */
function renamed(person: object): object {
  const { dials } = person as { readonly dials?: { readonly familiarity?: number } };
  if (dials?.familiarity === undefined) return person;
  const { familiarity, ...others } = dials;
  return { ...person, dials: { novelty: familiarity, ...others } };
}

/** "Familiarity" also meant the chance that a person knows an item; the dial got the field's word. */
export const novelty: Migration = {
  version: 4,
  stores: {},
  upgrade: async (transaction) => {
    await completeEverywhere(transaction, 'people', renamed);
  },
};
