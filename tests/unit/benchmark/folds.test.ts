import { describe, expect, it } from 'vitest';
import { foldOf, readFolds } from '../../benchmark/estimates/folds';
import { readManifestJson } from '../../contract/golden-file';

const { tags } = (readManifestJson('models/taste/') as { readonly tagHead: { readonly tags: readonly unknown[] } })
  .tagHead;

describe('folds of people', () => {
  it('are those of the fits: the same numbers stand in models/training/tests/test_estimates.py', () => {
    expect(['ann', 'bob', 'Zoë', 'goodreads-17', '', 'ml1m:42'].map((name) => foldOf(name, 5))).toEqual([
      0, 4, 0, 3, 1, 2,
    ]);
  });

  it('have a fit each, without them, that this program can read', async () => {
    const folds = await readFolds(5, tags.length);
    expect(folds).toHaveLength(5);
    expect(new Set(folds.map(({ like }) => like.weights.crowdRating)).size).toBe(5);
  });

  it('are refused in another number than was fitted', async () => {
    await expect(readFolds(4, tags.length)).rejects.toThrow('--folds takes 5');
  });
});
