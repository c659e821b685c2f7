import { dirname, join } from 'node:path';
import { channelNames, CHANNELS } from '../../renderer/src/recommend/scoring/channels';
import type { ChannelName } from '../../renderer/src/recommend/scoring/channels';
import { EXPORTS, readArguments, refuseUnused, SUITES, USAGE } from './option-table';
import type { Suite } from './option-table';
import { UsageError } from './usage-error';

export type ExportName = (typeof EXPORTS)[number];
export type Mode = 'warm' | 'cold';
export type Crowd = 'off' | 'on';

const DEFAULT_CROWD: Readonly<Record<Suite, Crowd | 'both'>> = {
  ranking: 'off',
  learning: 'off',
  libraries: 'both',
  'own-learning': 'both',
  whom: 'both',
  told: 'both',
  picks: 'on',
  pairs: 'on',
};

export interface BenchmarkOptions {
  /**
   * ranking: everything is ranked at once. learning: months of use, one pick after the other. libraries, whom, told:
   * real people (people/). own-learning: what learning is worth on their libraries (own-learning/). picks: the whole
   * path to five picks (picks/). pairs: two things, which one? (pairs/).
   */
  readonly suite: Suite;
  readonly packs: string;
  /** Names of packs; empty = all. */
  readonly only: readonly string[];
  /** Cases per pack and variant, evenly spread; null = all. */
  readonly limit: number | null;
  readonly modes: readonly Mode[];
  readonly crowds: readonly Crowd[];
  readonly model: string;
  /** Folder of the catalogue; null = without one. */
  readonly catalogue: string | null;
  /** Channels of the score whose weights are set to zero (ablation). */
  readonly without: readonly ChannelName[];
  /** 'all' = one table of every mask that fits a pack. */
  readonly asImported: ExportName | 'all' | null;
  /** Also score every share-rated case with other people's histories. */
  readonly personal: boolean;
  /** Also print how famous the top five are. */
  readonly bias: boolean;
  /** Also print how well things are found by the language of their titles. */
  readonly languages: boolean;
  /** Fits of the estimates that leave out the person judged; null = the bundle's own, of everybody. */
  readonly folds: number | null;
  readonly json: string | null;
  /** Folder of rating sets with train events, for the baselines that are fitted; null = these are left out. */
  readonly data: string | null;
  /** Of the learning suite: only these, and what they are compared with; of pairs: these. Empty = all but the slow. */
  readonly methods: readonly string[];
}

/** @param defaultModel folder of the shipped bundle. Throws UsageError, also for an option that the suite ignores. */
export function parseOptions(given: readonly string[], defaultModel: string): BenchmarkOptions {
  const values = readArguments(given);
  const { packs } = values;
  if (packs === undefined) throw new UsageError(`--packs DIR is missing.\n\n${USAGE}`);
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1))
    throw new UsageError(`--limit takes a whole number above zero, not "${String(values.limit)}".`);
  const suite = oneOf('--suite', values.suite ?? 'ranking', SUITES);
  refuseUnused(values, suite);
  return {
    packs,
    limit,
    suite,
    only: namesIn(values.only),
    methods: namesIn(values.methods),
    modes: oneOrBoth('--mode', values.mode ?? 'warm', ['warm', 'cold']),
    crowds: oneOrBoth('--crowd', values.crowd ?? DEFAULT_CROWD[suite], ['off', 'on']),
    model: values.model ?? defaultModel,
    catalogue: values.catalogue === 'off' ? null : (values.catalogue ?? join(dirname(defaultModel), 'catalogue')),
    without: namesIn(values.without).map((name) => oneOf('--without', name, channelNames(CHANNELS))),
    asImported:
      values['as-imported'] === undefined
        ? null
        : oneOf('--as-imported', values['as-imported'], [...EXPORTS, 'all' as const]),
    personal: values.personal ?? false,
    bias: values.bias ?? false,
    languages: values.languages ?? false,
    folds: values.folds === undefined ? null : Number(values.folds),
    json: values.json ?? null,
    data: values.data ?? null,
  };
}

function namesIn(list = ''): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}; not "${value}".`);
  return found;
}

function oneOrBoth<T extends string>(option: string, value: string, choices: readonly [T, T]): readonly T[] {
  return value === 'both' ? choices : [oneOf(option, value, [...choices, 'both' as T])];
}
