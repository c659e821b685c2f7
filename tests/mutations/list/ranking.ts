import type { Mutation } from '../mutation';

const ASSESSMENT = 'tests/unit/recommend/ranking/assessment.test.ts';
const OWN_PILE =
  'a recommender with a model that knows the kind from a pile of their own, offers what they may well know, but not what they said they know';
const LEARNING = 'tests/contract/learning-behaviour.test.ts';
const BEHAVIOUR = 'tests/contract/recommender-behaviour.test.ts';

/** What the order of the picks rests on. */
export const ranking: readonly Mutation[] = [
  {
    name: 'the order forgets what they would choose',
    why: 'Everybody would get the same well-liked things.',
    file: 'renderer/src/recommend/ranking/assessment.ts',
    find: 'distinctInterest.map((value, index) => valueOf(value,',
    replacement: 'distinctInterest.map((value, index) => valueOf(0 * value,',
    killedBy: [
      {
        file: LEARNING,
        test: 'learning with a model that knows the kind ranks by interest, liking and not knowing, as the breakdown has them',
      },
    ],
    short: true,
  },
  {
    name: "the owner's rating passes for evidence of what a friend would like",
    why: 'The chance on the card would be the owner’s taste.',
    file: 'renderer/src/recommend/ranking/assessment.ts',
    find: 'dealt.map(sigmoid)',
    replacement: 'dealt.map((value, index) => sigmoid(value + (items[index]?.ownRating ?? 0)))',
    killedBy: [
      {
        file: ASSESSMENT,
        test: 'an assessment keeps what a person would choose apart from whether they would like it',
      },
    ],
  },
  {
    name: 'from a pile of their own, what somebody may know ranks low',
    why: 'People choose from what they have at home; that they have heard of it is no reason against it.',
    file: 'renderer/src/recommend/ranking/assessor.ts',
    find: "purpose === 'own'\n        ? null",
    replacement: "purpose === 'own' && others === undefined\n        ? null",
    killedBy: [{ file: BEHAVIOUR, test: OWN_PILE }],
  },
  {
    name: 'from a pile of their own, somebody is offered what they said they know',
    why: '“Knows it already” would change nothing.',
    file: 'renderer/src/recommend/recommender.ts',
    find: '? allowedItems(candidates, profile, this.#library)',
    replacement: '? allowedItems(candidates, { ...profile, excludedItemIds: [] }, this.#library)',
    killedBy: [{ file: BEHAVIOUR, test: OWN_PILE }],
  },
  {
    name: 'a list says more of a later thing than of an earlier one',
    why: '“Good fit, excellent fit, fair fit” is no order that anybody can follow.',
    file: 'renderer/src/application/picks/best-first.ts',
    find: 'levelOf(right) - levelOf(left) || ',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/application/picks/best-first.test.ts',
        test: 'never says more of a later thing than of an earlier one: the words come before the score',
      },
    ],
  },
];
