import { beforeAll, describe, expect, it } from 'vitest';
import { goldenHistories } from '../../renderer/src/inference/golden-histories';
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { folderFiles, nodeRuntime } from '../benchmark/node-model';
import {
  blindPairs,
  farthest,
  itemNumberDifferences,
  itemNumbers,
  queryDifferences,
  scoreDifferences,
  tieDifferences,
} from './golden-comparisons';
import type { ItemNumbers } from './golden-comparisons';
import { bundleFolder, BUNDLES, readGolden } from './golden-file';
import { mixtureDifferences } from './golden-mixtures';

// Golden values are PyTorch's; the tests judge the ONNX files and the adapter that runs them.
describe.each(BUNDLES)('ONNX networks of the %s model against PyTorch', (_name, folder) => {
  const { golden } = readGolden(folder);
  let model: TasteModel;
  let numbers: ItemNumbers;

  beforeAll(async () => {
    ({ model } = await openModel(await readBundle(folderFiles(bundleFolder(folder))), nodeRuntime()));
    numbers = await itemNumbers(model.itemEncoder, model.manifest, model.knownItems, golden);
  });

  it('gives every item its vector and biases', () => {
    expect(golden.items.length).toBeGreaterThan(10);
    expect(itemNumberDifferences(numbers, golden)).toEqual([]);
  });

  it('gives every history its queries', async () => {
    expect(golden.histories.length).toBeGreaterThan(10);
    expect(await queryDifferences(model.historyEncoder, model.manifest, golden)).toEqual([]);
  });

  it('gives the scores and, under the tie rule, the rankings', async () => {
    expect(await scoreDifferences(model.historyEncoder, numbers, model.manifest, golden)).toEqual([]);
    expect(tieDifferences()).toEqual([]);
  });

  it('mixes the channels as Python does', async () => {
    expect(golden.mixtures.length).toBeGreaterThan(10);
    expect(await mixtureDifferences(model, golden)).toEqual([]);
    expect(model.scoreKernel).toBeDefined();
    expect(await mixtureDifferences(model, golden, model.scoreKernel)).toEqual([]);
  });

  it('sees order and opinion: a history reversed, and one disliked, score differently', () => {
    expect(blindPairs(golden)).toEqual([]);
  });

  it('answers one history as it answers the same one within a batch', async () => {
    const { batch } = goldenHistories(model.manifest, golden);
    const together = await model.historyEncoder.encodeHistories(batch);
    const { length } = model.manifest.featureSchema.history;
    const last = batch.count - 1;
    const alone = await model.historyEncoder.encodeHistories({
      count: 1,
      vectors: batch.vectors.slice(last * length * model.manifest.dim),
      ratingBuckets: batch.ratingBuckets.slice(last * length),
      timeGapBuckets: batch.timeGapBuckets.slice(last * length),
    });
    expect(farthest(alone, together.slice(-alone.length))).toBeLessThanOrEqual(golden.tolerance.vectors);
  });
});
