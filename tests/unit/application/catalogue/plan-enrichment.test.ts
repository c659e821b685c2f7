import { describe, expect, it } from 'vitest';
import { entryKeys } from '../../../../renderer/src/application/catalogue/entry-keys';
import { confirmedFill, fillOf, planEnrichment } from '../../../../renderer/src/application/catalogue/plan-enrichment';
import type { CatalogueMatch } from '../../../../renderer/src/domain/catalogue';
import { FILLABLE_FIELDS } from '../../../../renderer/src/domain/catalogue-link';
import { filledIn, without } from '../../../../renderer/src/domain/enrichment';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { doubtfulMatch, NO_MATCH, sameMatch } from '../../../fixtures/catalogue-match';

const item = (id: string, draft: Partial<ItemDraft> = {}): Item =>
  completeItem({ kind: 'movie', title: id, ...draft }, itemId(id), 1);
const ORCHARD = catalogueEntry({
  title: 'The Glass Orchard',
  aliases: ['Der gläserne Garten'],
  creators: ['Ann Vole'],
  year: 1994,
  length: 101,
  tags: ['drama'],
  identifiers: { imdb: 'tt0000012' },
});
const REMAKE = catalogueEntry({ title: 'The Glass Orchard', year: 2011, identifiers: { imdb: 'tt0000077' } });
const plan = (...pairs: readonly (readonly [Item, CatalogueMatch])[]) =>
  planEnrichment(
    pairs.map(([thing]) => thing),
    new Map(pairs.map(([thing, match]) => [thing.id, match])),
  );

describe('what the catalogue could fill in', () => {
  it('is what a recognised thing lacks, and no more', () => {
    const { recognised } = plan([item('one', { year: 1995, tags: ['mine'] }), sameMatch(ORCHARD)]);
    expect(recognised.map(({ fields, by }) => [fields, by])).toEqual([
      [['creators', 'length', 'identifiers'], 'title-year'],
    ]);
  });

  it('is nothing of another thing than its owner chose, however well it is recognised', () => {
    const chosen = item('The Glass Orchard', { catalogue: { entry: entryKeys(REMAKE), filled: [], different: [] } });
    expect(plan([chosen, sameMatch(ORCHARD, 'title')]).byTitle).toEqual([]);
  });

  it('is counted by field: what lacks it, and what of that can be filled', () => {
    const { gaps } = plan(
      [item('one'), sameMatch(ORCHARD)],
      [item('two', { year: 2000 }), NO_MATCH],
      [item('three'), doubtfulMatch(ORCHARD)],
      [item('four', { title: 'Der gläserne Garten' }), sameMatch(ORCHARD, 'alias')],
    );
    const counts = Object.fromEntries(gaps.map(({ field, lacking, fillable }) => [field, [lacking, fillable]]));
    expect(counts).toEqual({
      kind: [0, 0],
      creators: [4, 2],
      year: [3, 2],
      length: [4, 2],
      originalTitle: [1, 1],
      tags: [4, 2],
      identifiers: [4, 2],
    });
  });

  it('is not offered where a thing lacks nothing that the catalogue knows', () => {
    const complete = item('one', { year: 2011, identifiers: { imdb: 'tt0000077' } });
    expect(plan([complete, sameMatch(REMAKE)], [item('two', complete), doubtfulMatch(REMAKE)])).toMatchObject({
      recognised: [],
      byTitle: [],
      doubtful: [],
    });
  });

  it('stands apart where only the title is the same, and then gives no ids', () => {
    const { recognised, byTitle } = plan([item('one'), sameMatch(ORCHARD, 'title')]);
    expect(recognised).toEqual([]);
    expect(byTitle.map(({ fields }) => fields)).toEqual([['creators', 'year', 'length', 'tags']]);
    expect(byTitle.map((found) => fillOf(found, FILLABLE_FIELDS).facts)).toEqual([
      { creators: ['Ann Vole'], year: 1994, length: 101, tags: ['drama'] },
    ]);
  });

  it('is asked where it is doubtful; what the owner says it is gives everything', () => {
    const thing = item('one');
    const { doubtful } = plan([thing, doubtfulMatch(REMAKE, ORCHARD)]);
    expect(doubtful.map(({ candidates }) => candidates.map(({ entry }) => entry.year))).toEqual([[2011, 1994]]);
    expect(confirmedFill(thing, ORCHARD)).toEqual({
      itemId: thing.id,
      entry: ['imdb:tt12'],
      facts: {
        creators: ['Ann Vole'],
        year: 1994,
        length: 101,
        tags: ['drama'],
        identifiers: { imdb: 'tt0000012' },
      },
      confirmed: true,
    });
  });

  it('does not ask again where the owner chose the one that has nothing to give', () => {
    const thing = item('one', { year: 2011, creators: ['X'], length: 90, tags: ['a'], identifiers: { imdb: 'tt77' } });
    const bare = catalogueEntry({ title: 'one', year: 2011, identifiers: { imdb: 'tt0000077' } });
    const rich = catalogueEntry({ title: 'one', aliases: ['one'], kind: 'movie', identifiers: { goodreads: '1' } });
    const open = { ...thing, identifiers: {} };
    expect(plan([open, doubtfulMatch(bare, rich)]).doubtful).toHaveLength(1);
    const decided = filledIn(thing, confirmedFill(thing, bare));
    expect(plan([decided, doubtfulMatch(bare, rich)])).toMatchObject({ doubtful: [], recognised: [] });
  });

  it('remembers what the owner said it is not, and asks about what is left', () => {
    const thing = without(item('one'), entryKeys(REMAKE));
    expect(plan([thing, doubtfulMatch(REMAKE, ORCHARD)]).doubtful[0]?.candidates.map(({ entry }) => entry)).toEqual([
      ORCHARD,
    ]);
    expect(plan([thing, doubtfulMatch(REMAKE)], [thing, sameMatch(REMAKE)])).toMatchObject({
      recognised: [],
      doubtful: [],
    });
  });

  it('does not ask again about what the owner said it is', () => {
    const thing = filledIn(item('one'), { entry: entryKeys(ORCHARD), facts: { year: 1994 } });
    const { recognised, doubtful } = plan([thing, doubtfulMatch(REMAKE, ORCHARD)]);
    expect(doubtful).toEqual([]);
    expect(recognised.map(({ by, fields }) => [by, fields])).toEqual([
      ['owner', ['creators', 'length', 'tags', 'identifiers']],
    ]);
  });

  it('takes only the fields that are wanted', () => {
    const [found] = plan([item('one'), sameMatch(ORCHARD)]).recognised;
    if (found === undefined) throw new Error('not recognised');
    expect(fillOf(found, ['year', 'kind']).facts).toEqual({ year: 1994 });
  });
});

describe('keys of an entry', () => {
  it('are its ids however they are spelt, or title and year where it has none', () => {
    expect(entryKeys(catalogueEntry({ identifiers: { imdb: 'tt012' } }))).toEqual(
      entryKeys(catalogueEntry({ title: 'Other', identifiers: { imdb: 'https://www.imdb.com/title/tt0012/' } })),
    );
    expect(entryKeys(catalogueEntry({ title: 'Łódź', year: 1990 }))).toEqual(['movie/lodz/1990']);
  });
});
