import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import { openCatalogue } from '../../../renderer/src/catalogue/catalogue-reader';
import { packCatalogue } from '../../../renderer/src/catalogue/catalogue-writer';
import type { CatalogueEntry, KinQuestion } from '../../../renderer/src/domain/catalogue';
import { catalogueEntry } from '../../fixtures/catalogue-entry';

const catalogueOf = (...files: readonly (readonly CatalogueEntry[])[]): Catalogue =>
  new Catalogue(files.map((entries) => openCatalogue(packCatalogue(entries))));
const film = (title: string, creators: readonly string[], cast: readonly string[] = []): CatalogueEntry =>
  catalogueEntry({ title, year: 2000, creators, cast });

const WHOLE = catalogueOf(
  [
    film('Red', ['Ada Quill'], ['Bo Vole', 'Cy Moss']),
    film('Blue', ['Ada Quill'], ['Bo Vole']),
    film('Green', ['Ada Quill', 'Dag Ember']),
    film('Grey', ['Somebody Else'], ['Cy Moss']),
    film('White', ['Nobody Here']),
    catalogueEntry({ kind: 'book', title: 'A Book', creators: ['Ada Quill'] }),
  ],
  [film('Red', ['Ada Quill']), film('Black', ['Ada Quill'])],
);
const kin = (question: Partial<KinQuestion>): readonly string[] =>
  WHOLE.kin({ index: null, kind: 'movie', creators: [], ...question }).map(({ title }) => title);
const numberOf = (title: string) => {
  const match = WHOLE.recognise({ kind: 'movie', title, creators: [], year: 2000, series: null });
  return match.verdict === 'same' ? match.index : null;
};

describe('kin', () => {
  it('are things of the same makers or actors, in all files, without the thing itself; makers count twice', () => {
    expect(numberOf('Blue')).not.toBeNull();
    // Maker and actor; the maker alone; the maker beside another.
    expect(kin({ index: numberOf('Blue') })).toEqual(['Red', 'Black', 'Green']);
    expect(kin({ index: numberOf('Grey') })).toEqual(['Red']);
    expect(kin({ index: numberOf('White') })).toEqual([]);
  });

  it('of a thing that the catalogue does not know are those of its makers, in whatever order a name is written', () => {
    expect(kin({ creators: ['Quill, Ada'] })).toEqual(['Red', 'Blue', 'Black', 'Green']);
    expect(kin({ creators: ['Quill, Ada'], kind: 'book' })).toEqual(['A Book']);
    expect(kin({ creators: ['Nobody Known'] })).toEqual([]);
    expect(kin({})).toEqual([]);
  });

  it('say how near they are: the cosine of the makers and half that of the actors', () => {
    const [first] = WHOLE.kin({ index: numberOf('Blue'), kind: 'movie', creators: [] });
    expect(first).toMatchObject({ title: 'Red', creators: ['Ada Quill'], year: 2000 });
    expect(first?.likeness).toBeGreaterThan(1.3);
    expect(first?.likeness).toBeLessThan(1.5);
  });
});
