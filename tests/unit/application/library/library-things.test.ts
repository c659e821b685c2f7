import { describe, expect, it } from 'vitest';
import { entryKeys } from '../../../../renderer/src/application/catalogue/entry-keys';
import { LibraryThings } from '../../../../renderer/src/application/library/library-things';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';

const item = (id: string, draft: Partial<ItemDraft> = {}): Item =>
  completeItem({ kind: 'movie', title: id, ...draft }, itemId(id), 1);
const things = (...items: readonly Item[]): LibraryThings =>
  new LibraryThings({ snapshot: () => ({ byId: new Map(items.map((one) => [one.id, one])) }) });

const ORCHARD = catalogueEntry({
  title: 'Der gläserne Garten',
  aliases: ['The Glass Orchard'],
  creators: ['Ann Vole'],
  year: 1994,
  identifiers: { imdb: 'tt0000012' },
});

describe('what the catalogue suggests is a thing of the library', () => {
  it.each([
    ['by its id, whatever its title', item('Orchard', { identifiers: { imdb: 'tt0000012' } })],
    ['by title and year', item('der glaserne garten', { year: 1994 })],
    ['by another title and the year', item('The Glass Orchard', { year: 1995 })],
    ['by its title alone, where nothing else was ever typed', item('The Glass Orchard')],
    [
      'because its owner said so',
      item('My film', { catalogue: { entry: entryKeys(ORCHARD), filled: [], different: [] } }),
    ],
  ])('%s', (_how, owned) => {
    expect(things(item('Other'), owned).find(ORCHARD)).toBe(owned);
  });

  it.each([
    ['of another kind', item('The Glass Orchard', { kind: 'book' })],
    ['of another year', item('The Glass Orchard', { year: 2011 })],
    ['with another id', item('The Glass Orchard', { year: 1994, identifiers: { imdb: 'tt0000077' } })],
    [
      'of which its owner said that it is another',
      item('The Glass Orchard', { year: 1994, catalogue: { entry: [], filled: [], different: entryKeys(ORCHARD) } }),
    ],
  ])('but not one %s', (_what, owned) => {
    expect(things(owned).find(ORCHARD)).toBeUndefined();
  });

  it('follows the library as it changes', () => {
    let items: readonly Item[] = [];
    const library = new LibraryThings({ snapshot: () => ({ byId: new Map(items.map((one) => [one.id, one])) }) });
    expect(library.find(ORCHARD)).toBeUndefined();
    items = [item('The Glass Orchard', { year: 1994 })];
    expect(library.find(ORCHARD)).toBe(items[0]);
  });
});
