/**
 * Mutations of what is computed from the networks' outputs, one broken rule each: models/README.md, Rules and
 * known-items.bin.
 */
import { goldenHistories } from '../../renderer/src/inference/golden-histories';
import type {
  KnownItemSectionName,
  ModelManifest,
  SectionType,
} from '../../renderer/src/recommend/model/model-manifest';
import type { HistoryBatch, HistoryEncoder, TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { ITEMS } from './encoding-compared';
import type { Mutation } from './encoding-mutations';
import {
  blindPairs,
  encodingSteps,
  itemDifferences,
  itemNumberDifferences,
  itemNumbers,
  queryDifferences,
  rankAll,
  scoreDifferences,
  tieDifferences,
} from './golden-comparisons';
import type { ItemNumbers, RankAll } from './golden-comparisons';
import type { Golden } from './golden-file';
import { mixtureMutations } from './mixture-mutations';

export interface NetworkParts {
  readonly model: TasteModel;
  readonly golden: Golden;
}

/** Names of tests in onnx-golden.test.ts. */
const NUMBERS = 'gives every item its vector and biases';
const QUERIES = 'gives every history its queries';
const SCORES = 'gives the scores and, under the tie rule, the rankings';
const OPINION = 'sees order and opinion';

const WIDTHS: Readonly<Record<SectionType, number>> = { uint32: 4, float32: 4, uint16: 2, int16: 2, int8: 1, uint8: 1 };

/** The table's bytes with one section changed. */
function tableWith(
  { manifest, knownItems }: TasteModel,
  name: KnownItemSectionName,
  change: (bytes: DataView, width: number, length: number) => void,
): ArrayBuffer {
  const copy = knownItems.slice(0);
  const { type, offset, length } = manifest.knownItems.sections[name];
  const width = WIDTHS[type];
  change(new DataView(copy, offset, length * width), width, length);
  return copy;
}

/** Swaps two runs of bytes. */
function swapBytes(view: DataView, size: number, one = 0, other = 1): void {
  for (let at = 0; at < size; at++) {
    const kept = view.getUint8(one * size + at);
    view.setUint8(one * size + at, view.getUint8(other * size + at));
    view.setUint8(other * size + at, kept);
  }
}
/** A code of known-items.bin with its digits in reverse order. */
function turnedDigits(code: number, { levels, members }: ModelManifest['knownItems']): number {
  const rests = Array.from({ length: members }).reduce<number[]>(
    (found) => [...found, Math.round((found.at(-1) ?? 0) / levels)],
    [code],
  );
  return rests
    .slice(0, members)
    .reduce((turned, rest, member) => turned * levels + rest - levels * (rests[member + 1] ?? 0), 0);
}
const fill =
  (value: number) =>
  (view: DataView, _width: number, length: number): void => {
    for (let at = 0; at < length; at++) view.setFloat32(4 * at, value, true);
  };

/** A history encoder with a changed input batch or output. */
function encoderWith(
  encoder: HistoryEncoder,
  before: (batch: HistoryBatch) => HistoryBatch,
  after: (queries: Float32Array) => Float32Array = (queries) => queries,
): HistoryEncoder {
  return { encodeHistories: async (batch) => after(await encoder.encodeHistories(before(batch))) };
}

/** Every history's places in reverse order: [count, L, width]. */
function turned<T extends Float32Array | Int32Array>(data: T, count: number, length: number): T {
  const width = data.length / count / length;
  return data.map((_, index) => {
    const [history, place, at] = [
      Math.floor(index / width / length),
      Math.floor(index / width) % length,
      index % width,
    ];
    return data[(history * length + length - 1 - place) * width + at] ?? 0;
  }) as T;
}

export function networkMutations({ model, golden }: NetworkParts): readonly Mutation[] {
  const { manifest, knownItems, itemEncoder, historyEncoder } = model;
  const { length } = manifest.featureSchema.history;
  const { dim } = manifest;
  const heads = manifest.heads.length;
  const numbers = (table: ArrayBuffer = knownItems): Promise<ItemNumbers> =>
    itemNumbers(itemEncoder, manifest, table, golden);
  const table = (rule: string, name: KnownItemSectionName, change: Parameters<typeof tableWith>[2]): Mutation => ({
    rule: `known items: ${rule}`,
    test: NUMBERS,
    differences: async () => itemNumberDifferences(await numbers(tableWith(model, name, change)), golden),
  });
  const lookup = (rule: string, changed: () => ArrayBuffer): Mutation => ({
    rule: `known items: ${rule}`,
    test: ITEMS,
    differences: () => golden.items.flatMap((entry) => itemDifferences(encodingSteps(manifest, changed()), entry)),
  });
  const known = (rule: string, rowOf: (row: number | null) => number | null): Mutation => ({
    rule: `known items: ${rule}`,
    test: NUMBERS,
    differences: async () => {
      const changed = {
        ...golden,
        items: golden.items.map((entry) => ({ ...entry, knownRow: rowOf(entry.knownRow) })),
      };
      return itemNumberDifferences(await itemNumbers(itemEncoder, manifest, knownItems, changed), golden);
    },
  });
  const queries = (
    rule: string,
    before: (batch: HistoryBatch) => HistoryBatch,
    after?: (queries: Float32Array) => Float32Array,
  ): Mutation => ({
    rule: `history: ${rule}`,
    test: QUERIES,
    differences: () => queryDifferences(encoderWith(historyEncoder, before, after), manifest, golden),
  });
  const scores = (
    rule: string,
    change: (found: ItemNumbers) => ItemNumbers,
    named: ModelManifest = manifest,
    rank: RankAll = rankAll,
  ): Mutation => ({
    rule: `score: ${rule}`,
    test: SCORES,
    differences: async () => [
      ...(await scoreDifferences(historyEncoder, change(await numbers()), named, golden, rank)),
      ...tieDifferences(rank),
    ],
  });
  const same = (batch: HistoryBatch): HistoryBatch => batch;
  const { unrated } = manifest.featureSchema.history.ratingBuckets;

  return [
    table('two rows swapped', 'vectors', (view, width, size) => {
      swapBytes(view, (width * size) / manifest.knownItems.rows);
    }),
    table("the first member's digit highest", 'vectors', (view, width, size) => {
      for (let at = 0; at < size * width; at += width)
        view.setInt16(at, turnedDigits(view.getInt16(at, true), manifest.knownItems), true);
    }),
    {
      rule: 'known items: digits of another number of levels',
      test: NUMBERS,
      differences: async () => {
        const fewer = { ...manifest, knownItems: { ...manifest.knownItems, levels: manifest.knownItems.levels - 2 } };
        return itemNumberDifferences(await itemNumbers(itemEncoder, fewer, knownItems, golden), golden);
      },
    },
    table('scale of a row ignored', 'vectorScales', fill(1)),
    table('scales of two rows swapped', 'vectorScales', (view) => {
      swapBytes(view, 4);
    }),
    table('taste of two rows swapped', 'taste', (view, _width, size) => {
      swapBytes(view, size / manifest.knownItems.rows);
    }),
    table('scale of taste ignored', 'tasteScales', fill(1)),
    table('int8 read without its sign', 'taste', (view, _width, size) => {
      for (let at = 0; at < size; at++) view.setInt8(at, Math.abs(view.getInt8(at)));
    }),
    table('bias dropped', 'biases', fill(0)),
    table('biases of two rows swapped', 'biases', (view) => {
      swapBytes(view, 4 * heads);
    }),
    table('biases in another order of heads', 'biases', (view) => {
      for (let row = 0; row < manifest.knownItems.rows; row++) swapBytes(view, 4, row * heads, row * heads + 2);
    }),
    known('left out where the row is known', () => null),
    known('a row for things nobody knows', (row) => row ?? 0),
    known('the row after', (row) => (row === null ? null : (row + 1) % manifest.knownItems.rows)),
    lookup('rows of two keys swapped', () =>
      tableWith(model, 'keyRows', (view) => {
        swapBytes(view, 4);
      }),
    ),
    lookup('keys in descending order', () =>
      (['keysHi', 'keysLo', 'keyRows'] as const).reduce(
        (changed, name) =>
          tableWith({ ...model, knownItems: changed }, name, (view, _width, size) => {
            for (let at = 0; at < size >> 1; at++) swapBytes(view, 4, at, size - 1 - at);
          }),
        knownItems,
      ),
    ),
    lookup('lo not compared', () =>
      tableWith(model, 'keysLo', (view, _width, size) => {
        for (let at = 0; at < size; at++) view.setUint32(4 * at, 0, true);
      }),
    ),
    lookup('big endian', () =>
      tableWith(model, 'keysHi', (view, _width, size) => {
        for (let at = 0; at < size; at++) view.setUint32(4 * at, view.getUint32(4 * at, true), false);
      }),
    ),
    {
      rule: 'item: the padding bucket has weight',
      test: NUMBERS,
      differences: async () => {
        const { padBucket } = manifest.featureSchema.hash;
        const padded = {
          ...golden,
          items: golden.items.map((entry) => ({
            ...entry,
            tokens: entry.tokens.map((token) => (token === padBucket ? (golden.items[0]?.tokens[1] ?? 1) : token)),
          })),
        };
        return itemNumberDifferences(await itemNumbers(itemEncoder, manifest, knownItems, padded), golden);
      },
    },
    queries('places in reverse, padding with them', (batch) => ({
      ...batch,
      vectors: turned(batch.vectors, batch.count, length),
      ratingBuckets: turned(batch.ratingBuckets, batch.count, length),
      timeGapBuckets: turned(batch.timeGapBuckets, batch.count, length),
    })),
    queries('vectors in reverse', (batch) => ({ ...batch, vectors: turned(batch.vectors, batch.count, length) })),
    queries('ratings not told', (batch) => ({
      ...batch,
      ratingBuckets: batch.ratingBuckets.map((value) => (value === 0 ? 0 : unrated)),
    })),
    queries('ratings one bucket off', (batch) => ({
      ...batch,
      ratingBuckets: batch.ratingBuckets.map((value) => (value === 0 ? 0 : Math.max(1, value - 1))),
    })),
    queries('time gaps not told', (batch) => ({ ...batch, timeGapBuckets: batch.timeGapBuckets.map(() => 0) })),
    queries('an event without a vector counts', (batch) => ({
      ...batch,
      ratingBuckets: batch.ratingBuckets.map((value, index) =>
        value === 0 && index % length === length - 1 ? unrated : value,
      ),
    })),
    queries('heads in another order', same, (found) =>
      found.map(
        (_, index) => found[index - (index % (heads * dim)) + (((index % (heads * dim)) + dim) % (heads * dim))] ?? 0,
      ),
    ),
    queries('histories of a batch swapped', same, (found) =>
      Float32Array.from([
        ...found.subarray(heads * dim, 2 * heads * dim),
        ...found.subarray(0, heads * dim),
        ...found.subarray(2 * heads * dim),
      ]),
    ),
    scores('biases left out', (numbers) => ({ ...numbers, biases: new Float32Array(numbers.biases.length) })),
    scores('two items swapped', ({ vectors, ...rest }) => ({
      ...rest,
      vectors: Float32Array.from([
        ...vectors.subarray(dim, 2 * dim),
        ...vectors.subarray(0, dim),
        ...vectors.subarray(2 * dim),
      ]),
    })),
    scores('cosine for the dot product', ({ vectors, ...rest }) => ({
      ...rest,
      vectors: vectors.map(
        (value, index) => value / Math.hypot(...vectors.subarray(index - (index % dim), index - (index % dim) + dim)),
      ),
    })),
    scores('manifest names the heads in another order', unchanged, { ...manifest, heads: manifest.heads.toReversed() }),
    scores('lowest first', unchanged, manifest, (values) => rankAll(values.map((value) => -value))),
    scores('tie rule dropped', unchanged, manifest, (values) =>
      values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || b - a),
    ),
    {
      rule: 'golden: a model blind to order',
      test: OPINION,
      differences: () => blindPairs(copiedScores(golden, 'forward', 'reversed')),
    },
    {
      rule: 'golden: a model blind to opinion',
      test: OPINION,
      differences: () => blindPairs(copiedScores(golden, 'liked', 'disliked')),
    },
    {
      rule: 'golden: a history left out',
      test: QUERIES,
      differences: () =>
        queryDifferences(
          {
            encodeHistories: (batch) =>
              historyEncoder.encodeHistories({ ...batch, ...shortened(manifest, golden, batch) }),
          },
          manifest,
          golden,
        ),
    },
    {
      rule: 'known items: ratings in another scale',
      test: NUMBERS,
      differences: async () =>
        itemNumberDifferences(
          await numbers(
            tableWith(model, 'ratings', (view, _width, size) => {
              for (let at = 0; at < size; at++) view.setUint8(at, view.getUint8(at) >> 1);
            }),
          ),
          golden,
        ),
    },
    {
      rule: 'known items: popularity upside down',
      test: NUMBERS,
      differences: async () =>
        itemNumberDifferences(
          await numbers(
            tableWith(model, 'popularity', (view, _width, size) => {
              for (let at = 0; at < size; at++) view.setUint8(at, 255 - view.getUint8(at));
            }),
          ),
          golden,
        ),
    },
    ...mixtureMutations(model, golden),
  ];
}

function unchanged(numbers: ItemNumbers): ItemNumbers {
  return numbers;
}

function copiedScores(golden: Golden, from: string, onto: string): Golden {
  const source = golden.histories.find(({ name }) => name === from);
  return {
    ...golden,
    histories: golden.histories.map((history) =>
      history.name === onto && source !== undefined ? { ...history, scores: source.scores } : history,
    ),
  };
}

/** The batch without its last history, as an adapter would run it that forgets the rest of a chunk. */
function shortened(manifest: ModelManifest, golden: Golden, batch: HistoryBatch): HistoryBatch {
  return goldenHistories(manifest, { ...golden, histories: golden.histories.slice(0, batch.count - 1) }).batch;
}
