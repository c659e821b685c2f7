import { describe, expect, it } from 'vitest';
import { corpusDifferences, encodingSteps, itemDifferences, windowDifferences } from './golden-comparisons';
import { BUNDLES, readCorpus, readGolden } from './golden-file';

describe.each(BUNDLES)('golden encoding of the %s model', (_name, folder) => {
  const { manifest, golden, knownItems } = readGolden(folder);
  const steps = encodingSteps(manifest, knownItems);

  it('covers items and histories at all', () => {
    expect(golden.items.length).toBeGreaterThan(10);
    expect(golden.histories.length).toBeGreaterThan(10);
  });

  it.each(golden.items.map((entry) => [entry.item.title, entry] as const))(
    'encodes %s as Python does',
    (_title, entry) => {
      expect(itemDifferences(steps, entry)).toEqual([]);
    },
  );

  it.each(golden.histories.map((history) => [history.name, history] as const))(
    'windows "%s" as Python does',
    (_title, history) => {
      expect(windowDifferences(steps, history)).toEqual([]);
    },
  );
});

describe('text rules', () => {
  it('agree with Python on a fuzzed Unicode corpus, and so do the hashes', () => {
    const { manifest, knownItems } = readGolden('models/taste/');
    const corpus = readCorpus();
    expect(corpus.length).toBeGreaterThan(200);
    expect(corpusDifferences(encodingSteps(manifest, knownItems), corpus)).toEqual([]);
  });
});
