import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenHistories, largestDifference } from '../../renderer/src/inference/golden-histories';
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import type { LoadedModel } from '../../renderer/src/inference/load-model';
import { KnownItems } from '../../renderer/src/recommend/known-items';
import type { Head } from '../../renderer/src/recommend/model-manifest';
import { folderFiles, nodeRuntime } from '../benchmark/node-model';

interface Golden {
  readonly tolerance: { readonly vectors: number; readonly scores: number };
  readonly items: readonly { readonly tokens: readonly number[]; readonly knownRow: number | null; readonly vector: readonly number[]; readonly biases: readonly number[] }[];
  readonly histories: readonly {
    readonly name: string;
    readonly scores: Readonly<Record<Head, readonly number[]>>;
    readonly ranking: Readonly<Record<Head, readonly number[]>>;
  }[];
}

const ROOT = new URL('../../', import.meta.url).pathname;
const BUNDLES = [['shipped', `${ROOT}models/taste`], ['tiny', `${ROOT}tests/fixtures/tiny-model`]] as const;

// Golden values were written by PyTorch; what is judged here is the ONNX files and the adapter that runs them.
describe.each(BUNDLES)('ONNX networks of the %s model against PyTorch', (_name, folder) => {
  const golden = JSON.parse(readFileSync(`${folder}/golden.json`, 'utf8')) as Golden;
  let loaded: LoadedModel;
  let vectors: Float32Array;
  let biases: Float32Array;

  beforeAll(async () => {
    loaded = await openModel(await readBundle(folderFiles(folder)), nodeRuntime());
    const tokens = Int32Array.from(golden.items.flatMap((item) => item.tokens));
    ({ vectors, biases } = await loaded.model.itemEncoder.encodeItems(tokens, golden.items.length));
    const { manifest, knownItems } = loaded.model;
    const table = new KnownItems(manifest, knownItems);
    golden.items.forEach(({ knownRow }, index) => {
      if (knownRow !== null) table.addTo(knownRow, vectors, index * manifest.dim, biases, index * manifest.heads.length);
    });
  });

  it('gives every item its vector and biases', () => {
    expect(golden.items.length).toBeGreaterThan(10);
    expect(farthest(vectors, golden.items.flatMap((item) => item.vector))).toBeLessThanOrEqual(golden.tolerance.vectors);
    expect(farthest(biases, golden.items.flatMap((item) => item.biases))).toBeLessThanOrEqual(golden.tolerance.vectors);
  });

  it('gives every history its queries', async () => {
    const cases = goldenHistories(loaded.model.manifest, golden);
    expect(cases.names.length).toBeGreaterThan(10);
    expect(await largestDifference(loaded.model.historyEncoder, cases)).toBeLessThanOrEqual(golden.tolerance.vectors);
  });

  it('gives the scores and, under the tie rule, the rankings', async () => {
    const { manifest, historyEncoder } = loaded.model;
    const { dim, heads } = manifest;
    const queries = await historyEncoder.encodeHistories(goldenHistories(manifest, golden).batch);
    golden.histories.forEach((history, at) => {
      heads.forEach((head, headIndex) => {
        const query = queries.subarray((at * heads.length + headIndex) * dim, (at * heads.length + headIndex + 1) * dim);
        const scores = golden.items.map((_item, item) => query.reduce((sum, value, place) => sum + value * (vectors[item * dim + place] ?? Number.NaN), biases[item * heads.length + headIndex] ?? Number.NaN));
        expect(farthest(scores, history.scores[head]), `${history.name}, ${head}`).toBeLessThanOrEqual(golden.tolerance.scores);
        const ranking = scores.map((_score, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
        expect(ranking, `${history.name}, ${head}`).toEqual(history.ranking[head]);
      });
    });
  });

  it('sees order and opinion: a history reversed, and one disliked, score differently', () => {
    const scoresOf = (name: string): readonly number[] => golden.histories.find((history) => history.name === name)?.scores.future ?? [];
    for (const [one, other] of [['forward', 'reversed'], ['liked', 'disliked']] as const) {
      expect(farthest(scoresOf(one), scoresOf(other))).toBeGreaterThan(10 * golden.tolerance.scores);
    }
  });

  it('answers one history as it answers the same one within a batch', async () => {
    const { batch } = goldenHistories(loaded.model.manifest, golden);
    const together = await loaded.model.historyEncoder.encodeHistories(batch);
    const { length } = loaded.model.manifest.featureSchema.history;
    const last = batch.count - 1;
    const alone = await loaded.model.historyEncoder.encodeHistories({
      count: 1, vectors: batch.vectors.slice(last * length * loaded.model.manifest.dim),
      ratingBuckets: batch.ratingBuckets.slice(last * length), timeGapBuckets: batch.timeGapBuckets.slice(last * length),
    });
    expect(farthest(alone, together.slice(-alone.length))).toBeLessThanOrEqual(golden.tolerance.vectors);
  });
});

/** Largest absolute difference; a missing or undefined number is infinitely far. */
function farthest(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (values.length !== expected.length) return Infinity;
  let largest = 0;
  for (let index = 0; index < expected.length; index++) {
    const difference = Math.abs((values[index] ?? Number.NaN) - (expected[index] ?? Number.NaN));
    largest = Math.max(largest, Number.isNaN(difference) ? Infinity : difference);
  }
  return largest;
}
