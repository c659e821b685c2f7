import { NO_ROW } from '../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { FAKE_DIM, fakeModel } from '../../fixtures/fake-model';
import { checkerboard, libraryItem } from '../../fixtures/recommender-data';

const vectorOf = (library: EncodedLibrary, id: string, mode: 'warm' | 'cold' = 'warm'): number[] => {
  const row = library.rowOf(itemId(id)) ?? NO_ROW;
  return [...library.matrix(mode).vectors.subarray(row * FAKE_DIM, (row + 1) * FAKE_DIM)];
};

describe('library', () => {
  it('encodes one edited item, not the library', async () => {
    const model = fakeModel();
    const library = new EncodedLibrary(model);
    await library.set(checkerboard(20), {});
    expect(model.encodedCounts).toEqual([20]);
    await library.update([libraryItem('book3', { tags: ['red'] })], [], {});
    expect(model.encodedCounts).toEqual([20, 1]);
    expect(library.size).toBe(20);
    expect(vectorOf(library, 'book3')).toEqual([0, 0, 1, 0]);
    expect(vectorOf(library, 'book4')).toEqual([1, 0, 0, 0]);
  });

  it('does nothing where all it is told is what it knows', async () => {
    const model = fakeModel();
    const library = new EncodedLibrary(model);
    const items = checkerboard(20);
    expect(await library.set(items, {})).toBe(true);
    // As the app sends them: with more than the recommender may know.
    expect(
      await library.update(
        items.map((item) => ({ ...item, ownRating: 0.9 })),
        [],
        {},
      ),
    ).toBe(false);
    expect(await library.update([], [itemId('nowhere')], {})).toBe(false);
    expect(
      await library.update(
        items.slice(0, 1).map((item) => ({ ...item, length: 320 })),
        [],
        {},
      ),
    ).toBe(true);
    expect(library.item(library.rowOf(itemId('book0')) ?? NO_ROW).length).toBe(320);
    expect(await library.update(items.slice(0, 1), [], {})).toBe(true);
    expect(await library.set(items, {})).toBe(false);
    // A length is a fact the recommender has, and no part of a vector.
    expect(model.encodedCounts).toEqual([20]);
    expect(vectorOf(library, 'book0')).toEqual([1, 0, 0, 0]);
    // Removed and sent again in one call, a thing is there.
    expect(await library.update(items.slice(0, 1), [itemId('book0')], {})).toBe(true);
    expect(library.size).toBe(20);
    expect(await library.set(items.slice(1), {})).toBe(true);
    expect(library.size).toBe(19);
  });

  it('gives each item its own row, through batches, growth, removal and reuse', async () => {
    const library = new EncodedLibrary(fakeModel());
    await library.set(checkerboard(600), {});
    await library.update([], [itemId('book1'), itemId('book598')], {});
    await library.update(
      [
        libraryItem('green', { tags: ['green'] }),
        libraryItem('red', { tags: ['red'] }),
        libraryItem('both', { tags: ['red', 'green'] }),
      ],
      [],
      {},
    );
    expect(library.size).toBe(601);
    expect(library.capacity).toBe(601);
    expect(library.rowOf(itemId('book1'))).toBeUndefined();
    expect([vectorOf(library, 'green'), vectorOf(library, 'red'), vectorOf(library, 'both')]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 0, 1, 1],
    ]);
    for (let index = 2; index < 598; index += 1)
      expect(vectorOf(library, `book${String(index)}`)).toEqual(index % 2 === 0 ? [1, 0, 0, 0] : [0, 1, 0, 0]);
  });

  it('adds what the table knows to the warm vector alone', async () => {
    const library = new EncodedLibrary(
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
    await library.set(
      [
        libraryItem('a', { title: 'FAMOUS!', tags: ['black'] }),
        libraryItem('b', { title: 'Famous', year: 1950, tags: ['black'] }),
      ],
      {},
    );
    expect(vectorOf(library, 'a')).toEqual([1, 2, 0, 0]);
    expect(vectorOf(library, 'a', 'cold')).toEqual([1, 0, 0, 0]);
    expect(vectorOf(library, 'b')).toEqual([1, 0, 0, 0]);
    const row = library.rowOf(itemId('a')) ?? NO_ROW;
    expect([...library.matrix('warm').biases.subarray(row * 3, row * 3 + 3)]).toEqual([1, 2, 3]);
    expect([...library.matrix('cold').biases.subarray(row * 3, row * 3 + 3)]).toEqual([0, 0, 0]);
    expect(library.popularity(row)).toBe(1);
    expect(library.recognised()).toEqual({ known: 1, total: 2 });
    await library.update([libraryItem('a', { title: 'Obscure' })], [], {});
    expect(library.recognised()).toEqual({ known: 0, total: 2 });
    expect(vectorOf(library, 'a')).toEqual([0, 0, 0, 0]);
  });

  it('stays as it was where a call is cancelled', async () => {
    const library = new EncodedLibrary(fakeModel());
    await library.set(checkerboard(4), {});
    await expect(
      library.update([libraryItem('new')], [itemId('book0')], {
        throwIfCancelled: () => {
          throw new Error('no');
        },
      }),
    ).rejects.toThrow('no');
    expect(library.size).toBe(4);
    expect(library.rowOf(itemId('new'))).toBeUndefined();
  });

  it('reports progress in items, and takes the last of two copies', async () => {
    const library = new EncodedLibrary(fakeModel());
    const seen: number[] = [];
    await library.set([...checkerboard(300), libraryItem('book0', { tags: ['green'] })], {
      onProgress: (done, total) => {
        seen.push(done, total);
      },
    });
    expect(seen).toEqual([256, 300, 300, 300]);
    expect(vectorOf(library, 'book0')).toEqual([0, 0, 0, 1]);
  });

  it('replaces the whole library, forgetting what is no longer in it', async () => {
    const library = new EncodedLibrary(null);
    await library.set(checkerboard(5), {});
    await library.set(checkerboard(2), {});
    expect(library.size).toBe(2);
    expect(library.rowOf(itemId('book4'))).toBeUndefined();
  });

  it('fills in from the catalogue what an item lacks, and nothing that it says itself', async () => {
    const backgroundFacts = {
      kin: [],
      titles: ['Dune'],
      creators: ['Frank Herbert'],
      cast: ['Zendaya'],
      tags: ['red'],
      year: 1965,
    };
    const library = new EncodedLibrary(fakeModel());
    await library.set(
      [
        libraryItem('bare', { year: null, backgroundFacts }),
        libraryItem('own', { creators: ['Somebody'], tags: ['green'], backgroundFacts }),
      ],
      {},
    );
    const factsOf = (id: string) => {
      const { creators, tags, year } = library.item(library.rowOf(itemId(id)) ?? NO_ROW);
      return { creators, tags, year };
    };
    expect(factsOf('bare')).toEqual({ creators: ['Frank Herbert'], tags: ['red'], year: 1965 });
    expect(factsOf('own')).toEqual({ creators: ['Somebody'], tags: ['green'], year: 2000 });
    expect(vectorOf(library, 'bare')).toEqual([0, 0, 1, 0]);
    expect(vectorOf(library, 'own')).toEqual([0, 0, 0, 1]);
    expect(library.names(library.rowOf(itemId('bare')) ?? NO_ROW).cast).toEqual(['zendaya']);
  });

  it('encodes an item again when the catalogue is heard, and once', async () => {
    const model = fakeModel();
    const library = new EncodedLibrary(model);
    const backgroundFacts = { kin: [], titles: [], creators: [], cast: [], tags: ['white'], year: null };
    await library.set([libraryItem('bare'), libraryItem('other')], {});
    expect(await library.update([libraryItem('bare', { backgroundFacts })], [], {})).toBe(true);
    expect(await library.update([libraryItem('bare', { backgroundFacts: { ...backgroundFacts } })], [], {})).toBe(
      false,
    );
    expect(model.encodedCounts).toEqual([2, 1]);
    expect(vectorOf(library, 'bare')).toEqual([0, 1, 0, 0]);
  });

  it('leaves the vector of what the table knows as it was trained: the catalogue’s tags count elsewhere', async () => {
    const item = { kind: 'book', title: 'Title known', creators: [], year: 2000 };
    const library = new EncodedLibrary(fakeModel([{ item, vector: [0, 0, 0, 2], biases: [0, 0, 0] }]));
    const backgroundFacts = { kin: [], titles: [], creators: ['Ada'], cast: [], tags: ['white'], year: null };
    await library.set([libraryItem('known', { backgroundFacts })], {});
    expect(vectorOf(library, 'known')).toEqual([0, 0, 0, 1]);
    expect(library.names(library.rowOf(itemId('known')) ?? NO_ROW).tags).toEqual(['white']);
  });

  it('gives a thing that the table does not have the mean of what it says of its kin, shrunk, and no other', async () => {
    const known = (title: string) => ({ kind: 'book', title, creators: [], year: 2000 });
    const library = new EncodedLibrary(
      fakeModel([
        { item: known('One'), vector: [0, 0, 2, 0], biases: [0, 0, 3] },
        { item: known('Two'), vector: [0, 0, 0, 4], biases: [0, 0, 0] },
      ]),
    );
    const kin = [
      { ...known('One'), likeness: 1 },
      { ...known('Two'), likeness: 0.5 },
      { ...known('In no table'), likeness: 1 },
    ];
    const backgroundFacts = { kin, titles: [], creators: [], cast: [], tags: ['white'], year: null };
    const wine = { kind: 'wine', backgroundFacts };
    await library.set([libraryItem('unknown', { backgroundFacts }), libraryItem('untrained', wine)], {});
    // (1 × 1, ½ × 2) / (1 + 1 + ½): the fake's rows count half.
    expect(vectorOf(library, 'unknown')).toEqual([0, 1, expect.closeTo(0.4, 6), expect.closeTo(0.4, 6)]);
    expect(vectorOf(library, 'untrained')).toEqual([0, 1, 0, 0]);
  });

  it('finds an item in the table under another of its titles', async () => {
    const item = { kind: 'movie', title: 'Spirited Away', creators: [], year: 2001 };
    const library = new EncodedLibrary(fakeModel([{ item, vector: [0, 0, 0, 2], biases: [0, 0, 0] }]));
    const titled = { kind: 'movie', title: 'Chihiros Reise ins Zauberland', year: 2001 };
    const backgroundFacts = { kin: [], titles: ['Spirited Away'], creators: [], cast: [], tags: [], year: 2001 };
    await library.set([libraryItem('unknown', titled), libraryItem('known', { ...titled, backgroundFacts })], {});
    expect(['unknown', 'known'].map((id) => library.isKnown(library.rowOf(itemId(id)) ?? NO_ROW))).toEqual([
      false,
      true,
    ]);
  });
});
