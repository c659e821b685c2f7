import type { Mutation } from '../mutation';

const BACKTEST_TEST = 'tests/unit/recommend/evaluating/backtest.test.ts';
const COMPARE = 'renderer/src/recommend/evaluating/compare-methods.ts';
const COMPARE_TEST = 'tests/unit/recommend/evaluating/compare-methods.test.ts';

const BETTER_WAY_TEST = 'tests/contract/better-way.test.ts';

/** What the Trust page claims, and what picks would be ordered by because of it. */
export const trust: readonly Mutation[] = [
  {
    name: 'simple ways see the opinion they are asked to predict',
    why: 'They would look far better than they are, and picks would follow them.',
    file: 'renderer/src/recommend/evaluating/simple-ways.ts',
    find: 'tasteHistory(reactions.slice(0, judgement.reaction))',
    replacement: 'tasteHistory(reactions.slice(0, judgement.reaction + 1))',
    killedBy: [{ file: BACKTEST_TEST, test: 'backtest shows no simple way the answer it is asked for' }],
  },
  {
    name: 'the best of four simple ways is believed as if it had been the only one',
    why: 'By luck alone a simple way would take over the picks of every tenth person.',
    file: COMPARE,
    find: 'value + reach * widened * error',
    replacement: 'value + NORMAL * error',
    killedBy: [
      {
        file: COMPARE_TEST,
        test: 'compareMethods seldom takes luck for a finding, though there are four ways to be lucky',
      },
    ],
  },
  {
    name: 'Handpicked is called better than the simple ways because its figure is higher',
    why: 'The page would praise the program where it was lucky.',
    file: COMPARE,
    find: 'value - NORMAL * widened * error',
    replacement: 'value - 0 * error',
    killedBy: [{ file: COMPARE_TEST, test: 'compareMethods is better only where it is better than each simple way' }],
  },
  {
    name: 'a simple way orders before the interval says so',
    why: 'Picks would change hands with every few opinions.',
    file: 'renderer/src/recommend/evaluating/better-way.ts',
    find: "verdict === 'worse' &&",
    replacement: "verdict !== 'better' &&",
    killedBy: [
      {
        file: 'tests/unit/recommend/evaluating/better-way.test.ts',
        test: 'guideOf is Handpicked unless a simple way is better for the person',
      },
    ],
  },
  {
    name: 'Trust calls a simple way the better guide, and the picks do not follow it',
    why: '“Your picks lean on it” would be a lie.',
    file: 'renderer/src/recommend/ranking/assessment.ts',
    find: 'better === null ? logOdds',
    replacement: 'better !== undefined ? logOdds',
    killedBy: [
      {
        file: BETTER_WAY_TEST,
        test: 'where a simple way is the better guide for a person the chances are dealt out in its order, the same ones as without it',
      },
    ],
  },
  {
    name: '“Why this?” leaves out what the better guide moved',
    why: 'The lines would add up to another chance than the one on the card.',
    file: 'renderer/src/recommend/explaining/breakdown.ts',
    find: '      ...guideLines(assessment, index),\n',
    replacement: '',
    killedBy: [
      {
        file: BETTER_WAY_TEST,
        test: 'where a simple way is the better guide for a person a line of the breakdown says so, and the lines still add up to the chance shown',
      },
    ],
  },
];
