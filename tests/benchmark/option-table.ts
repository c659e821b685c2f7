import { parseArgs } from 'node:util';
import { channelNames, CHANNELS } from '../../renderer/src/recommend/scoring/channels';
import { UsageError } from './usage-error';

export const EXPORTS = ['goodreads', 'letterboxd', 'imdb', 'music'] as const;
export const SUITES = ['ranking', 'learning', 'libraries', 'own-learning', 'whom', 'told', 'picks', 'pairs'] as const;
export type Suite = (typeof SUITES)[number];

interface OptionFacts {
  readonly type: 'string' | 'boolean';
  /** How its value is written in the usage; '' for a flag. */
  readonly value: string;
  /** Suites that use it; the others refuse it. */
  readonly of: readonly Suite[];
  readonly says: string;
}

/** Every option: which suite takes it, and what the usage says of it. */
export const OPTIONS = {
  suite: { type: 'string', value: 'NAME', of: SUITES, says: 'what is measured (default ranking)' },
  packs: {
    type: 'string',
    value: 'DIR',
    of: SUITES,
    says: 'a folder of pack folders, each with items.jsonl.gz and cases.jsonl.gz',
  },
  only: { type: 'string', value: 'NAME,NAME', of: SUITES, says: 'only these packs' },
  limit: {
    type: 'string',
    value: 'N',
    of: SUITES,
    says: 'N cases of each variant in each pack, evenly spread; learning: at random; picks: curators; pairs: friends',
  },
  mode: {
    type: 'string',
    value: 'warm|cold|both',
    of: ['ranking'],
    says: 'with or without the known-item table (default warm)',
  },
  crowd: {
    type: 'string',
    value: 'off|on|both',
    of: SUITES,
    says: 'whether "handpicked" may see the crowd columns (default off; of real people both; picks on)',
  },
  model: { type: 'string', value: 'DIR', of: SUITES, says: 'the bundle (default models/taste)' },
  catalogue: {
    type: 'string',
    value: 'DIR|off',
    of: ['ranking', 'libraries', 'own-learning', 'whom', 'told', 'picks', 'pairs'],
    says: 'what describes things besides their own facts, as in the app (default models/catalogue)',
  },
  without: {
    type: 'string',
    value: 'CHANNEL,CHANNEL',
    of: SUITES,
    says: `set these channels' weights to zero (${channelNames(CHANNELS).join(', ')})`,
  },
  'as-imported': {
    type: 'string',
    value: `${EXPORTS.join('|')}|all`,
    of: ['ranking', 'learning'],
    says: 'mask items to what such an export carries; all (ranking): every mask that fits a pack, in one table',
  },
  personal: {
    type: 'boolean',
    value: '',
    of: ['ranking'],
    says: 'share-rated also with the histories of 20 other people (20 times the encodes)',
  },
  bias: { type: 'boolean', value: '', of: ['ranking'], says: 'print how famous the top five are' },
  languages: {
    type: 'boolean',
    value: '',
    of: ['ranking'],
    says: 'print how well things are found by the language of their titles',
  },
  methods: {
    type: 'string',
    value: 'NAME,NAME',
    of: ['learning', 'pairs'],
    says: 'only these methods (learning: and those they are compared with)',
  },
  data: {
    type: 'string',
    value: 'DIR',
    of: ['libraries', 'whom', 'told'],
    says: 'rating sets whose train events the fitted baselines need',
  },
  folds: {
    type: 'string',
    value: 'N',
    of: ['libraries', 'whom', 'told'],
    says: 'of N fits of the estimates use the one without the person judged (5 ship with the benchmark)',
  },
  json: { type: 'string', value: 'FILE', of: SUITES, says: 'write the rows as one JSON array' },
} as const satisfies Readonly<Record<string, OptionFacts>>;

export type OptionName = keyof typeof OPTIONS;

const SUITES_SAY: Readonly<Record<Suite, string>> = {
  ranking: 'rank everything at once',
  learning: 'replay months of use pick by pick',
  libraries: "real people's libraries: later ratings, and between two people",
  'own-learning': "what learning from a person's own ratings is worth, on real libraries",
  whom: 'one thing, several friends; two friends, two things',
  told: 'recommendations in talks, and whether the film was known already',
  picks: 'five picks for invented friends of one genre and for real ones',
  pairs: 'picks after some answers to “which would you pick?”, by how the pairs are chosen',
};

export const USAGE = [
  'Usage: npm run benchmark -- --packs DIR [options]',
  inColumns(SUITES.map((suite) => [`--suite ${suite}`, SUITES_SAY[suite]])),
  inColumns(
    Object.entries<OptionFacts>(OPTIONS).map(([name, { value, of, says }]) => [
      `--${name} ${value}`.trim(),
      of.length === SUITES.length ? says : `${says} [${of.join(', ')}]`,
    ]),
  ),
].join('\n\n');

function inColumns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([first]) => first.length));
  return lines.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n');
}

/** The options as given. Throws UsageError for one that does not exist or that is given no value. */
export function readArguments(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** Throws UsageError where an option is given that would be ignored. */
export function refuseUnused(given: Readonly<Partial<Record<OptionName, unknown>>>, suite: Suite): void {
  for (const [name, { of }] of Object.entries<OptionFacts>(OPTIONS))
    if (given[name as OptionName] !== undefined && !of.includes(suite))
      throw new UsageError(`The suite ${suite} does not use --${name}; it is for ${of.join(', ')}.`);
}
