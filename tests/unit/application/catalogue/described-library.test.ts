import { describe, expect, it } from 'vitest';
import { DescribedLibrary } from '../../../../renderer/src/application/catalogue/described-library';
import { entryKeys } from '../../../../renderer/src/application/catalogue/entry-keys';
import { catalogueIndex, type CatalogueMatch } from '../../../../renderer/src/domain/catalogue';
import { NO_LINK } from '../../../../renderer/src/domain/catalogue-link';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { FakeCatalogue, MemoryBackgroundFacts } from '../../../fixtures/background-facts';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { doubtfulMatch } from '../../../fixtures/catalogue-match';

const DUNE = catalogueEntry({
  kind: 'movie',
  title: 'Dune',
  year: 2021,
  creators: ['Denis Villeneuve'],
  tags: ['desert'],
});
const KNOWN: CatalogueMatch = {
  verdict: 'same',
  index: catalogueIndex(1),
  entry: DUNE,
  evidence: [],
  by: 'title',
  alias: null,
};
const NONE: CatalogueMatch = { verdict: 'none', authorKnown: false };
const film = (id: string, title: string, facts: Partial<ItemDraft> = {}): Item =>
  completeItem({ kind: 'movie', title, ...facts }, itemId(id), 1);
const knowsDune = (): FakeCatalogue => new FakeCatalogue((title) => (title === 'Dune' ? KNOWN : NONE));

async function described({
  catalogue = knowsDune(),
  store = new MemoryBackgroundFacts(),
  isOn = () => Promise.resolve(true),
} = {}): Promise<DescribedLibrary> {
  const library = new DescribedLibrary({ catalogue, store, isOn });
  await library.start();
  return library;
}

const dune = film('dune', 'Dune');
const other = film('other', 'Another film');

describe('the library as the recommender gets it', () => {
  it('has what the catalogue knows beside each thing, and the thing itself untouched', async () => {
    const library = await described();
    expect(library.describe(dune)).toBe(dune);
    expect(await library.lookUp([dune, other])).toEqual([dune]);
    const { backgroundFacts, ...own } = library.describe(dune);
    expect(own).toEqual(dune);
    expect(backgroundFacts).toMatchObject({ creators: ['Denis Villeneuve'], year: 2021, titles: ['Dune'] });
    expect(library.describe(other)).toBe(other);
  });

  it('asks about a thing once, also after the next start, and again when it or the catalogue changes', async () => {
    const [catalogue, store] = [knowsDune(), new MemoryBackgroundFacts()];
    const first = await described({ catalogue, store });
    await first.lookUp([dune, other]);
    await first.lookUp([dune, other]);
    expect(catalogue.titles).toEqual(['Dune', 'Another film']);
    const next = await described({ catalogue, store });
    expect(next.describe(dune).backgroundFacts?.year).toBe(2021);
    await next.lookUp([dune, other]);
    expect(catalogue.titles).toHaveLength(2);
    const renamed = { ...dune, title: 'Dunes' };
    expect(next.describe(renamed)).toBe(renamed);
    expect(await next.lookUp([renamed])).toEqual([renamed]);
    expect(next.describe(renamed).backgroundFacts).toBeUndefined();
    catalogue.version = '2.0.0';
    await next.lookUp([renamed, other]);
    expect(catalogue.titles.slice(2)).toEqual(['Dunes', 'Dunes', 'Another film']);
  });

  it('has what is by the same makers: of a thing that is recognised by its entry, else by its own makers', async () => {
    const lynch = { kind: 'movie', title: 'Eraserhead', creators: ['David Lynch'], year: 1977, likeness: 1 };
    const sicario = { kind: 'movie', title: 'Sicario', creators: ['Denis Villeneuve'], year: 2015, likeness: 1 };
    const catalogue = new FakeCatalogue(
      (title) => (title === 'Dune' ? KNOWN : NONE),
      '1.0.0',
      ({ index, creators }) => (index === 1 ? [sicario] : creators.includes('David Lynch') ? [lynch] : []),
    );
    const library = await described({ catalogue });
    const unknown = film('unknown', 'A short film', { creators: ['David Lynch'] });
    expect(await library.lookUp([dune, unknown, other])).toEqual([dune, unknown]);
    expect(library.describe(dune).backgroundFacts).toMatchObject({ titles: ['Dune'], kin: [sicario] });
    expect(library.describe(unknown).backgroundFacts).toEqual({
      titles: [],
      creators: [],
      cast: [],
      tags: [],
      year: null,
      kin: [lynch],
    });
  });

  it('never takes over what the owner said a thing is not', async () => {
    const library = await described();
    const refused = film('dune', 'Dune', { catalogue: { ...NO_LINK, different: entryKeys(DUNE) } });
    expect(await library.lookUp([refused])).toEqual([]);
    expect(library.describe(refused)).toBe(refused);
  });

  it('knows a season by what it is a season of, but not in its year', async () => {
    const whole: CatalogueMatch = { verdict: 'part', index: catalogueIndex(1), entry: DUNE, evidence: [], by: 'title' };
    const catalogue = new FakeCatalogue((title) => (title === 'Dune: Season 2' ? whole : NONE));
    const library = await described({ catalogue });
    const season = film('season', 'Dune: Season 2');
    expect(await library.lookUp([season])).toEqual([season]);
    expect(library.describe(season).backgroundFacts).toEqual({
      titles: ['Dune'],
      creators: ['Denis Villeneuve'],
      cast: [],
      tags: ['desert'],
      year: null,
      kin: [],
    });
    const refused = film('season', 'Dune: Season 2', { catalogue: { ...NO_LINK, different: entryKeys(DUNE) } });
    await library.lookUp([refused]);
    expect(library.describe(refused)).toBe(refused);
  });

  it('says nothing while it is switched off, and tells which things that changes', async () => {
    let on = true;
    const catalogue = knowsDune();
    const library = await described({ catalogue, isOn: () => Promise.resolve(on) });
    await library.lookUp([dune, other]);
    on = false;
    expect(await library.lookUp([dune, other])).toEqual([dune]);
    expect(library.describe(dune)).toBe(dune);
    on = true;
    expect(await library.lookUp([dune, other])).toEqual([dune]);
    expect(library.describe(dune).backgroundFacts?.year).toBe(2021);
    expect(catalogue.titles).toHaveLength(2);
  });

  it('goes on without a catalogue, and forgets what was deleted', async () => {
    expect(await (await described({ catalogue: new FakeCatalogue(undefined, null) })).lookUp([dune])).toEqual([]);
    const store = new MemoryBackgroundFacts();
    const library = await described({ store });
    await library.lookUp([dune]);
    library.forget([dune.id]);
    expect(library.describe(dune)).toBe(dune);
    expect(store.things.size).toBe(0);
  });

  it('has of a thing that its owner chose nothing of another one, and what is known of that one', async () => {
    const chosen = film('dune', 'Dune', { catalogue: { ...NO_LINK, entry: ['movie/dune/1984'] } });
    const library = await described();
    expect(await library.lookUp([chosen])).toEqual([]);
    const lynch = catalogueEntry({ kind: 'movie', title: 'Dune', year: 1984, creators: ['David Lynch'] });
    const both = await described({ catalogue: new FakeCatalogue(() => doubtfulMatch(DUNE, lynch)) });
    await both.lookUp([chosen]);
    expect(both.describe(chosen).backgroundFacts?.creators).toEqual(['David Lynch']);
  });
});
