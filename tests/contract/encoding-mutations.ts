/** Mutations of the encoding, one broken rule each: of models/feature-schema.json and of models/README.md. */
import { fmix32, fnv1a32 } from '../../renderer/src/recommend/encoding/hashing';
import { textRules } from '../../renderer/src/recommend/encoding/text';
import type { TextRules } from '../../renderer/src/recommend/encoding/text';
import { COMPARED, CORPUS, ITEMS, WINDOWS } from './encoding-compared';
import type { Compared, EncodingParts } from './encoding-compared';
import { encodingSteps } from './golden-comparisons';
import type { EncodingSteps } from './golden-comparisons';
import type { GoldenFacts, GoldenWindow } from './golden-file';
import { manifestWith } from './manifest-edits';
import { SCHEMA_MUTATIONS } from './schema-mutations';

export interface Mutation {
  readonly rule: string;
  /** The golden test that must turn red. */
  readonly test: string;
  readonly differences: () => readonly string[] | Promise<readonly string[]>;
}

const window =
  (change: (window: GoldenWindow) => GoldenWindow) =>
  ({ windowOf }: EncodingSteps): Partial<EncodingSteps> => ({ windowOf: (events) => change(windowOf(events)) });
/** Makes the gap unknown where `unknown` says so of two consecutive events. */
const gaps =
  (unknown: (at: number, next: number) => boolean) =>
  ({ windowOf }: EncodingSteps): Partial<EncodingSteps> => ({
    windowOf: (events) => {
      const found = windowOf(events);
      const first = found.items.length - events.length;
      return {
        ...found,
        timeGapBuckets: found.timeGapBuckets.map((gap, place) => {
          const [at, next] = [events[place - first]?.at ?? null, events[place - first + 1]?.at ?? null];
          return at !== null && next !== null && unknown(at, next) ? 0 : gap;
        }),
      };
    },
  });
const keysFrom =
  (facts: (facts: GoldenFacts) => GoldenFacts) =>
  ({ keysOf, rowOf }: EncodingSteps): Partial<EncodingSteps> => ({
    keysOf: (given) => keysOf(facts(given)),
    rowOf: (given) => rowOf(facts(given)),
  });

const GRAM = 4;

/** The tokens of one field, computed in another way. */
function field(
  { tokensOf, bucketOf }: EncodingSteps,
  name: keyof typeof PLACES,
  make: (facts: GoldenFacts) => readonly string[],
): Partial<EncodingSteps> {
  const { prefix, start, slots } = PLACES[name];
  return {
    tokensOf: (facts) => {
      const made = make(facts).slice(0, slots);
      return tokensOf(facts).map((token, at) =>
        at <= start || at > start + slots
          ? token
          : made[at - 1 - start] === undefined
            ? 0
            : bucketOf(prefix, made[at - 1 - start] ?? ''),
      );
    },
  };
}
const PLACES = {
  titleWord: { prefix: 'w', start: 0, slots: 12 },
  titleGram: { prefix: 'g', start: 12, slots: 28 },
  tag: { prefix: 't', start: 43, slots: 12 },
  decade: { prefix: 'd', start: 72, slots: 1 },
} as const;

function gramsOf(letters: readonly string[]): readonly string[] {
  const marked = ['^', ...letters, '$'];
  if (letters.length === 0) return [];
  if (marked.length < GRAM) return [marked.join('')];
  return [
    ...new Set(
      Array.from({ length: marked.length - GRAM + 1 }, (_, start) => marked.slice(start, start + GRAM).join('')),
    ),
  ];
}

/** Rules that are code and not values: another step replaces the real one. */
const STEPS: readonly (readonly [
  rule: string,
  test: Compared,
  change: (steps: EncodingSteps, parts: EncodingParts) => Partial<EncodingSteps>,
])[] = [
  [
    'window: the oldest events kept',
    WINDOWS,
    ({ windowOf }) => ({ windowOf: (events) => windowOf(events.slice(0, 50)) }),
  ],
  ['window: newest first', WINDOWS, ({ windowOf }) => ({ windowOf: (events) => windowOf(events.toReversed()) })],
  [
    'window: equal times in another order',
    WINDOWS,
    ({ windowOf }) => ({
      windowOf: (events) => windowOf(events.toReversed().sort((one, other) => (one.at ?? 0) - (other.at ?? 0))),
    }),
  ],
  [
    'window: repeated items counted once',
    WINDOWS,
    ({ windowOf }) => ({
      windowOf: (events) =>
        windowOf(events.filter((event, index) => events.findIndex(({ item }) => item === event.item) === index)),
    }),
  ],
  [
    'ratings: on a scale of ten',
    WINDOWS,
    ({ windowOf }) => ({
      windowOf: (events) =>
        windowOf(events.map((event) => ({ ...event, rating: event.rating === null ? null : event.rating * 10 }))),
    }),
  ],
  [
    'time gaps: since the event before',
    WINDOWS,
    window((found) => ({ ...found, timeGapBuckets: [0, ...found.timeGapBuckets.slice(0, -1)] })),
  ],
  [
    'time gaps: of milliseconds taken for seconds',
    WINDOWS,
    ({ windowOf }) => ({
      windowOf: (events) =>
        windowOf(events.map((event) => ({ ...event, at: event.at === null ? null : event.at * 1000 }))),
    }),
  ],
  ['time gaps: a later event that is older has an unknown gap', WINDOWS, gaps((at, next) => next < at)],
  [
    'time gaps: a missing time is the time before it',
    WINDOWS,
    ({ windowOf }) => ({
      windowOf: (events) =>
        windowOf(
          events.map((event, index) =>
            index > 0 && event.at === null ? { ...event, at: events[index - 1]?.at ?? null } : event,
          ),
        ),
    }),
  ],
  [
    'hash: another FNV basis',
    CORPUS,
    (_, { manifestJson }) => ({
      bucketOf: (prefix, token) =>
        1 + (fmix32(fnv1a32(`${prefix}:${token}`, 0x9747b28c)) % (bucketsOf(manifestJson) - 1)),
    }),
  ],
  [
    'hash: no finaliser',
    CORPUS,
    (_, { manifestJson }) => ({
      bucketOf: (prefix, token) => 1 + (fnv1a32(`${prefix}:${token}`) % (bucketsOf(manifestJson) - 1)),
    }),
  ],
  [
    'hash: no colon',
    CORPUS,
    (_, { manifestJson }) => ({
      bucketOf: (prefix, token) => 1 + (fmix32(fnv1a32(`${prefix}${token}`)) % (bucketsOf(manifestJson) - 1)),
    }),
  ],
  [
    'hash: padding bucket handed out',
    CORPUS,
    (_, { manifestJson }) => ({
      bucketOf: (prefix, token) => fmix32(fnv1a32(`${prefix}:${token}`)) % bucketsOf(manifestJson),
    }),
  ],
  [
    'hash: UTF-16 for UTF-8',
    CORPUS,
    ({ bucketOf }) => ({
      bucketOf: (prefix, token) =>
        bucketOf(
          prefix,
          Array.from({ length: token.length }, (_, at) =>
            String.fromCharCode(token.charCodeAt(at) & 0xff, token.charCodeAt(at) >> 8),
          ).join(''),
        ),
    }),
  ],
  [
    'text: not decomposed again after lower-casing',
    CORPUS,
    ({ text }, { manifestJson }) => ({
      text: { ...text, normalise: (given) => withoutMarks(given, manifestJson).toLowerCase() },
    }),
  ],
  [
    'tokens: repeated words counted again',
    ITEMS,
    (steps) => field(steps, 'titleWord', ({ title }) => steps.text.words(title)),
  ],
  [
    'tokens: sorted instead of in order of appearance',
    ITEMS,
    (_, parts) => withText(parts, (text) => ({ ...text, words: (given) => text.words(given).toSorted() })),
  ],
  [
    'tokens: the year for the decade',
    ITEMS,
    (steps) => field(steps, 'decade', ({ year }) => (year === null ? [] : [String(year)])),
  ],
  [
    'tokens: decade rounded towards zero',
    ITEMS,
    (steps) => field(steps, 'decade', ({ year }) => (year === null ? [] : [String(Math.trunc(year / 10) * 10)])),
  ],
  [
    'tokens: grams by UTF-16 unit',
    ITEMS,
    (steps) => field(steps, 'titleGram', ({ title }) => gramsOf(steps.text.phrase(title).split(''))),
  ],
  [
    'tokens: no gram of a phrase shorter than one',
    ITEMS,
    (steps) =>
      field(steps, 'titleGram', ({ title }) =>
        gramsOf(Array.from(steps.text.phrase(title))).filter((gram) => Array.from(gram).length === GRAM),
      ),
  ],
  [
    'tokens: a tag without words is a token',
    ITEMS,
    (steps) => field(steps, 'tag', ({ tags }) => [...new Set(tags.map((tag) => steps.text.phrase(tag)))]),
  ],
  ['fingerprint: keys in another order', ITEMS, ({ keysOf }) => ({ keysOf: (facts) => keysOf(facts).toReversed() })],
  [
    'fingerprint: the year after before the year before',
    ITEMS,
    ({ keysOf }) => ({
      keysOf: (facts) =>
        keysOf(facts).toSorted((one, other) => Number(one.name === 'year-1') - Number(other.name === 'year-1')),
    }),
  ],
  [
    'fingerprint: all creators in the key',
    ITEMS,
    keysFrom((facts) => ({ ...facts, creators: [facts.creators.join(' ')] })),
  ],
  [
    'fingerprint: title as typed',
    ITEMS,
    (_, parts) => withText(parts, (text) => ({ ...text, phrase: (given) => given })),
  ],
  [
    'fingerprint: a title without words matches',
    ITEMS,
    keysFrom((facts) => ({ ...facts, title: /\p{L}/u.test(facts.title) ? facts.title : 'x' })),
  ],
  [
    'fingerprint: a creator without words makes a key',
    ITEMS,
    (_, parts) =>
      withText(parts, (text) => ({ ...text, phrase: (given) => text.phrase(given) || (given === '🔥' ? '' : 'x') })),
  ],
  [
    'fingerprint: kind as typed',
    ITEMS,
    (_, parts) =>
      withText(parts, (text) => ({
        ...text,
        phrase: (given) => (parts.golden.items.some(({ item }) => item.kind === given) ? given : text.phrase(given)),
      })),
  ],
  [
    'known items: the title key not tried',
    ITEMS,
    ({ rowOf }) => ({ rowOf: (facts) => (facts.year === null && facts.creators.length === 0 ? null : rowOf(facts)) }),
  ],
];

export function encodingMutations(parts: EncodingParts, shipped: EncodingParts): readonly Mutation[] {
  // Corpus buckets are those of the shipped schema's 65,536.
  const partsFor = (test: Compared): EncodingParts => (test === CORPUS ? shipped : parts);
  return [
    ...SCHEMA_MUTATIONS.map(([rule, test, ...edits]): Mutation => ({
      rule,
      test,
      differences: () => {
        const chosen = partsFor(test);
        return COMPARED[test](chosen, encodingSteps(manifestWith(chosen.manifestJson, ...edits), chosen.knownItems));
      },
    })),
    ...STEPS.map(([rule, test, change]): Mutation => ({
      rule,
      test,
      differences: () => {
        const chosen = partsFor(test);
        const steps = encodingSteps(manifestWith(chosen.manifestJson), chosen.knownItems);
        return COMPARED[test](chosen, { ...steps, ...change(steps, chosen) });
      },
    })),
  ];
}

function withText({ manifestJson, knownItems }: EncodingParts, change: (text: TextRules) => TextRules): EncodingSteps {
  const manifest = manifestWith(manifestJson);
  return encodingSteps(manifest, knownItems, change(textRules(manifest.featureSchema.text)));
}

function withoutMarks(given: string, manifestJson: unknown): string {
  const { text } = manifestWith(manifestJson).featureSchema;
  return given.normalize(text.unicodeForm).replace(/\p{M}/gu, '');
}

function bucketsOf(manifestJson: unknown): number {
  return manifestWith(manifestJson).featureSchema.hash.buckets;
}
