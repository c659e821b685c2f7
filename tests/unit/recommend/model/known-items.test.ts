import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupKeys } from '../../../../renderer/src/recommend/encoding/fingerprint';
import { textRules } from '../../../../renderer/src/recommend/encoding/text';
import { KnownItems } from '../../../../renderer/src/recommend/model/known-items';
import { parseManifest } from '../../../../renderer/src/recommend/model/manifest-parser';
import { fakeManifest } from '../../../fixtures/fake-model';
import type { FakeKnownItem } from '../../../fixtures/fake-model';

const book = (title: string, year: number | null = 2000, creators: readonly string[] = []) => ({
  kind: 'book',
  title,
  creators,
  year,
});
function table(items: readonly FakeKnownItem[]) {
  const { json, knownItems } = fakeManifest(items);
  const manifest = parseManifest(JSON.parse(JSON.stringify(json)));
  return {
    known: new KnownItems(manifest, knownItems),
    text: textRules(manifest.featureSchema.text),
    manifest,
    knownItems,
  };
}

describe('known items', () => {
  it('finds every row by its own key, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 1, maxLength: 4 }), {
          maxLength: 40,
        }),
        (titles) => {
          const { known, text } = table(
            titles.map((title) => ({ item: book(title), vector: [0, 0, 0, 0], biases: [0, 0, 0] })),
          );
          titles.forEach((title, row) => {
            expect(known.rowOf(book(title), text)).toBe(row);
          });
          expect(known.rowOf(book('zzz'), text)).toBeNull();
          expect(known.rowOf(book(titles[0] ?? 'zzz', 1990), text)).toBeNull();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tells apart two keys that share their first half', () => {
    // Found by search: the year keys of each pair agree in `hi` and differ in `lo`.
    const titles = ['flraiby', 'madumkd', 'jrihxwa', 'tohaljy', 'gelblwq', 'spfvwdz'];
    const { known, text, manifest } = table(
      titles.map((title) => ({ item: book(title), vector: [0, 0, 0, 0], biases: [0, 0, 0] })),
    );
    const halves = titles.map((title) => lookupKeys(manifest.featureSchema.fingerprint, book(title), text)[0]?.hi);
    expect(new Set(halves).size).toBe(3);
    expect(titles.map((title) => known.rowOf(book(title), text))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("adds a row's scaled vector and its biases to what stands there, and touches nothing beside it", () => {
    const { known } = table([
      { item: book('A'), vector: [1, 2, 3, 4], biases: [10, 20, 30] },
      { item: book('B'), vector: [-2, 0, 2, 127], biases: [1, 2, 3], rating: 0.5, popularity: 1 },
    ]);
    const vectors = new Float32Array(12).fill(1);
    const biases = new Float32Array(9).fill(1);
    known.addTo(1, vectors.subarray(4), biases.subarray(3));
    expect([...vectors]).toEqual([1, 1, 1, 1, 0, 1, 2, 64.5, 1, 1, 1, 1]);
    expect([...biases]).toEqual([1, 1, 1, 2, 3, 4, 1, 1, 1]);
  });

  it('tells an unknown rating from a low one', () => {
    const { known } = table([
      { item: book('A'), vector: [0, 0, 0, 0], biases: [0, 0, 0] },
      { item: book('B'), vector: [0, 0, 0, 0], biases: [0, 0, 0], rating: 0, popularity: 0.2 },
      { item: book('C'), vector: [0, 0, 0, 0], biases: [0, 0, 0], rating: 1, popularity: 1 },
    ]);
    expect([0, 1, 2].map((row) => known.rating(row))).toEqual([null, 0, 1]);
    expect([0, 1, 2].map((row) => known.popularity(row))).toEqual([0, 0.2, 1]);
  });

  it('refuses a file shorter than its manifest says', () => {
    const { manifest, knownItems } = table([{ item: book('A'), vector: [0, 0, 0, 0], biases: [0, 0, 0] }]);
    expect(() => new KnownItems(manifest, knownItems.slice(0, 16))).toThrow(
      expect.objectContaining({ code: 'model-damaged' }),
    );
  });
});
