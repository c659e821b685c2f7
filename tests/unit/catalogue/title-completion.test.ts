import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../renderer/src/domain/catalogue';
import { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import { openCatalogue } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import { closeEntry } from '../../fixtures/catalogue-entries';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { naiveCompletion } from './naive-completion';

const catalogueOf = (...files: readonly (readonly CatalogueEntry[])[]): Catalogue =>
  new Catalogue(files.map((entries) => openCatalogue(packCatalogue(entries))));

const film = (title: string, popularity: number, facts: Partial<CatalogueEntry> = {}): CatalogueEntry =>
  catalogueEntry({ title, popularity, ...facts });

const FILMS = [
  film('The Matrix', 0.99),
  film('Spirited Away', 0.97, {
    aliases: ['千と千尋の神隠し', 'Sen to Chihiro no Kamikakushi', 'Le Voyage de Chihiro'],
  }),
  film('The Lord of the Rings: The Two Towers', 0.96),
  film('Amélie', 0.9),
  film('Alien', 0.8),
  film('Aliens', 0.85),
  film('Ring', 0.3),
  film('Ringmaster', 0.05),
  film('Mad Max 2001', 0.2),
  film('Alien', 0.1, { kind: 'book', creators: ['Alan Dean Foster'] }),
  film('Spider-Man', 0.7),
];

const titles = (text: string, kind: string | null = null, limit = 5): readonly string[] =>
  catalogueOf(FILMS)
    .complete({ text, kind, limit })
    .map(({ entry }) => entry.title);

describe('completion', () => {
  it.each([
    ['the beginning of a title', 'spir', 'Spirited Away'],
    ['words in another order', 'away spir', 'Spirited Away'],
    ['a title without its article', 'matr', 'The Matrix'],
    ['letters without accents', 'amel', 'Amélie'],
    ['accents that the title does not have', 'spïrîted', 'Spirited Away'],
    ['a translated title', 'voyage de chi', 'Spirited Away'],
    ['a title in another script', '千と', 'Spirited Away'],
    ['words written as one', 'spiderman', 'Spider-Man'],
    ['a letter wrong', 'spurited', 'Spirited Away'],
    ['a letter missing', 'sprited aw', 'Spirited Away'],
    ['a letter too many', 'spirrited', 'Spirited Away'],
    ['two letters changed about', 'sipri', 'Spirited Away'],
    ['an error in each of two words', 'spirted awya', 'Spirited Away'],
  ])('finds a thing by %s', (_what, text, title) => {
    expect(titles(text)[0]).toBe(title);
  });

  it('finds a word of three letters that are changed about, where it is not the last', () => {
    expect(titles('lord of teh ri')).toEqual(['The Lord of the Rings: The Two Towers']);
  });

  it.each([
    ['Spirited Awya', ['Spirited Away']],
    ['The Spirited Awaz', ['Spirited Away']],
    ['teh Matrix', ['The Matrix']],
    ['Aliem', ['Alien', 'Alien']],
    ['Spirited', []],
    ['Lord of teh Rings', []],
    ['Rnig', []],
  ])('respells “%s” only as a whole title', (text, found) => {
    const spelled = catalogueOf(FILMS).respelt({ text, kind: null, limit: 5 });
    expect(spelled.map(({ entry }) => entry.title)).toEqual(found);
  });

  it('puts the whole title first, then the famous', () => {
    expect(titles('alien').slice(0, 3)).toEqual(['Alien', 'Alien', 'Aliens']);
    expect(titles('alie')[0]).toBe('Aliens');
  });

  it('puts things of the usual kind before others that are not far better known', () => {
    const [first] = catalogueOf(FILMS).complete({ text: 'alien', kind: null, usualKind: 'book', limit: 3 });
    expect(first?.entry.kind).toBe('book');
    const [famous] = catalogueOf(FILMS).complete({ text: 'spir', kind: null, usualKind: 'book', limit: 3 });
    expect(famous?.entry.title).toBe('Spirited Away');
  });

  it('puts the kind asked for first', () => {
    const [first] = catalogueOf(FILMS).complete({ text: 'ali', kind: 'book', limit: 3 });
    expect(first?.entry.kind).toBe('book');
    expect(titles('ali', 'wine')).toEqual(titles('ali'));
  });

  it('puts a title that begins so before one in the middle of which it stands, unless that is far more famous', () => {
    expect(titles('ring')).toEqual(['Ring', 'Ringmaster', 'The Lord of the Rings: The Two Towers']);
    const many = Array.from({ length: 40 }, (_unused, place) => film(`Nothing ${String(place)}`, 0.5));
    const found = catalogueOf([...FILMS, ...many]).complete({ text: 'rin', kind: null, limit: 5 });
    expect(found.map(({ entry }) => entry.title)).toEqual([
      'The Lord of the Rings: The Two Towers',
      'Ring',
      'Ringmaster',
    ]);
  });

  const SERIES = [
    film('Magic School and the Stone', 0.99, { kind: 'book', creators: ['Mira Holt'] }),
    film('Magic School and the Cup', 0.95, { kind: 'book', creators: ['Mira Holt', 'Ben Ash'] }),
    film('Magic School: A Film Guide', 0.4, { kind: 'book', aliases: ['Magic School'], creators: ['Jo Holt'] }),
    film('Holtby', 0.2),
    film('A Long Winter', 0.7, { creators: ['Mira Holt'] }),
  ];
  const inSeries = (text: string): readonly string[] =>
    catalogueOf(SERIES)
      .complete({ text, kind: null, limit: 5 })
      .map(({ entry }) => entry.title);

  it('puts the short form of a title behind better known things that begin so', () => {
    expect(inSeries('magic school')).toEqual([
      'Magic School and the Stone',
      'Magic School and the Cup',
      'Magic School: A Film Guide',
    ]);
  });

  it.each([
    ['holt cup', ['Magic School and the Cup']],
    ['cup holt', ['Magic School and the Cup']],
    ['mira holt wint', ['A Long Winter']],
    ['ash', []],
    ['ben ash', []],
    [
      'holt',
      [
        'Holtby',
        'Magic School and the Stone',
        'Magic School and the Cup',
        'A Long Winter',
        'Magic School: A Film Guide',
      ],
    ],
  ])('finds things by words of their makers’ names: “%s”', (text, found) => {
    expect(inSeries(text)).toEqual(found);
  });

  it('takes no year for another', () => {
    expect(titles('2010')).toEqual([]);
  });

  it('says how it was found', () => {
    const catalogue = catalogueOf(FILMS);
    const how = (text: string): unknown =>
      catalogue.complete({ text, kind: null, limit: 1 }).map(({ matched, alias }) => [matched, alias]);
    expect(how('le voyage de chihiro')).toEqual([['exact', 'Le Voyage de Chihiro']]);
    expect(how('spirited')).toEqual([['words', null]]);
    expect(how('spirted')).toEqual([['spelling', null]]);
  });

  it('suggests nothing for nothing', () => {
    expect(titles('')).toEqual([]);
    expect(titles('   ')).toEqual([]);
    expect(catalogueOf().complete({ text: 'alien', kind: null, limit: 5 })).toEqual([]);
    expect(catalogueOf([]).complete({ text: 'alien', kind: null, limit: 5 })).toEqual([]);
  });

  it('suggests a thing of two files once, the famous of both first', () => {
    const both = catalogueOf(
      [film('Alien', 0.8), film('Alien Nation', 0.3)],
      [film('Alien', 0.8), film('Aliens', 0.9)],
    );
    const found = both.complete({ text: 'ali', kind: null, limit: 5 });
    expect(found.map(({ entry }) => entry.title)).toEqual(['Aliens', 'Alien', 'Alien Nation']);
    expect(found.map(({ index }) => both.entry(index).title)).toEqual(['Aliens', 'Alien', 'Alien Nation']);
  });

  it('finds what common words have in common far behind the famous', () => {
    const colours = (place: number): string =>
      place % 997 === 996
        ? 'blue and red'
        : place % 1009 === 0
          ? 'Nothing, Red Blue'
          : place % 2 === 0
            ? 'Red'
            : 'Blue';
    const many = Array.from({ length: 20_000 }, (_unused, place) =>
      film(`${colours(place)} ${String(place)}`, 1 - place / 20_000, { kind: place % 3 === 0 ? 'book' : 'movie' }),
    );
    const catalogue = catalogueOf(many);
    for (const [text, kind] of [
      ['red blue', null],
      ['blue red', 'book'],
      ['red', 'book'],
      ['nothing re', 'game'],
    ] as const) {
      const found = catalogue.complete({ text, kind, limit: 12 });
      expect(found.map(({ index, matched }) => [Number(index), matched])).toEqual(
        naiveCompletion(many, { text, kind, limit: 12 }),
      );
    }
  });

  it('equals a search that looks at every title', () => {
    const typing = fc
      .array(
        fc.oneof(
          fc.constantFrom('the', 'ida', 'adonis', 'dianna', 'sidon', '2001', 'ado', 'dinan'),
          fc.string({ unit: fc.constantFrom('a', 'i', 'd', 'n', 's'), minLength: 1, maxLength: 7 }),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(closeEntry, { maxLength: 40 }),
        typing,
        fc.constantFrom(null, 'book', 'wine'),
        fc.constantFrom(null, 'book', 'wine'),
        fc.integer({ min: 1, max: 6 }),
        (entries, text, kind, usualKind, limit) => {
          const found = catalogueOf(entries).complete({ text, kind, usualKind, limit });
          expect(found.map(({ index, matched }) => [Number(index), matched])).toEqual(
            naiveCompletion(entries, { text, kind, usualKind, limit }),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
