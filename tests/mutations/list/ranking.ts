import type { Mutation } from '../mutation';

const ASSESSMENT = 'tests/unit/recommend/ranking/assessment.test.ts';
const OWN_PILE =
  'a recommender with a model that knows the kind from a pile of their own, offers what they may well know, but not what they said they know';
const BEHAVIOUR = 'tests/contract/recommender-behaviour.test.ts';

/** What the order of the picks rests on. */
export const ranking: readonly Mutation[] = [
  {
    name: 'what the model does not recognise is trusted in full',
    why: 'New things would be placed with a certainty that nothing supports.',
    file: 'renderer/src/recommend/ranking/assessment.ts',
    find: 'UNRECOGNISED_TRUST = 0.6',
    replacement: 'UNRECOGNISED_TRUST = 1',
    killedBy: [
      {
        file: ASSESSMENT,
        test: 'an assessment counts what the model says of an item it does not recognise .6 of the same words on one that it does',
      },
    ],
    short: true,
  },
  {
    name: 'from a pile of their own, what somebody may know ranks low',
    why: 'People choose from what they have at home; that they have heard of it is no reason against it.',
    file: 'renderer/src/recommend/ranking/assessor.ts',
    find: "purpose === 'own' ? null :",
    replacement: "purpose === 'own' && others === undefined ? null :",
    killedBy: [{ file: BEHAVIOUR, test: OWN_PILE }],
    short: true,
  },
  {
    name: 'from a pile of their own, somebody is offered what they said they know',
    why: '“Knows it already” would change nothing.',
    file: 'renderer/src/recommend/recommender.ts',
    find: '? allowedItems(candidates, profile, this.#library)',
    replacement: '? allowedItems(candidates, { ...profile, excludedItemIds: [] }, this.#library)',
    killedBy: [{ file: BEHAVIOUR, test: OWN_PILE }],
  },
];
