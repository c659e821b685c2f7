import { itemId } from '../../renderer/src/domain/ids';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { seededRandom } from '../../renderer/src/recommend/evaluating/bootstrap';
import type { TasteModel } from '../../renderer/src/recommend/model-ports';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { headScores } from '../../renderer/src/recommend/scoring/heads';
import { topK } from '../../renderer/src/recommend/scoring/top-k';
import { median, timed } from './median';

export interface Measure {
  readonly name: string;
  /** Median milliseconds. */
  readonly milliseconds: number;
  readonly runs: number;
  /** The plain way of doing the same, timed in the same run. */
  readonly baseline: { readonly name: string; readonly milliseconds: number } | null;
}

const EVENTS = 50;
const NEW_ITEMS = 1_000;
const CANDIDATES = 100_000;
const BEST = 100;

/** What the recommender spends its time on, one by one; the same code in Node and in the browser. */
export async function kernelMeasures(model: TasteModel, clock: () => number): Promise<readonly Measure[]> {
  return [await encodeHistory(model, clock), await encodeItems(model, clock), ...await scoreCandidates(model, clock)];
}

async function encodeHistory({ manifest, historyEncoder }: TasteModel, clock: () => number): Promise<Measure> {
  const { length, ratingBuckets, timeGapBuckets } = manifest.featureSchema.history;
  const random = seededRandom(1);
  const batch = {
    count: 1,
    vectors: Float32Array.from({ length: length * manifest.dim }, () => random() - 0.5),
    ratingBuckets: Int32Array.from({ length }, () => ratingBuckets.unrated + Math.floor(random() * (ratingBuckets.count - ratingBuckets.unrated))),
    timeGapBuckets: Int32Array.from({ length }, () => Math.floor(random() * timeGapBuckets.count)),
  };
  const times = await timed(clock, 20, 200, () => historyEncoder.encodeHistories(batch));
  return { name: `encode one history of ${String(Math.min(EVENTS, length))} events`, milliseconds: median(times), runs: times.length, baseline: null };
}

/** Tokens, encoder, look-up in the known-item table, content index: all that a new item costs. */
async function encodeItems(model: TasteModel, clock: () => number): Promise<Measure> {
  const withModel = await timed(clock, 1, 5, async (run) => { await createRecommender({ model, engine: () => 'wasm', clock }).setLibrary(inventedItems(NEW_ITEMS, run)); });
  const without = await timed(clock, 1, 5, async (run) => { await createRecommender({ model: null, engine: () => 'wasm', clock }).setLibrary(inventedItems(NEW_ITEMS, run)); });
  return { name: '1,000 new items into the recommender', milliseconds: median(withModel), runs: withModel.length, baseline: { name: 'without a model', milliseconds: median(without) } };
}

async function scoreCandidates({ manifest }: TasteModel, clock: () => number): Promise<readonly Measure[]> {
  const { dim } = manifest;
  const heads = manifest.heads.length;
  const random = seededRandom(2);
  const matrix = { vectors: Float32Array.from({ length: CANDIDATES * dim }, () => random() - 0.5), biases: new Float32Array(CANDIDATES * heads) };
  const queries = Float32Array.from({ length: heads * dim }, () => random() - 0.5);
  const candidates = Int32Array.from({ length: CANDIDATES }, (_, index) => index);
  const [scores = new Float64Array(0)] = headScores(matrix, dim, heads, queries, 0, candidates);
  const scoring = await timed(clock, 3, 15, () => headScores(matrix, dim, heads, queries, 0, candidates));
  const choosing = await timed(clock, 3, 31, () => topK(scores, BEST));
  const sorting = await timed(clock, 2, 7, () => Array.from(candidates).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, BEST));
  return [
    { name: '100,000 candidates scored by three heads', milliseconds: median(scoring), runs: scoring.length, baseline: null },
    { name: 'best 100 of 100,000 scores', milliseconds: median(choosing), runs: choosing.length, baseline: { name: 'sort all', milliseconds: median(sorting) } },
  ];
}

const WORDS = ['quiet', 'river', 'orbit', 'salt', 'garden', 'winter', 'machine', 'letters', 'north', 'glass', 'harbour', 'lantern'];
const TAGS = ['drama', 'science fiction', 'romance', 'history', 'mystery', 'travel', 'classics', 'humour'];

/** Items nobody has met; another `seed` gives other titles, so that nothing can be kept from an earlier run. */
export function inventedItems(count: number, seed: number): readonly LibraryItem[] {
  const random = seededRandom(seed);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return Array.from({ length: count }, (_, index): LibraryItem => ({
    id: itemId(`invented-${String(index)}`), kind: index % 3 === 0 ? 'movie' : 'book', title: `The ${word()} ${word()} ${String(seed)}-${String(index)}`,
    creators: [`${word()} ${word()}`], year: 1950 + Math.floor(random() * 70), tags: [0, 1, 2].map(() => TAGS[Math.floor(random() * TAGS.length)] ?? ''),
    series: null, crowd: null,
  }));
}
