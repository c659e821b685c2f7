import { describe, expect, it } from 'vitest';
import { hasCommonGround, NO_COMMON_GROUND, type CommonGround } from '../../../../renderer/src/domain/common-ground';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { itemId } from '../../../../renderer/src/domain/ids';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { commonGround } from '../../../../renderer/src/recommend/explaining/common-ground';
import { eventReasons } from '../../../../renderer/src/recommend/explaining/event-reasons';
import { fakeModel, type FakeKnownItem } from '../../../fixtures/fake-model';
import { checkerboard, libraryItem } from '../../../fixtures/recommender-data';

async function libraryOf(items: readonly LibraryItem[], known: readonly FakeKnownItem[] = []): Promise<EncodedLibrary> {
  const library = new EncodedLibrary(fakeModel(known));
  await library.set(items, {});
  return library;
}
const rowIn = (library: EncodedLibrary, id: string) => {
  const row = library.rowOf(itemId(id));
  if (row === undefined) throw new Error(`${id} is missing`);
  return row;
};
/** What "pick" has in common with "other". */
async function between(other: Partial<LibraryItem>, pick: Partial<LibraryItem>): Promise<CommonGround> {
  const library = await libraryOf([
    ...checkerboard(10),
    libraryItem('third', { tags: ['garden'] }),
    libraryItem('other', other),
    libraryItem('pick', pick),
  ]);
  return commonGround(rowIn(library, 'other'), rowIn(library, 'pick'), library);
}

describe('what two things have in common', () => {
  it('is nothing for a year, a shelf, a format, a language or a status', async () => {
    const tags = ['2016', 'read-in-2019', 'to-read', 'owned', 'audiobook', 'German', 'favorites', '5 stars', 'books'];
    const found = await between({ tags }, { tags });
    expect(found).toEqual(NO_COMMON_GROUND);
    expect(hasCommonGround(found)).toBe(false);
  });

  it('is a maker, but not “Various Artists”', async () => {
    expect((await between({ creators: ['ANN OX'] }, { creators: ['Bo', 'Ann Ox'] })).creator).toBe('Ann Ox');
    const nobody = ['Various Artists', 'Unknown', 'Anonymous'];
    expect((await between({ creators: nobody }, { creators: nobody })).creator).toBeNull();
  });

  it('is a tag that says something, the rarest first', async () => {
    const tags = ['garden', 'space'];
    expect((await between({ tags }, { tags })).tags).toEqual(['space', 'garden']);
  });

  it('is no genre that half of all films have, unless beside a narrower one', async () => {
    const found = await between({ tags: ['Adventure', 'Drama'] }, { tags: ['adventure', 'drama'] });
    expect(hasCommonGround(found)).toBe(false);
    const tags = ['Adventure', 'space'];
    expect((await between({ tags }, { tags })).tags.toSorted()).toEqual(['Adventure', 'space']);
  });

  it('is the narrower of two tags, not both', async () => {
    const tags = ['Space opera', 'space', 'garden'];
    expect((await between({ tags }, { tags: [...tags, 'opera'] })).tags).toEqual(['Space opera', 'garden']);
    // Inside a word it is another word.
    expect((await between({ tags: ['art', 'heart'] }, { tags: ['art', 'heart'] })).tags.toSorted()).toEqual([
      'art',
      'heart',
    ]);
  });

  it('is the series that both name', async () => {
    const wheel = { name: 'The Wheel of Time', position: 1 };
    const other = { title: 'The Eye of the World', series: wheel };
    expect((await between(other, { title: 'The Great Hunt', series: { ...wheel, position: 2 } })).series).toBe(
      'The Wheel of Time',
    );
    expect((await between(other, { title: 'Emma', series: null })).series).toBeNull();
  });

  it('is the series of films whose titles begin alike, but not of books, nor of two films of one name', async () => {
    const movie = (title: string, year = 2000): Partial<LibraryItem> => ({ kind: 'movie', title, year });
    expect((await between(movie('Toy Story'), movie('Toy Story 3'))).series).toBe('toy story');
    expect((await between(movie('Alien'), movie('Alien: Covenant'))).series).toBe('alien');
    expect((await between(movie('Alien'), movie('Emma'))).series).toBeNull();
    expect((await between(movie('The Lion King', 1994), movie('The Lion King', 2019))).series).toBeNull();
    expect((await between({ title: 'Life' }, { title: 'Life: A User’s Manual' })).series).toBeNull();
  });
});

describe('things loved together', () => {
  const known = (title: string, vector: readonly number[], neighbours: FakeKnownItem['neighbours']): FakeKnownItem => ({
    item: { kind: 'book', title, creators: [], year: 2000 },
    vector,
    biases: [0, 0, 0],
    ...(neighbours === undefined ? {} : { neighbours }),
  });
  const together = async (there: number, back: number, vector: readonly number[] = [2, 0, 0, 0]): Promise<boolean> => {
    const library = await libraryOf(
      [libraryItem('other', { title: 'Other' }), libraryItem('pick', { title: 'Pick' })],
      [known('Other', [2, 0, 0, 0], [[1, there]]), known('Pick', vector, [[0, back]])],
    );
    return commonGround(rowIn(library, 'other'), rowIn(library, 'pick'), library).lovedTogether;
  };

  it('are neighbours of each other, well above chance, whose vectors agree', async () => {
    expect(await together(3, 3)).toBe(true);
    // Everybody likes it, so it is a neighbour of all: it has none of them among its own.
    expect(await together(30, 0)).toBe(false);
    expect(await together(1, 1)).toBe(false);
    expect(await together(3, 3, [0, 2, 0, 0])).toBe(false);
    expect(await together(-3, -3)).toBe(false);
  });
});

describe('events that may be named', () => {
  const ALIKE = 0.5;
  const events = (library: EncodedLibrary, ...weighed: readonly (readonly [string, number | null, number])[]) =>
    weighed.map(([id, rating, contribution]) => ({ row: rowIn(library, id), rating, chosen: false, contribution }));

  it('have something in common with the pick, whatever moved the score', async () => {
    const library = await libraryOf([
      ...checkerboard(10),
      libraryItem('pick', { creators: ['Ann Ox'] }),
      libraryItem('hers', { creators: ['Ann Ox'] }),
    ]);
    const pick = rowIn(library, 'pick');
    const named = eventReasons(events(library, ['book0', 1, 0.9], ['hers', 1, 0.1]), pick, library, ALIKE);
    expect(named).toEqual([expect.objectContaining({ type: 'event', itemId: 'hers', contribution: 0.1 })]);
    // Not what spoke against it, nor what was not liked.
    expect(eventReasons(events(library, ['hers', 1, -0.1]), pick, library, ALIKE)).toEqual([]);
    expect(eventReasons(events(library, ['hers', 0.6, 0.5]), pick, library, ALIKE)).toEqual([]);
  });

  it('are the taste as a whole where none has, and there are enough of them', async () => {
    const library = await libraryOf([...checkerboard(10), libraryItem('pick', {})]);
    const pick = rowIn(library, 'pick');
    const three = events(library, ['book0', 1, 0.2], ['book1', 1, 0.1], ['book2', null, -0.1]);
    expect(eventReasons(three, pick, library, ALIKE)).toEqual([
      { type: 'taste', contribution: expect.closeTo(0.2, 9) },
    ]);
    expect(eventReasons(three.slice(0, 2), pick, library, ALIKE)).toEqual([]);
    // The nearest thing of a library may still be far from what somebody likes.
    expect(eventReasons(three, pick, library, 0.1)).toEqual([]);
  });
});
