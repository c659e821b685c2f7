import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareThings,
  type ComparisonScope,
  type IdentityVerdict,
} from '../../../renderer/src/identity/compare-things';
import type { Thing } from '../../../renderer/src/identity/same-facts';

const thing = (kind: string, title: string, rest: Partial<Thing> = {}): Thing => ({
  kind,
  title,
  creators: [],
  year: null,
  series: null,
  ...rest,
});
const book = (
  title: string,
  author: string | null = null,
  year: number | null = null,
  rest: Partial<Thing> = {},
): Thing => thing('book', title, { creators: author === null ? [] : [author], year, ...rest });
const film = (
  title: string,
  year: number | null = null,
  director: string | null = null,
  rest: Partial<Thing> = {},
): Thing => thing('movie', title, { creators: director === null ? [] : [director], year, ...rest });

const ISBN = '9780306406157';
const WITHIN: ComparisonScope = 'one-source';
const BETWEEN: ComparisonScope = 'two-sources';

/** Both ways, which must agree. */
function compare(left: Thing, right: Thing, scope: ComparisonScope): IdentityVerdict {
  const found = compareThings(left, right, scope);
  expect(compareThings(right, left, scope)).toEqual(found);
  return found;
}
const verdict = (left: Thing, right: Thing, scope: ComparisonScope = BETWEEN): string =>
  compare(left, right, scope).verdict;

describe('a film here and a series there', () => {
  const series = (title: string): Thing => thing('series', title, { year: 1994 });

  it('are one under one title of one year, with its article', () => {
    expect(verdict(film('Reed Harbour', 1994), series('Reed Harbour'))).toBe('same');
    expect(verdict(film('The Reed Harbour', 1994), series('Reed Harbour, The'))).toBe('same');
    expect(verdict(film('The Reed Harbour', 1994), series('Reed Harbour'))).toBe('doubtful');
    expect(verdict(film("L'Aube", 1994), series('Aube'))).toBe('doubtful');
  });
});

describe('ids', () => {
  it('of a service prove a thing, whatever the title', () => {
    const numbered = { identifiers: { goodreads: '7' } };
    expect(verdict(book('The Book', 'Ann Vole', null, numbered), book('Renamed by me', 'A. V.', null, numbered))).toBe(
      'same',
    );
  });

  it('of an ISBN meet in both forms', () => {
    const left = book('The Book', null, null, { identifiers: { isbn10: '0306406152' } });
    expect(compare(left, book('Other Words', null, null, { identifiers: { isbn13: ISBN } }), BETWEEN)).toMatchObject({
      verdict: 'same',
      evidence: ['same-id'],
    });
  });

  it.each([
    ['without a valid check digit', 'isbn13', '9780306406158'],
    ['rounded by a spreadsheet', 'isbn13', '9780310000000'],
    ['shown by a spreadsheet as a power of ten', 'isbn13', '9.78031E+12'],
    ['of zeros', 'isbn10', '0000000000'],
    ['of Goodreads, rounded', 'goodreads', '248000000'],
  ])('%s prove nothing', (_words, name, id) => {
    const identifiers = { [name]: id };
    for (const scope of [WITHIN, BETWEEN])
      expect(
        verdict(
          book('Red Kites', 'Ann Vole', 2001, { identifiers }),
          book('Blue Tractors', 'Bo Quill', 2011, { identifiers }),
          scope,
        ),
      ).toBe('different');
  });

  it('printed on two volumes leave two things', () => {
    const identifiers = { isbn13: ISBN };
    const volume = (number: number): Thing =>
      book(`Chronicle of the Fens. Volume ${String(number)}`, 'Ann Vole', 1990, { identifiers });
    const part = (position: number, title: string): Thing =>
      book(title, 'Ann Vole', 1990, { identifiers, series: { name: 'Fens', position } });
    for (const scope of [WITHIN, BETWEEN]) {
      expect(verdict(volume(1), volume(2), scope)).toBe('different');
      expect(verdict(part(1, 'Reed'), part(2, 'Sedge'), scope)).toBe('different');
    }
    expect(
      verdict(
        book('Reed', 'Ann Vole', 1990, { identifiers }),
        book('Sedge', 'Ann Vole', 1990, { identifiers }),
        WITHIN,
      ),
    ).toBe('doubtful');
  });

  it('on two things with nothing in common: not believed inside one file, doubtful between two', () => {
    const pair = [
      book('Reed', 'Ann Vole', 1990, { identifiers: { isbn13: ISBN } }),
      book('Kites', 'Bo Quill', 2001, { identifiers: { isbn13: ISBN } }),
    ] as const;
    expect(verdict(...pair, WITHIN)).toBe('different');
    expect(verdict(...pair, BETWEEN)).toBe('doubtful');
  });

  it('that differ exclude each other where they name works, not where they name editions', () => {
    const ids = (name: string, id: string): Partial<Thing> => ({ identifiers: { [name]: id } });
    expect(verdict(film('Reed', 1997, null, ids('imdb', 'tt1')), film('Reed', 1997, null, ids('imdb', 'tt2')))).toBe(
      'different',
    );
    expect(
      verdict(
        book('Reed', 'Ann Vole', 1997, ids('goodreads', '1')),
        book('Reed', 'Ann Vole', 1997, ids('goodreads', '2')),
      ),
    ).toBe('same');
  });

  it('of a register for other kinds are not compared', () => {
    const identifiers = { imdb: 'tt1' };
    expect(verdict(book('Reed', null, null, { identifiers }), book('Sedge', null, null, { identifiers }))).toBe(
      'different',
    );
  });
});

describe('books', () => {
  it.each([
    ['without case, accents and marks', book('“THE—book”', 'J.M.     Clarke'), book('The Book', 'J. M. Clárke')],
    ['a reprint of another year', book('Reed', 'Ann Vole', 1965), book('Reed', 'Ann Vole', 1990)],
    ['initials', book('Reed', 'J.R.R. Quill'), book('Reed', 'J. R. R. Quill', 1950)],
    [
      'subtitle in one source only',
      book('A Short Account of Rain', 'Ann Vole', 2001),
      book('A Short Account of Rain: How Weather Made Us', 'Ann Vole'),
    ],
    ['title and year where one has no author', book('Reed', 'Ann Vole', 1990), book('Reed', null, 1990)],
    ['ø ł ß', book('Łódź Øst Straße', 'Di Łuk'), book('Lodz Ost Strasse', 'Di Luk')],
  ])('are the same: %s', (_words, left, right) => {
    expect(verdict(left, right)).toBe('same');
  });

  it.each([
    ['another author', book('Reed', 'Ann Vole', 1990), book('Reed', 'Bo Quill', 1990)],
    ['another title', book('Reed', 'Ann Vole', 1990), book('Sedge', 'Ann Vole', 1990)],
    ['no author and another year', book('Reed', 'Ann Vole', 1990), book('Reed', null, 2001)],
    [
      'the comic of the novel',
      book('Reed', 'Novelist', 1937),
      book('Reed', null, 1989, { creators: ['Artist', 'Novelist'] }),
    ],
    [
      'another place in the series',
      book('Reed', 'Ann Vole', null, { series: { name: 'S', position: 1 } }),
      book('Reed', 'Ann Vole', null, { series: { name: 'S', position: 2 } }),
    ],
  ])('are different: %s', (_words, left, right) => {
    expect(verdict(left, right)).toBe('different');
  });

  it('of one author and title decades apart are doubtful inside one source', () => {
    const early = book('The Visit', 'Ann Vole', 1961);
    expect(compare(early, book('The Visit', 'Ann Vole', 1998), WITHIN)).toMatchObject({
      verdict: 'doubtful',
      evidence: ['years-decades-apart', 'same-title', 'same-maker'],
    });
    const numbered = (thing: Thing, goodreads: string): Thing => ({ ...thing, identifiers: { goodreads } });
    // A service that has two numbers for them describes both in one way, wherever the rows stand.
    expect(verdict(numbered(early, '1'), numbered(book('The Visit', 'Ann Vole', 1998), '2'), BETWEEN)).toBe('doubtful');
  });

  it.each(['Poems', 'Selected Stories', 'Home', 'The Collected Poems of Ann Vole', 'Gedichte'])(
    'of the generic title “%s” are doubtful unless the year agrees',
    (title) => {
      expect(verdict(book(title, 'Ann Vole', 1961), book(title, 'Ann Vole', 1998))).toBe('doubtful');
      expect(verdict(book(title, 'Ann Vole', 1961), book(title, 'Ann Vole'))).toBe('doubtful');
      expect(verdict(book(title, 'Ann Vole', 1961), book(title, null, 1961))).toBe('doubtful');
      expect(verdict(book(title, 'Ann Vole', 1961), book(title, 'Bo Quill', 1961))).toBe('different');
      expect(verdict(book(title, 'Ann Vole', 1961), book(title, 'Vole, Ann', 1961))).toBe('same');
    },
  );

  it('with a maker are never merged with a bare title', () => {
    for (const scope of [WITHIN, BETWEEN]) {
      expect(verdict(book('Reed'), book('Reed', 'Ann Vole', 1990), scope)).toBe('doubtful');
      expect(verdict(book('Reed'), book('Reed', 'Ann Vole'), scope)).toBe('doubtful');
      expect(verdict(book('Reed'), book('RÉED', null, null, { length: 90 }), scope)).toBe('same');
      expect(verdict(thing('anime', 'Reed-On!'), thing('anime', 'Reed-On!!'), scope)).toBe('doubtful');
      expect(verdict(thing('anime', 'Reed'), thing('anime', 'Reed: The Film'), scope)).toBe('doubtful');
    }
  });

  it('whose base title is a series’ name are doubtful', () => {
    const first = book('Fens: The Last Reed', 'Ann Vole', 2006, { series: { name: 'Fens', position: 1 } });
    expect(verdict(book('Fens', 'Ann Vole', 2006), first)).toBe('doubtful');
    expect(verdict(book('Fens', 'Ann Vole'), book('Fens: The Last Reed', 'Ann Vole'))).toBe('doubtful');
  });
});

describe('films', () => {
  it('of neighbouring years are one between services, two inside one file', () => {
    const pair = [film('Paper Harbour', 2019, 'Ann Vole'), film('Paper Harbour', 2018)] as const;
    expect(verdict(...pair, BETWEEN)).toBe('same');
    expect(verdict(...pair, WITHIN)).toBe('different');
    expect(verdict(film('Reed', 2018, 'Ann Vole'), film('Reed', 2019, 'Ann Vole'), WITHIN)).toBe('different');
    expect(verdict(film('Reed', 2018), film('Reed', 2020), BETWEEN)).toBe('different');
  });

  it('are the only kind with that tolerance', () => {
    expect(
      verdict(thing('series', 'Amber Years', { year: 2018 }), thing('series', 'Amber Years', { year: 2019 })),
    ).toBe('different');
  });

  it('go by the original title too', () => {
    expect(
      verdict(film('Long Meadow', 2003, 'Bo Quill', { originalTitle: 'Lange Wiese' }), film('Lange Wiese', 2003)),
    ).toBe('same');
  });

  it('of another director or a remake of the same one are others', () => {
    expect(verdict(film('Reed', 1997, 'Ann Vole'), film('Reed', 1997, 'Bo Quill'))).toBe('different');
    expect(verdict(film('Reed', 1997, 'Ann Vole'), film('Reed', 2007, 'Ann Vole'))).toBe('different');
  });

  it('without a year go by the director, and by nothing where there is none', () => {
    expect(verdict(film('Reed', 1997, 'Ann Vole'), film('Reed', null, 'Ann Vole'))).toBe('same');
    expect(verdict(film('Reed', 1997), film('Reed', null, 'Ann Vole'))).toBe('doubtful');
    expect(verdict(film('Reed', 1997, 'Ann Vole'), film('Reed'))).toBe('doubtful');
  });

  it('of a generic title need a director', () => {
    expect(verdict(film('Home', 2009, 'Ann Vole'), film('Home', 2009))).toBe('doubtful');
    expect(verdict(film('Home', 2009, 'Ann Vole'), film('Home', 2009, 'A. Vole'))).toBe('same');
  });

  it('with a subtitle in one source need a director', () => {
    expect(verdict(film('Rogue', 2016, 'Ann Vole'), film('Rogue: A Star Story', 2016, 'Ann Vole'))).toBe('same');
    expect(verdict(film('Rogue', 2016), film('Rogue: A Star Story', 2016))).toBe('doubtful');
    const long = film('Rogue', 2016, 'Ann Vole', { length: 103 });
    expect(verdict(long, film('Rogue: Making of', 2016, 'Ann Vole', { length: 12 }))).toBe('doubtful');
  });

  it('under a translated title are known by director, year and length', () => {
    const original = film('Das Leben der Anderen', 2006, 'Ann Vole', { length: 137 });
    expect(verdict(original, film('The Lives of Others', 2006, 'Ann Vole', { length: 137 }))).toBe('same');
    expect(verdict(original, film('The Lives of Others', 2006, 'Ann Vole', { length: 138 }))).toBe('different');
    expect(verdict(original, film('The Lives of Others', 2006, 'Ann Vole', { length: 137 }), WITHIN)).toBe('different');
    const short = (title: string): Thing => film(title, 1953, 'Ann Vole', { length: 7 });
    expect(verdict(short('Duck Amuck'), short('Rabbit Season'))).toBe('different');
    expect(
      verdict(film('Reed 1', 2006, 'Ann Vole', { length: 90 }), film('Reed 2', 2006, 'Ann Vole', { length: 90 })),
    ).toBe('different');
  });

  it('and series are told apart inside a source and by a source that knows kinds', () => {
    const series = thing('series', 'Amber Years', { year: 2019 });
    expect(verdict(film('Amber Years', 2019), series, BETWEEN)).toBe('same');
    expect(verdict(film('Amber Years', 2019), series, WITHIN)).toBe('different');
    expect(verdict(film('Amber Years', 2019, 'Ann Vole'), series, BETWEEN)).toBe('doubtful');
    expect(verdict(film('Amber Years', 1999), series, BETWEEN)).toBe('different');
    expect(verdict(film('Reed', 1990), book('Reed', null, 1990))).toBe('different');
  });
});

describe('other kinds', () => {
  const album = (title: string, year: number | null): Thing =>
    thing('album', title, { creators: ['Pim Garland'], year });

  it('a self-titled album of another year is another', () => {
    for (const scope of [WITHIN, BETWEEN])
      expect(verdict(album('Pim Garland', 1977), album('Pim Garland', 1978), scope)).toBe('different');
    expect(verdict(album('Pim Garland', 1977), album('Pim Garland', null))).toBe('doubtful');
    expect(verdict(album('Rumour', 1977), album('Rumour', 2004))).toBe('same');
    expect(verdict(album('Greatest Hits', 1981), album('Greatest Hits', 1991))).toBe('doubtful');
  });

  it('a vintage of another year is another', () => {
    const wine = (year: number | null): Thing => thing('wine', 'Old Slope', { creators: ['Vole & Daughters'], year });
    for (const scope of [WITHIN, BETWEEN]) {
      expect(verdict(wine(2014), wine(2015), scope)).toBe('different');
      expect(verdict(wine(2014), wine(null), scope)).toBe('doubtful');
    }
  });

  it('tracks of one title by other people are others', () => {
    const track = (maker: string): Thing => thing('track', 'Intro', { creators: [maker] });
    expect(verdict(track('Ann Vole'), track('Bo Quill'))).toBe('different');
  });

  it('a game of the same title and maker years later is doubtful: port or remake', () => {
    const game = (year: number): Thing => thing('game', 'Doom Fen', { creators: ['Fen Software'], year });
    expect(verdict(game(1993), game(2016))).toBe('doubtful');
    expect(verdict(game(1993), game(1994))).toBe('same');
  });
});

describe('whatever the facts', () => {
  const anyThing: fc.Arbitrary<Thing> = fc.record({
    kind: fc.constantFrom('book', 'comic', 'movie', 'series', 'album', 'wine', 'game'),
    title: fc.constantFrom(
      'A',
      'The A',
      'A: B',
      'A: C',
      'A, Vol. 1',
      'A, Vol. 2',
      'Poems',
      'Ann Vole',
      '❦',
      'One Two Three: Four',
      'One Two Three',
    ),
    originalTitle: fc.constantFrom(null, 'A', 'B'),
    creators: fc.subarray(['Ann Vole', 'A. Vole', 'Bo Quill', 'Анна', 'Various']),
    year: fc.constantFrom(null, 1960, 1961, 1990),
    length: fc.constantFrom(null, 90, 320),
    series: fc.constantFrom(null, { name: 'A', position: 1 }, { name: 'S', position: 2 }, { name: '', position: null }),
    identifiers: fc.constantFrom<Record<string, string>>(
      {},
      { imdb: 'tt1' },
      { imdb: 'tt2', letterboxd: 'x' },
      { letterboxd: 'x' },
      { goodreads: '1' },
      { goodreads: '2', isbn13: ISBN },
      { isbn13: ISBN },
    ),
  });
  const scope = fc.constantFrom(WITHIN, BETWEEN);

  it('the order of the two counts for nothing', () => {
    fc.assert(
      fc.property(anyThing, anyThing, scope, (left, right, where) => {
        compare(left, right, where);
      }),
      { numRuns: 5000 },
    );
  });

  it('a thing is the same as itself', () => {
    fc.assert(
      fc.property(anyThing, scope, (one, where) => {
        expect(verdict(one, { ...one, creators: [...one.creators] }, where)).toBe('same');
      }),
    );
  });

  it('something is said for every verdict', () => {
    fc.assert(
      fc.property(anyThing, anyThing, scope, (left, right, where) => {
        const { evidence } = compareThings(left, right, where);
        expect(evidence.length).toBeGreaterThan(0);
        expect(new Set(evidence).size).toBe(evidence.length);
      }),
    );
  });
});
