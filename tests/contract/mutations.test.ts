/**
 * Each rule of the model contract, broken on purpose: a golden test must notice. Rules that no golden number can pin
 * are listed by name in KNOWN_BLIND; a golden file that comes to pin one turns this test red.
 */
import { describe, expect, it } from 'vitest';
import { openModel, readBundle } from '../../renderer/src/inference/load-model';
import type { FetchFile } from '../../renderer/src/inference/load-model';
import { parseManifest } from '../../renderer/src/recommend/model/manifest-parser';
import { folderFiles, nodeRuntime } from '../benchmark/node-model';
import { COMPARED, CORPUS, ITEMS, WINDOWS } from './encoding-compared';
import { encodingMutations } from './encoding-mutations';
import {
  encodingSteps,
  itemNumberDifferences,
  itemNumbers,
  queryDifferences,
  scoreDifferences,
  tieDifferences,
} from './golden-comparisons';
import { bundleFolder, readCorpus, readGolden, readManifestJson, TINY } from './golden-file';
import { edited, to } from './manifest-edits';
import type { Json } from './manifest-edits';
import { networkMutations } from './network-mutations';

const KNOWN_BLIND: readonly string[] = [];

const SHIPPED = 'models/taste/';
const corpus = readCorpus();
const parts = { ...readGolden(TINY), manifestJson: readManifestJson(TINY), corpus };
const shipped = { ...readGolden(SHIPPED), manifestJson: readManifestJson(SHIPPED), corpus };
const { model } = await openModel(await readBundle(folderFiles(bundleFolder(TINY))), nodeRuntime());
const mutations = [...encodingMutations(parts, shipped), ...networkMutations({ model, golden: parts.golden })];

describe('without a mutation', () => {
  it('no golden comparison finds a difference', async () => {
    for (const [test, from] of [
      [ITEMS, parts],
      [WINDOWS, parts],
      [CORPUS, shipped],
    ] as const) {
      expect(COMPARED[test](from, encodingSteps(from.manifest, from.knownItems))).toEqual([]);
    }
    const numbers = await itemNumbers(model.itemEncoder, model.manifest, model.knownItems, parts.golden);
    expect(itemNumberDifferences(numbers, parts.golden)).toEqual([]);
    expect(await queryDifferences(model.historyEncoder, model.manifest, parts.golden)).toEqual([]);
    expect(await scoreDifferences(model.historyEncoder, numbers, model.manifest, parts.golden)).toEqual([]);
    expect(tieDifferences()).toEqual([]);
  });
});

describe('a golden test turns red', () => {
  it.each(
    mutations
      .filter(({ rule }) => !KNOWN_BLIND.includes(rule))
      .map((mutation) => [mutation.rule, mutation.test, mutation] as const),
  )('on %s: "%s"', async (_rule, _test, mutation) => {
    expect((await mutation.differences()).length).toBeGreaterThan(0);
  });

  it('and every name of a rule is there once', () => {
    const names = mutations.map(({ rule }) => rule);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(KNOWN_BLIND.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(
    mutations.filter(({ rule }) => KNOWN_BLIND.includes(rule)).map((mutation) => [mutation.rule, mutation] as const),
  )('not yet on %s: once it does, take the name off KNOWN_BLIND', async (_rule, mutation) => {
    expect(await mutation.differences()).toEqual([]);
  });
});

describe('a bundle is refused', () => {
  const files = folderFiles(bundleFolder(TINY));
  const json = parts.manifestJson as Json;
  const withManifest =
    (manifest: Json): FetchFile =>
    async (name) =>
      name === 'manifest.json' ? new TextEncoder().encode(JSON.stringify(manifest)).buffer : await files(name);

  it.each([
    ['schemaVersion', to(99), 'model-incompatible'],
    ['featureSchema.version', to(2), 'model-incompatible'],
    ['featureSchema.hash.function', to('md5'), 'model-damaged'],
    ['featureSchema.hash.encoding', to('utf-16'), 'model-damaged'],
    ['featureSchema.history.truncation', to('keep-oldest'), 'model-damaged'],
    ['featureSchema.history.paddingSide', to('middle'), 'model-damaged'],
    ['featureSchema.fields.0.slots', to(13), 'model-damaged'],
    ['heads', to(['next', 'like', 'like']), 'model-damaged'],
    ['knownItems.rows', to(12), 'model-damaged'],
    ['knownItems.members', to(5), 'model-damaged'],
    ['knownItems.levels', to(38), 'model-damaged'],
    ['knownItems.levels', to(41), 'model-damaged'],
    ['knownItems.sections.vectors.type', to('uint8'), 'model-damaged'],
    ['knownItems.sections.vectors.offset', to(217), 'model-damaged'],
  ] as const)('with another %s', (path, value, code) => {
    expect(() => parseManifest(edited(json, path, value))).toThrow(expect.objectContaining({ code }) as Error);
  });

  it.each(
    Object.keys(model.manifest.files).filter((name) =>
      ['item-encoder.onnx', 'history-encoder.onnx', 'known-items.bin'].includes(name),
    ),
  )('with one bit of %s flipped', async (flipped) => {
    const reading = readBundle(async (name) => {
      const bytes = new Uint8Array((await files(name)).slice(0));
      if (name === flipped) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return bytes.buffer;
    });
    await expect(reading).rejects.toMatchObject({ code: 'model-damaged' });
  });

  it('with a tensor of another name', async () => {
    const bundle = await readBundle(
      withManifest(
        edited(json, 'tensors.itemEncoder', () => ({
          inputs: { words: { type: 'int32', shape: ['n', 73] } },
          outputs: {},
        })),
      ),
    );
    await expect(openModel(bundle, nodeRuntime())).rejects.toMatchObject({ code: 'model-incompatible' });
  });
});
