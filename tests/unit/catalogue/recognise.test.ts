import { describe, expect, it } from 'vitest';
import type { CatalogueDescription, CatalogueEntry, CatalogueMatch } from '../../../renderer/src/domain/catalogue';
import { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import { openCatalogue } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const book = (facts: Partial<CatalogueEntry>): CatalogueEntry => catalogueEntry({ kind: 'book', ...facts });

const THINGS = [
  catalogueEntry({
    title: 'Spirited Away',
    aliases: ['Sen to Chihiro no Kamikakushi', 'Le Voyage de Chihiro'],
    year: 2001,
    creators: ['Hayao Miyazaki'],
    identifiers: { imdb: 'tt0245429' },
  }),
  catalogueEntry({ title: 'Dune', year: 1984, creators: ['David Lynch'] }),
  catalogueEntry({ title: 'Dune', year: 2021, creators: ['Denis Villeneuve'] }),
  catalogueEntry({ title: 'Heat', year: 1995 }),
  catalogueEntry({ kind: 'series', title: 'Dark Harbour', year: 2017 }),
  book({ title: 'Dune', year: 1965, creators: ['Frank Herbert'], identifiers: { isbn13: '9780441013593' } }),
  book({ title: 'The Salt Almanac: Tides of the North', year: 1990, creators: ['Ada Quill'] }),
  book({ title: 'Selected Poems', creators: ['Ada Quill'], year: 1999 }),
  catalogueEntry({ kind: 'game', title: 'Orbital Gardens', identifiers: { steam: '440' } }),
  catalogueEntry({ title: 'Night Ferry', year: 2010, popularity: 0.98 }),
  catalogueEntry({ title: 'Night Ferry', year: 1975, popularity: 0.7 }),
  catalogueEntry({ title: 'Red Kite', year: 2004, popularity: 0.9 }),
  catalogueEntry({ title: 'Red Kite', year: 2021, popularity: 0.8 }),
  catalogueEntry({ title: 'The Lantern', year: 2001, popularity: 0.6 }),
  catalogueEntry({ title: 'The Comet', year: 1999, popularity: 0.99 }),
  catalogueEntry({ title: 'Old Mill', year: 1922, popularity: 0.6 }),
  catalogueEntry({ title: 'Tall Ships', year: 1931, popularity: 0.9, crowd: { rating: 0.8, count: 40 } }),
  catalogueEntry({ kind: 'anime', title: 'Yuki no Hana' }),
  catalogueEntry({ kind: 'wine', title: 'Chardonnay', creators: ['El Enemigo'], popularity: 0.99 }),
  catalogueEntry({ kind: 'wine', title: 'Chardonnay', creators: ['Alamos'], popularity: 0.3 }),
];

const catalogueOf = (...files: readonly (readonly CatalogueEntry[])[]): Catalogue =>
  new Catalogue(files.map((entries) => openCatalogue(packCatalogue(entries))));

const described = (facts: Partial<CatalogueDescription>): CatalogueDescription => ({
  kind: 'movie',
  title: 'A Title',
  creators: [],
  year: null,
  series: null,
  ...facts,
});

const whole = catalogueOf(THINGS);
const match = (facts: Partial<CatalogueDescription>, catalogue = whole): CatalogueMatch =>
  catalogue.recognise(described(facts));
/** What it was recognised by, title and year; or the verdict. */
const told = (found: CatalogueMatch): unknown =>
  found.verdict === 'same' ? [found.by, found.entry.title, found.entry.year] : found.verdict;

describe('recognise', () => {
  it.each<readonly [string, Partial<CatalogueDescription>, unknown]>([
    ['an id', { title: 'Chihiro', identifiers: { imdb: 'tt0245429' } }, ['id', 'Spirited Away', 2001]],
    ['an id in another form', { title: '?', identifiers: { imdb: 'tt245429' } }, ['id', 'Spirited Away', 2001]],
    [
      'an ISBN of ten digits',
      { kind: 'book', title: 'Dune', identifiers: { isbn10: '0441013597' } },
      ['id', 'Dune', 1965],
    ],
    [
      'a bare Steam number',
      { kind: 'game', title: '440', identifiers: { steam: '440' } },
      ['id', 'Orbital Gardens', null],
    ],
    [
      'a number that stands in place of a title',
      { kind: 'game', title: '', identifiers: { steam: '440' } },
      ['id', 'Orbital Gardens', null],
    ],
    ['a number that nothing has', { kind: 'game', title: '', identifiers: { steam: '441' } }, 'none'],
    ['title and year', { title: 'dune', year: 2021 }, ['title-year', 'Dune', 2021]],
    ['title and a year that is off by one', { title: 'Heat', year: 1996 }, ['title-year', 'Heat', 1995]],
    ['an alias', { title: 'Le voyage de Chihiro', year: 2001 }, ['alias', 'Spirited Away', 2001]],
    [
      'an original title',
      { title: 'Chihiros Reise', originalTitle: 'Sen to Chihiro no Kamikakushi', year: 2001 },
      ['alias', 'Spirited Away', 2001],
    ],
    ['title and maker', { kind: 'book', title: 'Dune', creators: ['Herbert, Frank'] }, ['title-creator', 'Dune', 1965]],
    [
      'a director where no year is known',
      { title: 'Dune', creators: ['David Lynch'] },
      ['title-creator', 'Dune', 1984],
    ],
    [
      'a title without its subtitle, and the maker and year',
      { kind: 'book', title: 'The Salt Almanac', creators: ['Ada Quill'], year: 1990 },
      ['title-creator', 'The Salt Almanac: Tides of the North', 1990],
    ],
    ['a bare title that one thing of the kind bears', { title: 'Heat' }, ['title', 'Heat', 1995]],
    ['a bare title of which one bearer is far better known', { title: 'Night Ferry' }, ['title', 'Night Ferry', 2010]],
    [
      'a bare title of which one bearer is old enough',
      { title: 'Red Kite', knownBy: 2019 },
      ['title', 'Red Kite', 2004],
    ],
    ['the bare title of something famous without its article', { title: 'Comet' }, ['title', 'The Comet', 1999]],
    ['the bare title of an old film that people still rate', { title: 'Tall Ships' }, ['title', 'Tall Ships', 1931]],
  ])('recognises by %s', (_what, facts, expected) => {
    expect(told(match(facts))).toEqual(expected);
  });

  it.each<readonly [string, Partial<CatalogueDescription>]>([
    ['a bare title that two things bear', { title: 'Dune' }],
    ['a bare title that is no name', { kind: 'book', title: 'Selected Poems' }],
    ['a bare title of which two bearers are known as well', { title: 'Red Kite' }],
    ['a bare title without the article of the only bearer', { title: 'Lantern' }],
    ['a bare title whose only bearer is an old film that nobody rates', { title: 'Old Mill' }],
    ['a bare title whose only bearer is of a later year', { title: 'Heat', knownBy: 1990 }],
    ['a wine that bears the name of its grape, however well known', { kind: 'wine', title: 'Chardonnay' }],
  ])('doubts %s', (_what, facts) => {
    expect(told(match(facts))).toBe('doubtful');
  });

  it.each<readonly [string, Partial<CatalogueDescription>]>([
    ['of another year', { title: 'Heat', year: 1986 }],
    ['by somebody else', { kind: 'book', title: 'Dune', creators: ['Ida Holm'] }],
    ['of another id', { title: 'Spirited Away', year: 2001, identifiers: { imdb: 'tt1' } }],
    ['of another family of kinds', { kind: 'album', title: 'Heat', year: 1995 }],
    ['that nothing is like', { title: 'The Glass Orchard', year: 1999 }],
  ])('takes nothing for a thing %s', (_what, facts) => {
    expect(told(match(facts))).toBe('none');
  });

  it.each<readonly [string, Partial<CatalogueDescription>, string]>([
    ['a season of a series', { kind: 'series', title: 'Dark Harbour: Season 2' }, 'Dark Harbour'],
    ['an episode in a line of a viewing history', { title: 'Dark Harbour: Season 1: The Ferry' }, 'Dark Harbour'],
    ['an episode named after its series', { kind: 'episode', title: 'Dark Harbour: The Ferry' }, 'Dark Harbour'],
    ['a season of an anime', { kind: 'anime', title: 'Yuki no Hana 2nd Season' }, 'Yuki no Hana'],
    [
      'an anime with a name of its own behind that of the first',
      { kind: 'anime', title: 'Yuki no Hana: Kaze' },
      'Yuki no Hana',
    ],
    [
      'an edition with a name of its own',
      { kind: 'book', title: 'Selected Poems (Harbour Classics)', creators: ['Ada Quill'], year: 2015 },
      'Selected Poems',
    ],
  ])('knows %s by the whole, and does not take it for the whole', (_what, facts, whole) => {
    const found = match(facts);
    expect(found.verdict === 'part' && found.entry.title).toBe(whole);
  });

  it.each<readonly [string, Partial<CatalogueDescription>]>([
    ['a film with a number', { title: 'Heat: Part 2', year: 2030 }],
    ['a film with a subtitle', { title: 'Heat: The Return', year: 2030 }],
    ['a book with the title of another maker’s', { kind: 'book', title: 'Dune: A Guide', creators: ['Ida Holm'] }],
  ])('takes %s for no part', (_what, facts) => {
    expect(match(facts).verdict).not.toBe('part');
  });

  it('says of what a doubt is, with its evidence', () => {
    const found = match({ title: 'Dune' });
    expect(
      found.verdict === 'doubtful' && found.candidates.map(({ entry, evidence }) => [entry.year, evidence]),
    ).toEqual([
      [1984, ['bare-title', 'same-title', 'maker-unknown', 'year-unknown']],
      [2021, ['bare-title', 'same-title', 'maker-unknown', 'year-unknown']],
    ]);
  });

  it('names the alias that was meant', () => {
    const found = match({ title: 'Le voyage de Chihiro', year: 2001 });
    expect(found.verdict === 'same' && found.alias).toBe('Le Voyage de Chihiro');
  });

  it('says whether the maker of something unknown is known', () => {
    expect(match({ kind: 'book', title: 'Unheard Of', creators: ['Quill, Ada'] })).toEqual({
      verdict: 'none',
      authorKnown: true,
    });
    expect(match({ kind: 'book', title: 'Unheard Of', creators: ['Ida Holm'] })).toEqual({
      verdict: 'none',
      authorKnown: false,
    });
  });

  it('takes a thing that two files hold for one', () => {
    const both = catalogueOf([catalogueEntry({ title: 'Heat', year: 1995 })], THINGS);
    expect(told(match({ title: 'Heat' }, both))).toEqual(['title', 'Heat', 1995]);
    expect(told(match({ title: 'Heat', year: 1995 }, both))).toEqual(['title-year', 'Heat', 1995]);
  });

  it('finds a thing among hundreds with its title', () => {
    const homes = Array.from({ length: 300 }, (_unused, place) =>
      book({
        title: 'Home',
        creators: [`Author Number${String.fromCharCode(97 + (place % 26))}${String(place)}`],
        year: 1900 + place,
      }),
    );
    expect(
      told(match({ kind: 'book', title: 'Home', creators: ['Author Numberz285'], year: 2185 }, catalogueOf(homes))),
    ).toEqual(['title-creator', 'Home', 2185]);
  });

  it('gives the entry of a number, and none for a number that is no entry', () => {
    const both = catalogueOf(THINGS, [catalogueEntry({ title: 'Elsewhere' })]);
    const found = match({ title: 'Elsewhere' }, both);
    expect(found.verdict === 'same' && both.entry(found.index).title).toBe('Elsewhere');
    expect(() => both.entry((found.verdict === 'same' ? found.index + 1 : 0) as never)).toThrow(/no entry/);
  });
});
