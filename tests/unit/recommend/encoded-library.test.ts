import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { Catalogue } from '../../../renderer/src/recommend/encoded-library';
import { FAKE_DIM, fakeModel } from '../../fixtures/fake-model';
import { checkerboard, libraryItem } from '../../fixtures/recommender-data';

const vectorOf = (catalogue: Catalogue, id: string, mode: 'warm' | 'cold' = 'warm'): number[] => {
  const row = catalogue.rowOf(itemId(id)) ?? -1;
  return [...catalogue.matrix(mode).vectors.subarray(row * FAKE_DIM, (row + 1) * FAKE_DIM)];
};

describe('catalogue', () => {
  it('encodes one edited item, not the library', async () => {
    const model = fakeModel();
    const catalogue = new Catalogue(model);
    await catalogue.set(checkerboard(20), {});
    expect(model.encodedCounts).toEqual([20]);
    await catalogue.update([libraryItem('book3', { tags: ['red'] })], [], {});
    expect(model.encodedCounts).toEqual([20, 1]);
    expect(catalogue.size).toBe(20);
    expect(vectorOf(catalogue, 'book3')).toEqual([0, 0, 1, 0]);
    expect(vectorOf(catalogue, 'book4')).toEqual([1, 0, 0, 0]);
  });

  it('does nothing where all it is told is what it knows', async () => {
    const model = fakeModel();
    const catalogue = new Catalogue(model);
    const items = checkerboard(20);
    expect(await catalogue.set(items, {})).toBe(true);
    // As the app sends them: with more than the recommender may know.
    expect(
      await catalogue.update(
        items.map((item) => ({ ...item, ownRating: 0.9 })),
        [],
        {},
      ),
    ).toBe(false);
    expect(await catalogue.update([], [itemId('nowhere')], {})).toBe(false);
    expect(
      await catalogue.update(
        items.slice(0, 1).map((item) => ({ ...item, length: 320 })),
        [],
        {},
      ),
    ).toBe(true);
    expect(await catalogue.update(items.slice(0, 1), [], {})).toBe(true);
    expect(await catalogue.set(items, {})).toBe(false);
    expect(model.encodedCounts).toEqual([20, 1, 1]);
    // Removed and sent again in one call, a thing is there.
    expect(await catalogue.update(items.slice(0, 1), [itemId('book0')], {})).toBe(true);
    expect(catalogue.size).toBe(20);
    expect(await catalogue.set(items.slice(1), {})).toBe(true);
    expect(catalogue.size).toBe(19);
  });

  it('gives each item its own row, through batches, growth, removal and reuse', async () => {
    const catalogue = new Catalogue(fakeModel());
    await catalogue.set(checkerboard(600), {});
    await catalogue.update([], [itemId('book1'), itemId('book598')], {});
    await catalogue.update(
      [
        libraryItem('green', { tags: ['green'] }),
        libraryItem('red', { tags: ['red'] }),
        libraryItem('both', { tags: ['red', 'green'] }),
      ],
      [],
      {},
    );
    expect(catalogue.size).toBe(601);
    expect(catalogue.capacity).toBe(601);
    expect(catalogue.rowOf(itemId('book1'))).toBeUndefined();
    expect([vectorOf(catalogue, 'green'), vectorOf(catalogue, 'red'), vectorOf(catalogue, 'both')]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 0, 1, 1],
    ]);
    for (let index = 2; index < 598; index += 1)
      expect(vectorOf(catalogue, `book${String(index)}`)).toEqual(index % 2 === 0 ? [1, 0, 0, 0] : [0, 1, 0, 0]);
  });

  it('adds what the table knows to the warm vector alone', async () => {
    const catalogue = new Catalogue(
      fakeModel([
        { item: { kind: 'book', title: 'Other', creators: [], year: 1900 }, vector: [9, 9, 9, 9], biases: [9, 9, 9] },
        {
          item: { kind: 'book', title: 'Famous', creators: [], year: 2000 },
          vector: [0, 4, 0, 0],
          biases: [1, 2, 3],
          popularity: 1,
        },
      ]),
    );
    await catalogue.set(
      [
        libraryItem('a', { title: 'FAMOUS!', tags: ['black'] }),
        libraryItem('b', { title: 'Famous', year: 1950, tags: ['black'] }),
      ],
      {},
    );
    expect(vectorOf(catalogue, 'a')).toEqual([1, 2, 0, 0]);
    expect(vectorOf(catalogue, 'a', 'cold')).toEqual([1, 0, 0, 0]);
    expect(vectorOf(catalogue, 'b')).toEqual([1, 0, 0, 0]);
    const row = catalogue.rowOf(itemId('a')) ?? -1;
    expect([...catalogue.matrix('warm').biases.subarray(row * 3, row * 3 + 3)]).toEqual([1, 2, 3]);
    expect([...catalogue.matrix('cold').biases.subarray(row * 3, row * 3 + 3)]).toEqual([0, 0, 0]);
    expect(catalogue.popularity(row)).toBe(1);
    expect(catalogue.recognised()).toEqual({ known: 1, total: 2 });
    await catalogue.update([libraryItem('a', { title: 'Obscure' })], [], {});
    expect(catalogue.recognised()).toEqual({ known: 0, total: 2 });
    expect(vectorOf(catalogue, 'a')).toEqual([0, 0, 0, 0]);
  });

  it('stays as it was where a call is cancelled', async () => {
    const catalogue = new Catalogue(fakeModel());
    await catalogue.set(checkerboard(4), {});
    await expect(
      catalogue.update([libraryItem('new')], [itemId('book0')], {
        throwIfCancelled: () => {
          throw new Error('no');
        },
      }),
    ).rejects.toThrow('no');
    expect(catalogue.size).toBe(4);
    expect(catalogue.rowOf(itemId('new'))).toBeUndefined();
  });

  it('reports progress in items, and takes the last of two copies', async () => {
    const catalogue = new Catalogue(fakeModel());
    const seen: number[] = [];
    await catalogue.set([...checkerboard(300), libraryItem('book0', { tags: ['green'] })], {
      onProgress: (done, total) => {
        seen.push(done, total);
      },
    });
    expect(seen).toEqual([256, 300, 300, 300]);
    expect(vectorOf(catalogue, 'book0')).toEqual([0, 0, 0, 1]);
  });

  it('replaces the whole library, forgetting what is no longer in it', async () => {
    const catalogue = new Catalogue(null);
    await catalogue.set(checkerboard(5), {});
    await catalogue.set(checkerboard(2), {});
    expect(catalogue.size).toBe(2);
    expect(catalogue.rowOf(itemId('book4'))).toBeUndefined();
  });
});
