import { parseArgs } from 'node:util';
import { channelNames, CHANNELS } from '../../renderer/src/recommend/scoring/channels';
import type { ChannelName } from '../../renderer/src/recommend/scoring/channels';

export const EXPORTS = ['goodreads', 'letterboxd', 'imdb', 'music'] as const;
export type ExportName = (typeof EXPORTS)[number];
export type Mode = 'warm' | 'cold';
export type Crowd = 'off' | 'on';

export const SUITES = ['ranking', 'learning', 'libraries', 'whom', 'told', 'picks'] as const;
export type Suite = (typeof SUITES)[number];

const DEFAULT_CROWD: Readonly<Record<Suite, Crowd | 'both'>> = {
  ranking: 'off',
  learning: 'off',
  libraries: 'both',
  whom: 'both',
  told: 'both',
  picks: 'on',
};

export interface BenchmarkOptions {
  /**
   * ranking: everything is ranked at once. learning: months of use, one pick after the other. libraries, whom, told:
   * real people (people/). picks: the whole path to five picks (picks/).
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
  readonly json: string | null;
  /** Folder of rating sets with train events, for the baselines that are fitted; null = these are left out. */
  readonly data: string | null;
  /** Of the learning suite: only these methods, and what they are compared with; empty = all. */
  readonly methods: readonly string[];
}

export const USAGE = `npm run benchmark -- --packs DIR [options]

  --suite ranking      rank everything at once (default)
  --suite learning     replay months of use pick by pick
  --suite libraries    real people's libraries: later ratings, and between two people
  --suite whom         one thing, several friends; two friends, two things
  --suite told         recommendations in talks, and whether the film was known already
  --suite picks        five picks for invented friends of one genre and for real ones
  --packs DIR          a folder of pack folders, each with items.jsonl.gz and cases.jsonl.gz
  --only NAME,NAME     only these packs
  --limit N            N cases of each variant in each pack, evenly spread; learning: N cases of each sort, at random; picks: N curators
  --mode warm|cold|both    with or without the known-item table (default warm)
  --crowd off|on|both      whether "handpicked" may see the crowd columns (default off; with real people both, with picks on)
  --model DIR          the bundle (default models/taste)
  --without CHANNEL,CHANNEL  set these channels' weights to zero (${channelNames(CHANNELS).join(', ')})
  --as-imported ${EXPORTS.join('|')}   mask items to what such an export carries
  --as-imported all    every mask that fits a pack, in one table
  --personal           share-rated also with the histories of 20 other people (20 times the encodes)
  --bias               print how famous the top five are
  --languages          print how well things are found by the language of their titles
  --methods NAME,NAME  learning: only these methods, and those they are compared with
  --data DIR           real people: rating sets whose train events the fitted baselines need
  --json FILE          write the rows as one JSON array`;

/** A mistake on the command line or in a file; only its message is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @param defaultModel folder of the shipped bundle. Throws UsageError. */
export function parseOptions(given: readonly string[], defaultModel: string): BenchmarkOptions {
  const values = readArguments(given);
  const { packs } = values;
  if (packs === undefined) throw new UsageError(`--packs DIR is missing.\n\n${USAGE}`);
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1))
    throw new UsageError(`--limit takes a whole number above zero, not "${String(values.limit)}".`);
  const suite = oneOf('--suite', values.suite ?? 'ranking', SUITES);
  return {
    packs,
    limit,
    suite,
    only: namesIn(values.only),
    methods: namesIn(values.methods),
    modes: oneOrBoth('--mode', values.mode ?? 'warm', ['warm', 'cold']),
    crowds: oneOrBoth('--crowd', values.crowd ?? DEFAULT_CROWD[suite], ['off', 'on']),
    model: values.model ?? defaultModel,
    without: namesIn(values.without).map((name) => oneOf('--without', name, channelNames(CHANNELS))),
    asImported:
      values['as-imported'] === undefined
        ? null
        : oneOf('--as-imported', values['as-imported'], [...EXPORTS, 'all' as const]),
    personal: values.personal ?? false,
    bias: values.bias ?? false,
    languages: values.languages ?? false,
    json: values.json ?? null,
    data: values.data ?? null,
  };
}

function readArguments(given: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...given],
      options: {
        suite: text,
        methods: text,
        packs: text,
        only: text,
        limit: text,
        mode: text,
        crowd: text,
        model: text,
        without: text,
        'as-imported': text,
        json: text,
        data: text,
        personal: flag,
        bias: flag,
        languages: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
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
