import { itemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';
import type { ItemEncoder, TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { plainScoreKernel } from '../../renderer/src/recommend/scoring/item-matrix';
import type { ItemMatrix } from '../../renderer/src/recommend/scoring/item-matrix';
import { topK } from '../../renderer/src/recommend/math/top-k';
import { median, timed } from './median';
import { BLANK_FACTS } from '../fixtures/blank-facts';

export interface Measure {
  readonly name: string;
  /** Median milliseconds. */
  readonly milliseconds: number;
  readonly runs: number;
  /** Other ways of doing the same, timed in the same run. */
  readonly beside: readonly { readonly name: string; readonly milliseconds: number }[];
}

const EVENTS = 50;
const NEW_ITEMS = 1_000;
const CANDIDATES = 100_000;
const BEST = 100;
/** Long enough for a starved machine to compile in the background what it first only translates. */
const WARM_UP_MILLISECONDS = 1_500;
const ROUNDS = 9;
const RUNS_PER_ROUND = 7;

/** What the recommender spends its time on, one by one; the same code in Node and in the browser. */
export async function kernelMeasures(model: TasteModel, clock: () => number): Promise<readonly Measure[]> {
  return [await encodeHistory(model, clock), await encodeItems(model, clock), ...(await scoreCandidates(model, clock))];
}

async function encodeHistory({ manifest, historyEncoder }: TasteModel, clock: () => number): Promise<Measure> {
  const { length, ratingBuckets, timeGapBuckets } = manifest.featureSchema.history;
  const random = seededRandom(1);
  const batch = {
    count: 1,
    vectors: Float32Array.from({ length: length * manifest.dim }, () => random() - 0.5),
    ratingBuckets: Int32Array.from(
      { length },
      () => ratingBuckets.unrated + Math.floor(random() * (ratingBuckets.count - ratingBuckets.unrated)),
    ),
    timeGapBuckets: Int32Array.from({ length }, () => Math.floor(random() * timeGapBuckets.count)),
  };
  const times = await timed(clock, 20, 200, () => historyEncoder.encodeHistories(batch));
  return {
    name: `encode one history of ${String(Math.min(EVENTS, length))} events`,
    milliseconds: median(times),
    runs: times.length,
    beside: [],
  };
}

/** Tokens, encoder, look-up in the known-item table, content index: all that a new item costs. */
async function encodeItems(model: TasteModel, clock: () => number): Promise<Measure> {
  const withModel = await timed(clock, 1, 5, async (run) => {
    await createRecommender({ model, engine: () => 'wasm', clock }).setLibrary(inventedItems(NEW_ITEMS, run));
  });
  const without = await timed(clock, 1, 5, async (run) => {
    await createRecommender({ model: null, engine: () => 'wasm', clock }).setLibrary(inventedItems(NEW_ITEMS, run));
  });
  return {
    name: '1,000 new items into the recommender',
    milliseconds: median(withModel),
    runs: withModel.length,
    beside: [{ name: 'without a model', milliseconds: median(without) }],
  };
}

async function scoreCandidates(
  { manifest, scoreKernel = plainScoreKernel }: TasteModel,
  clock: () => number,
): Promise<readonly Measure[]> {
  const { dim } = manifest;
  const heads = manifest.heads.length;
  const random = seededRandom(2);
  const vectors = Float32Array.from({ length: CANDIDATES * dim }, () => random() - 0.5);
  const [fast, plain] = [scoreKernel, plainScoreKernel].map((kernel) => {
    const matrix = kernel.createMatrix(dim, heads);
    matrix.reserve(CANDIDATES);
    for (let row = 0; row < CANDIDATES; row += 1)
      matrix.put(row, vectors.subarray(row * dim, (row + 1) * dim), new Float32Array(heads));
    return matrix;
  });
  if (fast === undefined || plain === undefined) return [];
  const queries = Float32Array.from({ length: heads * dim }, () => random() - 0.5);
  const run = Int32Array.from({ length: CANDIDATES }, (_, index) => index);
  const shuffled = run.slice().sort(() => random() - 0.5);
  const into = fast.headScores(queries, 0, run);
  const scores = into[0]?.slice() ?? [];
  const best = (matrix: ItemMatrix): readonly number[] => topK(matrix.headScores(queries, 0, run, into)[0] ?? [], BEST);
  /** In rounds, so that another program's busy moment meets both. The fast way is compiled first. */
  const alternately = async (
    name: string,
    work: () => unknown,
    otherName: string,
    other: () => unknown,
  ): Promise<Measure> => {
    for (const end = clock() + WARM_UP_MILLISECONDS; clock() < end;) await timed(clock, 1, 0, work);
    const [times, others]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(...(await timed(clock, 1, RUNS_PER_ROUND, work)));
      others.push(...(await timed(clock, 0, 1, other)));
    }
    return {
      name,
      milliseconds: median(times),
      runs: times.length,
      beside: [{ name: otherName, milliseconds: median(others) }],
    };
  };
  return [
    await alternately(
      '100,000 candidates scored by three heads',
      () => fast.headScores(queries, 0, run, into),
      'plain JavaScript',
      () => plain.headScores(queries, 0, run, into),
    ),
    await alternately(
      'the same in random order',
      () => fast.headScores(queries, 0, shuffled, into),
      'plain JavaScript',
      () => plain.headScores(queries, 0, shuffled, into),
    ),
    await alternately(
      'best 100 of 100,000 scores',
      () => topK(scores, BEST),
      'sort all',
      () =>
        Array.from(run)
          .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
          .slice(0, BEST),
    ),
    await alternately(
      '100,000 candidates scored and the best 100 chosen',
      () => best(fast),
      'plain JavaScript',
      () => best(plain),
    ),
  ];
}

export function inventingEncoder({ manifest }: TasteModel): ItemEncoder {
  const random = seededRandom(4);
  const invented = (length: number): Float32Array => Float32Array.from({ length }, () => random() - 0.5);
  return {
    encodeItems: (_tokens, count) =>
      Promise.resolve({ vectors: invented(count * manifest.dim), biases: invented(count * manifest.heads.length) }),
  };
}

const WORDS = [
  'quiet',
  'river',
  'orbit',
  'salt',
  'garden',
  'winter',
  'machine',
  'letters',
  'north',
  'glass',
  'harbour',
  'lantern',
];
const TAGS = ['drama', 'science fiction', 'romance', 'history', 'mystery', 'travel', 'classics', 'humour'];

/** Items nobody has met; another `seed` gives other titles, so that nothing can be kept from an earlier run. */
export function inventedItems(count: number, seed: number): readonly LibraryItem[] {
  const random = seededRandom(seed);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return Array.from({ length: count }, (_, index): LibraryItem => ({
    ...BLANK_FACTS,
    id: itemId(`invented-${String(index)}`),
    kind: index % 3 === 0 ? 'movie' : 'book',
    title: `The ${word()} ${word()} ${String(seed)}-${String(index)}`,
    creators: [`${word()} ${word()}`],
    year: 1950 + Math.floor(random() * 70),
    tags: [0, 1, 2].map(() => TAGS[Math.floor(random() * TAGS.length)] ?? ''),
  }));
}
