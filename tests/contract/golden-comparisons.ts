/**
 * What the golden tests compare, as lists of differences: empty where TypeScript agrees with Python. The golden tests
 * expect empty lists; mutations.test.ts breaks one rule of the contract at a time and expects differences.
 */
import { itemIndex } from '../../renderer/src/recommend/item-index';
import { isDeepStrictEqual } from 'node:util';
import { goldenHistories } from '../../renderer/src/inference/golden-histories';
import { lookupKeys } from '../../renderer/src/recommend/encoding/fingerprint';
import type { FingerprintKey } from '../../renderer/src/recommend/encoding/fingerprint';
import { bucket } from '../../renderer/src/recommend/encoding/hashing';
import { historyWindows } from '../../renderer/src/recommend/encoding/history-window';
import { itemTokenizer } from '../../renderer/src/recommend/encoding/item-tokens';
import { textRules } from '../../renderer/src/recommend/encoding/text';
import type { TextRules } from '../../renderer/src/recommend/encoding/text';
import { KnownItems } from '../../renderer/src/recommend/model/known-items';
import type { ModelManifest } from '../../renderer/src/recommend/model/model-manifest';
import type { HistoryEncoder, ItemEncoder } from '../../renderer/src/recommend/model/model-ports';
import { topK } from '../../renderer/src/recommend/math/top-k';
import type {
  CorpusRow,
  Golden,
  GoldenEvent,
  GoldenFacts,
  GoldenHistory,
  GoldenItem,
  GoldenWindow,
} from './golden-file';
import { BLANK_FACTS } from '../fixtures/blank-facts';

/** The steps of encoding one by one, so that a mutation can replace any of them. */
export interface EncodingSteps {
  readonly text: TextRules;
  readonly bucketOf: (prefix: string, token: string) => number;
  /** With one place more on either side, to check that nothing is written there. */
  readonly tokensOf: (facts: GoldenFacts) => readonly number[];
  readonly keysOf: (facts: GoldenFacts) => readonly FingerprintKey[];
  readonly rowOf: (facts: GoldenFacts) => number | null;
  readonly windowOf: (events: readonly GoldenEvent[]) => GoldenWindow;
}

const UNTOUCHED = -7;
const MILLISECONDS = 1000;

export function encodingSteps(
  manifest: ModelManifest,
  knownItems: ArrayBuffer,
  text: TextRules = textRules(manifest.featureSchema.text),
): EncodingSteps {
  const schema = manifest.featureSchema;
  const known = new KnownItems(manifest, knownItems);
  const complete = (facts: GoldenFacts) => ({ ...BLANK_FACTS, ...facts });
  return {
    text,
    bucketOf: (prefix, token) => bucket(schema.hash, prefix, token),
    tokensOf: (facts) => {
      const tokens = new Int32Array(schema.tokens.slotCount + 2).fill(UNTOUCHED);
      itemTokenizer(schema, text).write(complete(facts), tokens, 1);
      return [...tokens];
    },
    keysOf: (facts) => lookupKeys(schema.fingerprint, facts, text),
    rowOf: (facts) => known.rowOf(facts, text),
    windowOf: (events) => {
      const found = historyWindows(schema.history, [
        events.map(({ item, rating, at }) => ({
          row: itemIndex(item),
          rating,
          at: at === null ? null : at * MILLISECONDS,
        })),
      ]);
      return {
        items: [...found.items],
        ratingBuckets: [...found.ratingBuckets],
        timeGapBuckets: [...found.timeGapBuckets],
      };
    },
  };
}

export function itemDifferences(steps: EncodingSteps, { item, tokens, keys, knownRow }: GoldenItem): readonly string[] {
  return [
    ...unequal(`${item.title}: tokens`, steps.tokensOf(item), [UNTOUCHED, ...tokens, UNTOUCHED]),
    ...unequal(`${item.title}: keys`, steps.keysOf(item), keys),
    ...unequal(`${item.title}: known row`, steps.rowOf(item), knownRow),
  ];
}

export function windowDifferences(steps: EncodingSteps, { name, events, window }: GoldenHistory): readonly string[] {
  return unequal(`${name}: window`, steps.windowOf(events), window);
}

export function corpusDifferences(steps: EncodingSteps, corpus: readonly CorpusRow[]): readonly string[] {
  return corpus.flatMap((row) => {
    const normalised = steps.text.normalise(row.input);
    return unequal(
      row.input,
      {
        input: row.input,
        normalised,
        words: [...steps.text.words(row.input)],
        bucket: steps.bucketOf('w', normalised),
      },
      row,
    );
  });
}

/** Vectors float32 [items, D] and biases float32 [items, heads] of the golden items, known rows added. */
export interface ItemNumbers {
  readonly vectors: Float32Array;
  readonly biases: Float32Array;
  /** Rating and popularity rank of each item in the known-item table, NaN where unknown. */
  readonly ratings: readonly number[];
  readonly popularity: readonly number[];
}

export async function itemNumbers(
  encoder: ItemEncoder,
  manifest: ModelManifest,
  knownItems: ArrayBuffer,
  { items }: Golden,
): Promise<ItemNumbers> {
  const { vectors, biases } = await encoder.encodeItems(
    Int32Array.from(items.flatMap((item) => item.tokens)),
    items.length,
  );
  const table = new KnownItems(manifest, knownItems);
  items.forEach(({ knownRow }, index) => {
    if (knownRow !== null)
      table.addTo(
        knownRow,
        vectors.subarray(index * manifest.dim, (index + 1) * manifest.dim),
        biases.subarray(index * manifest.heads.length, (index + 1) * manifest.heads.length),
      );
  });
  const ofEachRow = (of: (row: number) => number | null): readonly number[] =>
    items.map(({ knownRow }) => (knownRow === null ? Number.NaN : (of(knownRow) ?? Number.NaN)));
  return {
    vectors,
    biases,
    ratings: ofEachRow((row) => table.rating(row)),
    popularity: ofEachRow((row) => table.popularity(row)),
  };
}

export function itemNumberDifferences(
  { vectors, biases, ratings, popularity }: ItemNumbers,
  { items, tolerance }: Golden,
): readonly string[] {
  // Unknown must be unknown on both sides; NaN has no distance.
  const known = (values: readonly number[]): readonly number[] =>
    values.map((value) => (Number.isNaN(value) ? -1 : value));
  return [
    ...apart(
      'ratings',
      known(ratings),
      items.map(({ knownRating }) => knownRating ?? -1),
      tolerance.vectors,
    ),
    ...apart(
      'popularity',
      known(popularity),
      items.map(({ knownPopularity }) => knownPopularity ?? -1),
      tolerance.vectors,
    ),
    ...apart(
      'vectors',
      vectors,
      items.flatMap((item) => item.vector),
      tolerance.vectors,
    ),
    ...apart(
      'biases',
      biases,
      items.flatMap((item) => item.biases),
      tolerance.vectors,
    ),
  ];
}

export async function queryDifferences(
  encoder: HistoryEncoder,
  manifest: ModelManifest,
  golden: Golden,
): Promise<readonly string[]> {
  const { batch, queries, tolerance } = goldenHistories(manifest, golden);
  return apart('queries', await encoder.encodeHistories(batch), queries, tolerance);
}

/** Indices, best first: the app's own order unless a mutation replaces it. */
export type RankAll = (scores: readonly number[]) => readonly number[];
export const rankAll: RankAll = (scores) => topK(scores, scores.length);

/** Scores and rankings of the golden items, from the encoder's own queries. */
export async function scoreDifferences(
  encoder: HistoryEncoder,
  { vectors, biases }: ItemNumbers,
  manifest: ModelManifest,
  golden: Golden,
  rank: RankAll = rankAll,
): Promise<readonly string[]> {
  const { dim, heads } = manifest;
  const queries = await encoder.encodeHistories(goldenHistories(manifest, golden).batch);
  return golden.histories.flatMap((history, at) =>
    heads.flatMap((head, headIndex) => {
      const query = queries.subarray((at * heads.length + headIndex) * dim, (at * heads.length + headIndex + 1) * dim);
      const scores = golden.items.map((_item, item) =>
        query.reduce(
          (sum, value, place) => sum + value * (vectors[item * dim + place] ?? Number.NaN),
          biases[item * heads.length + headIndex] ?? Number.NaN,
        ),
      );
      return [
        ...apart(`${history.name}, ${head}: scores`, scores, history.scores[head], golden.tolerance.scores),
        ...unequal(`${history.name}, ${head}: ranking`, rank(scores), history.ranking[head]),
      ];
    }),
  );
}

/**
 * Hand-written: floating-point sums differ between runtimes, so golden scores contain no ties that could pin the rule.
 */
const TIED = [
  { scores: [1, 2, 2, 0, 2], ranking: [1, 2, 4, 0, 3] },
  { scores: [0, 0, 0], ranking: [0, 1, 2] },
];

export function tieDifferences(rank: RankAll = rankAll): readonly string[] {
  return TIED.flatMap(({ scores, ranking }) => unequal(`ranking of ${scores.join(', ')}`, rank(scores), ranking));
}

/** Pairs of histories that must get different scores: a model that ignores order or ratings would pin nothing. */
export function blindPairs(golden: Golden): readonly string[] {
  const scoresOf = (name: string): readonly number[] =>
    golden.histories.find((history) => history.name === name)?.scores.future ?? [];
  return (
    [
      ['forward', 'reversed'],
      ['liked', 'disliked'],
    ] as const
  )
    .filter(([one, other]) => farthest(scoresOf(one), scoresOf(other)) <= 10 * golden.tolerance.scores)
    .map(([one, other]) => `"${one}" and "${other}" score alike`);
}

/** Largest absolute difference; a missing or undefined number is infinitely far. */
export function farthest(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (values.length !== expected.length) return Infinity;
  let largest = 0;
  for (let index = 0; index < expected.length; index++) {
    const difference = Math.abs((values[index] ?? Number.NaN) - (expected[index] ?? Number.NaN));
    largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
  }
  return largest;
}

export function apart(
  what: string,
  values: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): readonly string[] {
  const distance = farthest(values, expected);
  return distance <= tolerance ? [] : [`${what}: ${String(distance)} apart`];
}

function unequal(what: string, found: unknown, expected: unknown): readonly string[] {
  return isDeepStrictEqual(found, expected)
    ? []
    : [`${what}: ${JSON.stringify(found)} where Python has ${JSON.stringify(expected)}`];
}
