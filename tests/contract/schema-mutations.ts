/** Values of models/feature-schema.json that a mutation changes, each with the golden test that must turn red. */
import { CORPUS, ITEMS, WINDOWS } from './encoding-compared';
import type { Compared } from './encoding-compared';
import { swapped, to } from './manifest-edits';
import type { Json } from './manifest-edits';

const S = 'featureSchema';
const times =
  (factor: number) =>
  (found: Json): Json =>
    typeof found === 'number' ? found * factor : found;
const plus =
  (amount: number) =>
  (found: Json): Json =>
    typeof found === 'number' ? found + amount : found;
const without =
  (place: number) =>
  (found: Json): Json =>
    (found as readonly Json[]).filter((_, index) => index !== place);
/** Edits of the manifest, [path, value], as many as keep it consistent. */
export type SchemaMutation = readonly [
  rule: string,
  test: Compared,
  ...edits: (readonly [string, (found: Json) => Json | undefined])[],
];

export const SCHEMA_MUTATIONS: readonly SchemaMutation[] = [
  ['text: canonical instead of compatibility decomposition', ITEMS, [`${S}.text.unicodeForm`, to('NFD')]],
  ['text: composed', CORPUS, [`${S}.text.unicodeForm`, to('NFKC')]],
  ['text: marks kept', ITEMS, [`${S}.text.dropCategory`, to('C')]],
  ['text: numbers are no part of words', ITEMS, [`${S}.text.wordCategories`, to(['L'])]],
  ['text: marks are part of words, symbols too', CORPUS, [`${S}.text.wordCategories`, to(['L', 'N', 'S'])]],
  ['text: final sigma not mapped', ITEMS, [`${S}.text.map`, to({})]],
  ['hash: one bucket fewer', ITEMS, [`${S}.hash.buckets`, to(511)]],
  ['hash: another padding bucket', ITEMS, [`${S}.hash.padBucket`, to(1)]],
  ['fields: another prefix', ITEMS, [`${S}.fields.0.prefix`, to('g')]],
  ['fields: two swapped', ITEMS, [`${S}.fields`, swapped(3, 4)]],
  ['fields: kind and decade swapped', ITEMS, [`${S}.fields`, swapped(5, 6)]],
  ['fields: tags by word where they go whole', ITEMS, [`${S}.fields.3.tokens`, to('words')]],
  ['fields: creators read as tags', ITEMS, [`${S}.fields.2.source`, to('tags')]],
  ['grams: one code point shorter', ITEMS, [`${S}.fields.1.gramSize`, to(3)]],
  [
    'slots: one title word fewer, one gram more',
    ITEMS,
    [`${S}.fields.0.slots`, to(11)],
    [`${S}.fields.1.slots`, to(29)],
  ],
  ['slots: one tag more', ITEMS, [`${S}.fields.3.slots`, to(13)], [`${S}.tokens.slotCount`, to(74)]],
  ['window: padded on the other side', WINDOWS, [`${S}.history.paddingSide`, to('right')]],
  ['window: one event shorter', WINDOWS, [`${S}.history.length`, to(49)]],
  ['ratings: padding numbered like an unrated event', WINDOWS, [`${S}.history.ratingBuckets.padding`, to(1)]],
  ['ratings: unrated counted as disliked', WINDOWS, [`${S}.history.ratingBuckets.unrated`, to(2)]],
  ['ratings: at the bound counted as above it', WINDOWS, [`${S}.history.ratingBuckets.upperBounds.0`, to(0.29 - 2e-9)]],
  [
    'ratings: no tolerance at a bound',
    WINDOWS,
    ...Array.from(
      { length: 8 },
      (_, place) => [`${S}.history.ratingBuckets.upperBounds.${String(place)}`, plus(-0.9e-9)] as const,
    ),
  ],
  ...Array.from({ length: 8 }, (_, place): SchemaMutation => [
    `ratings: bound ${String(place)} higher by less than half a step`,
    WINDOWS,
    [`${S}.history.ratingBuckets.upperBounds.${String(place)}`, plus(0.025)],
  ]),
  ...Array.from({ length: 8 }, (_, place): SchemaMutation => [
    `ratings: bound ${String(place)} taken out`,
    WINDOWS,
    [`${S}.history.ratingBuckets.upperBounds`, without(place)],
  ]),
  ['time gaps: unknown has another number', WINDOWS, [`${S}.history.timeGapBuckets.unknown`, to(7)]],
  ['time gaps: any number is a time', WINDOWS, [`${S}.history.timeGapBuckets.minimumTime`, to(0)]],
  [
    'time gaps: at the bound counted as below it',
    WINDOWS,
    [`${S}.history.timeGapBuckets.upperBounds.2`, to(86_400.001)],
  ],
  [
    'time gaps: milliseconds for seconds',
    WINDOWS,
    ...Array.from(
      { length: 6 },
      (_, place) => [`${S}.history.timeGapBuckets.upperBounds.${String(place)}`, times(1000)] as const,
    ),
  ],
  ...Array.from({ length: 6 }, (_, place): SchemaMutation => [
    `time gaps: bound ${String(place)} taken out`,
    WINDOWS,
    [`${S}.history.timeGapBuckets.upperBounds`, without(place)],
  ]),
  ['fingerprint: no year tolerance', ITEMS, [`${S}.fingerprint.yearToleranceGroups`, to([])]],
  [
    'fingerprint: year tolerance for books too',
    ITEMS,
    [`${S}.fingerprint.yearToleranceGroups`, to(['screen', 'book'])],
  ],
  ['fingerprint: films not in the screen group', ITEMS, [`${S}.fingerprint.kindGroups.movie`, () => undefined]],
  ['fingerprint: series not in the screen group', ITEMS, [`${S}.fingerprint.kindGroups.series`, () => undefined]],
  ['fingerprint: another hi basis', ITEMS, [`${S}.fingerprint.hiBasis`, (found) => (found as number) + 1]],
  ['fingerprint: another lo basis', ITEMS, [`${S}.fingerprint.loBasis`, (found) => (found as number) + 1]],
];
