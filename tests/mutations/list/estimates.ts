import type { Mutation } from '../mutation';

const ESTIMATING = 'renderer/src/recommend/estimating/';
const UNIT = 'tests/unit/recommend/estimating/';

/** What is said of a thing in numbers: would they like it, would they choose it, do they know it. */
export const estimates: readonly Mutation[] = [
  {
    name: 'an estimate forgets the level of its kind',
    why: 'Every chance on a card would be wrong by the same amount, and nothing would look odd.',
    file: `${ESTIMATING}estimates.ts`,
    find: '(group) => interceptOf(of, group)',
    replacement: '() => 0',
    killedBy: [
      {
        file: `${UNIT}estimates.test.ts`,
        test: "an estimate adds the intercept of a thing's kind to weight times feature",
      },
      {
        file: `${UNIT}estimates.test.ts`,
        test: 'an estimate is the intercept where nothing is known, and 0 where there is none',
      },
    ],
  },
  {
    name: 'weights of a kind are ignored',
    why: 'Books would be judged by what was found of films.',
    file: `${ESTIMATING}estimates.ts`,
    find: "weights[name] + ((ownValue(groups, group) ?? groups[''])?.[name] ?? 0)",
    replacement: 'weights[name] + 0 * Object.keys(groups).indexOf(group)',
    killedBy: [
      {
        file: `${UNIT}estimates.test.ts`,
        test: "an estimate adds the weights of a thing's own group, and those of any other only to groups without their own",
      },
    ],
  },
  {
    name: 'one book is believed about its author as much as twenty',
    why: 'A single five would put everything by its author on top.',
    file: 'renderer/src/recommend/math/shrunk-means.ts',
    find: 'export const SHRINKAGE = 3;',
    replacement: 'export const SHRINKAGE = 1e-9;',
    killedBy: [
      {
        file: `${UNIT}maker-means.test.ts`,
        test: "a person's mean by creator is what is left after their own mean, and believed more with each thing",
      },
      {
        file: `${UNIT}maker-means.test.ts`,
        test: 'generosity is shrunk: one rating says little of how somebody rates',
      },
    ],
  },
  {
    name: 'likeness in tags has the other sign',
    why: 'Lovers of horror would be sent romances.',
    file: `${ESTIMATING}tag-taste.ts`,
    find: 'dot / (length * Math.sqrt(square))',
    replacement: '-dot / (length * Math.sqrt(square))',
    killedBy: [
      {
        file: `${UNIT}tag-taste.test.ts`,
        test: 'likeness in tags is 1 for what has the tags of what was liked, and below 0 for what has the others',
      },
    ],
  },
  {
    name: 'averages of three votes count as those of a million',
    why: 'What three people loved would stand above what everybody loves.',
    file: `${ESTIMATING}feature-values.ts`,
    find: 'count / (count + VOTES_SHRINKAGE)',
    replacement: 'count / (count + 0 * VOTES_SHRINKAGE)',
    killedBy: [
      {
        file: `${UNIT}item-features.test.ts`,
        test: "everybody's average is in deviations of the library, and believed by its votes: half of it at 300, nothing of it at none",
      },
    ],
  },
  {
    name: 'nothing is famous',
    why: '“Probably new to them: The Godfather.”',
    file: `${ESTIMATING}library-statistics.ts`,
    find: 'return table === null ? rank : (table + rank) / 2;',
    replacement: 'return table === null ? 0.5 : 0.5 + 0 * rank;',
    killedBy: [
      {
        file: `${UNIT}item-features.test.ts`,
        test: "fame is the rank of the export's count where the table does not know a thing, less a half",
      },
      {
        file: `${UNIT}library-statistics.test.ts`,
        test: 'fame ranks counts by place, equal ones alike, and needs two',
      },
    ],
  },
  {
    name: 'the order forgets whether they know it',
    why: 'The five picks would be what everybody has seen.',
    file: 'renderer/src/recommend/ranking/value-of-sending.ts',
    find: ' + Math.log(1 - pKnows)',
    replacement: ' + 0 * pKnows',
    killedBy: [
      {
        file: 'tests/unit/recommend/ranking/value-of-sending.test.ts',
        test: 'the value of sending a thing falls with what they may know, most where they nearly surely do',
      },
    ],
  },
  {
    name: 'the order forgets whether they would like it',
    why: 'People would be sent what they would choose and be disappointed by.',
    file: 'renderer/src/recommend/ranking/value-of-sending.ts',
    find: ' + Math.log(chance)',
    replacement: ' + 0 * chance',
    killedBy: [
      {
        file: 'tests/unit/recommend/ranking/value-of-sending.test.ts',
        test: 'the value of sending a thing rises with what they would choose, at least as the odds do, and with what they would like',
      },
    ],
  },
  {
    name: 'what anybody would choose counts whole',
    why: 'Friends of different taste would be sent the same famous things.',
    file: 'renderer/src/recommend/ranking/value-of-sending.ts',
    find: 'export const COMMON_SHARE =',
    replacement: 'export const COMMON_SHARE = 1 + 0 *',
    killedBy: [
      {
        file: 'tests/unit/recommend/ranking/value-of-sending.test.ts',
        test: 'the value of sending a thing counts only a part of what anybody would choose',
      },
    ],
  },
  {
    name: 'the part that holds of anybody hears the person too',
    why: 'Half of what a friend is known to like would be taken off what they are sent.',
    file: `${ESTIMATING}estimates.ts`,
    find: "if (about === 'item' && FEATURES[name].about === 'person') continue;",
    replacement: '',
    killedBy: [
      {
        file: `${UNIT}estimates.test.ts`,
        test: 'an estimate of what holds of anybody leaves out the features about the person',
      },
    ],
  },
  {
    name: 'an answer once read is never read again',
    why: 'Whatever is learned of a friend later would not change what they are said to know.',
    file: 'renderer/src/recommend/learning/knows-answers.ts',
    find: '!== key),',
    replacement: '=== undefined),',
    killedBy: [
      {
        file: 'tests/unit/recommend/learning/knows-answers.test.ts',
        test: 'answers on what was known are encoded once, and again only of the person who changed',
      },
    ],
  },
  {
    name: 'ratings crowd out what a person answered',
    why: 'After the import of a few hundred ratings, “not for them” would be forgotten.',
    file: 'renderer/src/recommend/learning/personal-learning.ts',
    find: "which === 'all' ? () => true : this.#teaches",
    replacement: '() => true',
    killedBy: [
      {
        file: 'tests/unit/recommend/learning/personal-learning.test.ts',
        test: 'learning from reactions remembers a lesson however many ratings came after it',
      },
    ],
  },
];
