import { describe, expect, it } from 'vitest';
import { catalogueIndex, type CatalogueSuggestion } from '../../../renderer/src/domain/catalogue';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../renderer/src/domain/item';
import {
  offerOf,
  type Offering,
  optionOf,
  suggestedTitle,
  type TitleOffer,
} from '../../../renderer/src/ui/offered-titles';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const item = (title: string, kind = 'movie'): Item => completeItem({ kind, title }, itemId(title), 1);
const suggestion = (
  index: number,
  title: string,
  rest: Partial<CatalogueSuggestion> & { readonly kind?: string } = {},
): CatalogueSuggestion => ({
  index: catalogueIndex(index),
  entry: catalogueEntry({ kind: rest.kind ?? 'movie', title }),
  alias: rest.alias ?? null,
  matched: rest.matched ?? 'words',
});
const offer = (text: string, given: Partial<Offering> = {}): TitleOffer =>
  offerOf({ text, found: [], suggestions: [], inLibrary: () => undefined, usualKind: 'book', ...given });
const options = (text: string, given: Partial<Offering>): readonly string[] => offer(text, given).titles.map(optionOf);

describe('what is offered while a title is typed', () => {
  it('is nothing while nothing is typed', () => {
    expect(offer('  ', { suggestions: [suggestion(1, 'Dune')] }).titles).toEqual([]);
  });

  it('is the library’s things, then the catalogue’s', () => {
    expect(options('dune m', { found: [item('Dune Messiah')], suggestions: [suggestion(1, 'Dune Man')] })).toEqual([
      'item Dune Messiah',
      'entry 1',
    ]);
  });

  it('is first what bears the very title, the library’s before the catalogue’s', () => {
    const exact = suggestion(1, 'Dune', { matched: 'exact' });
    expect(options('dune', { found: [item('Dune Messiah')], suggestions: [exact] })[0]).toBe('entry 1');
    expect(options('dune', { found: [item('Dune Messiah'), item('Dune')], suggestions: [exact] })[0]).toBe('item Dune');
  });

  it('has of several bearers of a title the usual kind first, and says that nobody can tell', () => {
    const film = suggestion(1, 'Dune', { matched: 'exact' });
    const book = suggestion(2, 'Dune', { matched: 'exact', kind: 'book' });
    const both = offer('Dune', { suggestions: [film, book] });
    expect(both.titles.map(optionOf)).toEqual(['entry 2', 'entry 1']);
    expect(both).toMatchObject({ isMeant: true, isAmbiguous: true });
    expect(offer('Dune', { suggestions: [film] }).isAmbiguous).toBe(false);
  });

  it('means half a title, and not one that is unlike the words', () => {
    expect(
      offer('spirited aw', { suggestions: [suggestion(1, 'Sen to Chihiro', { alias: 'Spirited Away' })] }),
    ).toMatchObject({ isMeant: true });
    expect(offer('catan', { suggestions: [suggestion(1, 'Casanova', { matched: 'spelling' })] }).isMeant).toBe(false);
  });

  it.each([
    ['the office', 'The Office Rooms', false],
    ['the wire', 'Ghost in the Wires', false],
    ['the wire', 'Outside the Wire', false],
    ['breaking bad', 'El Camino: A Breaking Bad Movie', false],
    ['twin peaks', 'Twin Peaks: Fire Walk with Me', false],
    ['chernoby', 'Chernobyl Diaries', true],
    ['pulp f', 'Pulp Fiction', true],
    ['hitchhikers g', 'The Hitchhiker’s Guide to the Galaxy', true],
    ['the left hand of', 'The Left Hand of Darkness', true],
    ['lord of the', 'The Lord of the Flies', true],
    ['fellowship of the r', 'The Lord of the Rings: The Fellowship of the Ring', true],
    ['the fellowship of the ring', 'The Lord of the Rings: The Fellowship of the Ring', true],
    ['the shawshenk redemption', 'The Shawshank Redemption', true],
    ['преступление и нак', 'Преступление и наказание', true],
    ['the', 'The Hunger Games', true],
  ])('of the catalogue: “%s” means “%s”: %s', (text, title, isMeant) => {
    expect(offer(text, { suggestions: [suggestion(1, title)] }).isMeant).toBe(isMeant);
  });

  it('means no short form of a title where something better known begins so', () => {
    const known = (index: number, title: string, popularity: number, matched: 'exact' | 'words') => ({
      ...suggestion(index, title, { matched }),
      entry: catalogueEntry({ title, popularity }),
    });
    const wizardry = known(1, 'Harry Potter: Film Wizardry', 0.75, 'exact');
    const stone = known(2, 'Harry Potter and the Sorcerer’s Stone', 1, 'words');
    expect(offer('harry potter', { suggestions: [wizardry, stone] }).isMeant).toBe(false);
    expect(offer('harry potter', { suggestions: [wizardry] }).isMeant).toBe(true);
    const popUp = known(3, 'Harry Potter: A Pop-Up Book', 0.4, 'exact');
    expect(offer('harry potter', { suggestions: [wizardry, popUp] }).isMeant).toBe(false);
    const games = [1, 2].map((index) => known(index, 'The Hunger Games', 1, 'exact'));
    expect(offer('hunger games', { suggestions: games })).toMatchObject({ isMeant: true, isAmbiguous: true });
    const sapiens = known(1, 'Sapiens: A Brief History of Humankind', 0.8, 'exact');
    const agenda = known(2, 'Simon vs. the Homo Sapiens Agenda', 0.9, 'words');
    expect(offer('sapiens', { suggestions: [sapiens, agenda] }).isMeant).toBe(true);
  });

  it('means none where the likeliest of the catalogue is not meant', () => {
    const suggestions = [suggestion(1, 'The Office Rooms'), suggestion(2, 'The Officer and the Lady')];
    expect(offer('the office', { suggestions })).toMatchObject({ isMeant: false, titles: [{}, {}] });
  });

  it('has a thing of the library once, as the library’s, under whatever title it was found', () => {
    const owned = item('Sen to Chihiro');
    const found = suggestion(1, 'Sen to Chihiro', { alias: 'Spirited Away', matched: 'exact' });
    const { titles, isMeant } = offer('spirited away', { suggestions: [found, found], inLibrary: () => owned });
    expect(titles.map(optionOf)).toEqual(['item Sen to Chihiro']);
    expect(isMeant).toBe(true);
  });

  it('leaves room for the catalogue where the library has much', () => {
    const found = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((letter) => item(letter));
    expect(options('x', { found })).toHaveLength(8);
    expect(options('x', { found, suggestions: [suggestion(1, 'x y')] })).toContain('entry 1');
  });
});

describe('the title of what is suggested', () => {
  it('is the other title by which it was found', () => {
    expect(suggestedTitle(suggestion(1, 'Sen to Chihiro', { alias: 'Spirited Away' }))).toBe('Spirited Away');
  });

  it('is its own where the other one only says more or less of the same', () => {
    const ring = 'The Fellowship of the Ring';
    expect(suggestedTitle(suggestion(1, ring, { alias: `${ring} (The Lord of the Rings, #1)` }))).toBe(ring);
    expect(suggestedTitle(suggestion(1, 'Animal Farm / 1984', { alias: '1984' }))).toBe('Animal Farm / 1984');
  });
});
