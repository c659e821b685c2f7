import type { ItemIndex } from '../../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import { EncodedLibrary } from '../../../../renderer/src/recommend/encoded-library';
import { allowedItems, eligibleItems } from '../../../../renderer/src/recommend/ranking/eligibility';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { CandidateContext, LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import type { TasteProfile } from '../../../../renderer/src/domain/taste-profile';
import { candidate, checkerboard, event, libraryItem, profile } from '../../../fixtures/recommender-data';

async function libraryOf(items: readonly LibraryItem[]): Promise<EncodedLibrary> {
  const library = new EncodedLibrary(null);
  await library.set(items, {});
  return library;
}
const idsOf = (library: EncodedLibrary, items: readonly { readonly row: ItemIndex }[]): string[] =>
  items.map(({ row }) => library.item(row).id);
async function allowed(
  items: readonly LibraryItem[],
  person: TasteProfile,
  offered: readonly string[] = items.map(({ id }) => id),
): Promise<string[]> {
  const library = await libraryOf(items);
  return idsOf(
    library,
    allowedItems(
      offered.map((id) => candidate(id)),
      person,
      library,
    ),
  );
}

describe('what may be sent', () => {
  it('leaves out other editions of what the person knows, but not a namesake', async () => {
    const items = [
      libraryItem('read', { title: 'Dune', creators: ['Frank Herbert'], year: 1965 }),
      libraryItem('edition', { title: 'DUNE (Deluxe Edition)', creators: ['Frank Herbert'], year: 2019 }),
      libraryItem('unsaid', { title: 'Dune', year: 1966 }),
      libraryItem('namesake', { title: 'Dune', creators: ['Somebody Else'], year: 1965 }),
      libraryItem('film', { kind: 'movie', title: 'Dune', year: 1965 }),
      libraryItem('later', { title: 'Dune', year: 1990 }),
    ];
    expect(await allowed(items, profile({ events: [event('read')] }))).toEqual(['namesake', 'film', 'later']);
    expect(await allowed(items, profile({ excluded: ['read'] }))).toEqual(['namesake', 'film', 'later']);
  });

  it('knows an edition by whatever spelling, and leaves out what may be one, but not a remake', async () => {
    const items = [
      libraryItem('mill', { title: 'Mill, The', creators: ['J.R.R. Quill'] }),
      libraryItem('spelling', { title: 'The Mill', creators: ['Quill, J. R. R.'], year: 1990 }),
      libraryItem('subtitle', { title: 'The Mill: A Novel', creators: ['John Ronald Reuel Quill'] }),
      libraryItem('bare', { title: 'Mill' }),
      libraryItem('film', { kind: 'movie', title: 'Reed & Salt', creators: ['Ann Vole'], year: 1997 }),
      libraryItem('same film', { kind: 'movie', title: 'Reed and Salt', year: 1998 }),
      libraryItem('remake', { kind: 'movie', title: 'Reed & Salt', creators: ['Ann Vole'], year: 2007 }),
    ];
    expect(await allowed(items, profile({ events: [event('mill'), event('film')] }))).toEqual(['remake']);
  });

  it('keeps avoided tags and kinds away, in any spelling and inside longer tags', async () => {
    const items = [
      libraryItem('a', { tags: ['Horror'] }),
      libraryItem('b', { tags: ['folk-horror'] }),
      libraryItem('c', { tags: ['horrible'] }),
      libraryItem('d', { kind: 'board game' }),
    ];
    expect(await allowed(items, profile({ avoidedTags: [' HORROR ', '!', 'Board Game'] }))).toEqual(['c']);
  });

  it('sends the first part of a series first', async () => {
    const part = (id: string, position: number): LibraryItem =>
      libraryItem(id, { title: `Tale ${id}`, series: { name: 'Saga', position } });
    const items = [
      part('one', 1),
      part('two', 2),
      part('tri', 3),
      libraryItem('toy', { kind: 'movie', title: 'Toy Story' }),
      libraryItem('toy2', { kind: 'movie', title: 'Toy Story 2' }),
    ];
    expect(await allowed(items, profile())).toEqual(['one', 'toy']);
    expect(await allowed(items, profile({ events: [event('one'), event('toy')] }))).toEqual(['two', 'toy2']);
    expect(await allowed(items, profile({ events: [event('two')] }))).toEqual(['one', 'tri', 'toy']);
    expect(await allowed(items, profile(), ['two', 'toy2'])).toEqual(['two', 'toy2']);
  });

  it('keeps what somebody would merely pick over another, until the person is known to know it', async () => {
    const chosen = {
      itemId: itemId('book0'),
      otherItemId: itemId('book1'),
      type: 'chosen-over',
      rating: null,
      outcome: null,
      at: 1,
    } as const;
    const items = [libraryItem('book0'), libraryItem('book1')];
    const events = [event('book0', 0.8)];
    expect(await allowed(items, profile({ events, reactions: [chosen] }))).toEqual(['book0', 'book1']);
    const said = { ...chosen, otherItemId: null, type: 'liked', at: 2 } as const;
    expect(await allowed(items, profile({ events, reactions: [chosen, said] }))).toEqual(['book1']);
    expect(await allowed(items, profile({ events, reactions: [chosen], excluded: ['book0'] }))).toEqual(['book1']);
  });

  it('passes over candidates that the library does not hold', async () => {
    expect(await allowed([libraryItem('a')], profile(), ['a', 'gone'])).toEqual(['a']);
  });
});

describe('what the owner thinks of it', () => {
  const eligible = async (candidates: readonly CandidateContext[], enough = 5): Promise<string[]> => {
    const library = await libraryOf(checkerboard(40));
    return idsOf(library, eligibleItems(candidates, profile(), library, enough));
  };
  const rated = (count: number, rating: number): CandidateContext[] =>
    Array.from({ length: count }, (_, index) => candidate(`book${String(index)}`, rating));

  it('offers only what is rated well, once the owner rates things', async () => {
    const found = await eligible([...rated(25, 0.7), candidate('book30', 0.6), candidate('book31', null)]);
    expect(found).toHaveLength(25);
    expect(found).not.toContain('book30');
    expect(found).not.toContain('book31');
  });

  it('takes silence for nothing while the owner has rated little, but never a low rating', async () => {
    expect(await eligible([...rated(6, 0.8), candidate('book30', 0.6), candidate('book31', null)])).toEqual([
      ...rated(6, 0.8).map(({ itemId }) => itemId),
      'book31',
    ]);
  });

  it('also where too few things are rated well to fill a slate', async () => {
    expect(await eligible([...rated(25, 0.5), candidate('book30', 0.9), candidate('book31', null)])).toEqual([
      'book30',
      'book31',
    ]);
  });
});
