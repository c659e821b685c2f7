import { describe, expect, it } from 'vitest';
import { alikePairs } from '../../../../renderer/src/application/twins/alike-pairs';
import { openPairs } from '../../../../renderer/src/application/twins/open-pairs';
import { TwinFinder } from '../../../../renderer/src/application/twins/twin-finder';
import { TwinsSession } from '../../../../renderer/src/application/twins/twins-session';
import { itemId, type ItemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { mergedItem, saidDifferent } from '../../../../renderer/src/domain/merge-items';

const NOW = Date.UTC(2026, 0, 1);
const thing = (id: string, draft: Partial<ItemDraft>): Item =>
  completeItem({ kind: 'book', title: 'Poems', ...draft }, itemId(id), NOW);
const libraryOf = (...items: readonly Item[]): ReadonlyMap<ItemId, Item> =>
  new Map(items.map((item) => [item.id, item]));
const noPause = (): Promise<void> => Promise.resolve();

/** A window onto a library that changes. */
function sessionOver(first: ReadonlyMap<ItemId, Item>) {
  let byId = first;
  const session = new TwinsSession({ snapshot: () => ({ ready: true, byId, items: [...byId.values()] }) });
  const found = (): readonly string[] =>
    session.snapshot().pairs.map(({ things }) =>
      things
        .map(({ id }) => id)
        .toSorted()
        .join('+'),
    );
  const look = async (next = byId): Promise<readonly string[]> => {
    byId = next;
    await session.look();
    return found();
  };
  return { session, look, found };
}

const VOLE = thing('vole', { creators: ['Ann Vole'], year: 1961, source: 'goodreads' });
const BARE = thing('bare', { source: 'csv' });
const REMAKE = [
  thing('game', { kind: 'game', title: 'Tin Harbour', creators: ['Quill Works'], year: 1999, source: 'steam' }),
  thing('port', { kind: 'game', title: 'Tin Harbour', creators: ['Quill Works'], year: 2019, source: 'csv' }),
];
const TWICE = [
  thing('film', { kind: 'movie', title: 'Salt and Ember', year: 2018, source: 'letterboxd' }),
  thing('again', { kind: 'movie', title: 'Salt & Ember', year: 2019, source: 'imdb' }),
];
const OTHERS = [thing('other', { title: 'The Long Tide', creators: ['Bo Quill'], year: 2001, source: 'goodreads' })];

describe('pairs of a library', () => {
  it('are those that are doubtful, and those that are the same and yet two; the likeliest first', async () => {
    const { look } = sessionOver(libraryOf(VOLE, BARE, ...REMAKE, ...TWICE, ...OTHERS));
    expect(await look()).toEqual(['again+film', 'game+port', 'bare+vole']);
  });

  it('are not what the owner said is different, from the moment it was said', async () => {
    const library = libraryOf(saidDifferent(BARE, [VOLE.id]), VOLE, ...TWICE);
    const { session, look } = sessionOver(libraryOf(BARE, VOLE, ...TWICE));
    expect(await look()).toEqual(['again+film', 'bare+vole']);
    expect(openPairs(session.snapshot().pairs, library)).toHaveLength(1);
    expect(await look(library)).toEqual(['again+film']);
  });

  it('follow the library: what is gone, new or changed is compared anew, with the rest as it was', async () => {
    const { look } = sessionOver(libraryOf(VOLE, ...TWICE));
    expect(await look()).toEqual(['again+film']);
    expect(await look(libraryOf(VOLE, BARE, ...TWICE))).toEqual(['again+film', 'bare+vole']);
    expect(await look(libraryOf({ ...VOLE, title: 'Letters' }, BARE, ...TWICE))).toEqual(['again+film']);
    expect(await look(libraryOf(VOLE, BARE))).toEqual(['bare+vole']);
    // Rated, which says nothing of what it is.
    expect(await look(libraryOf({ ...VOLE, ownRating: 1 }, BARE))).toEqual(['bare+vole']);
  });

  it('are the same after any changes as for a library that is looked at anew', async () => {
    const finder = new TwinFinder();
    const all = [VOLE, BARE, ...REMAKE, ...TWICE, ...OTHERS];
    for (let round = 0; round < 40; round += 1) {
      const library = libraryOf(
        ...all.filter((_item, place) => (round >> (place % 5)) % 2 === 0 || place === round % all.length),
      );
      await finder.update(library, noPause);
      const fresh = new TwinFinder();
      await fresh.update(library, noPause);
      expect(finder.pairs(library)).toEqual(fresh.pairs(library));
    }
  });

  it('name first what stays: of the library, rated, with more facts, there first', async () => {
    const { session, look } = sessionOver(
      libraryOf(BARE, VOLE, thing('friend', { creators: ['Ann Vole'], tags: ['verse'], inLibrary: false })),
    );
    await look();
    for (const { things } of session.snapshot().pairs) expect(things[1].id).not.toBe('vole');
  });

  it('are not what the numbers of a service keep apart', async () => {
    const row = (id: string, imdb: string, source: string): Item =>
      thing(id, { kind: 'movie', title: 'Kelp', year: 1961, source, identifiers: { imdb } });
    const { look } = sessionOver(libraryOf(row('one', 'tt0011111', 'imdb'), row('two', 'tt0022222', 'letterboxd')));
    expect(await look()).toEqual([]);
  });
});

describe('the order in which they are asked', () => {
  const library = libraryOf(VOLE, BARE, ...REMAKE, ...TWICE);

  it('puts off what is for later, until it is asked again', async () => {
    const { session, look, found } = sessionOver(library);
    await look();
    session.putOff(session.snapshot().pairs[0]?.key ?? '');
    expect(found()).toEqual(['game+port', 'bare+vole', 'again+film']);
    session.askAgain(session.snapshot().pairs.map(({ key }) => key));
    await look(new Map(library));
    expect(found()).toEqual(['again+film', 'game+port', 'bare+vole']);
  });

  it('begins with what was just brought in', async () => {
    const { session, look, found } = sessionOver(library);
    await look();
    session.putFirst([BARE.id]);
    expect(found()).toEqual(['bare+vole', 'again+film', 'game+port']);
    expect(session.pairsOf([BARE.id])).toHaveLength(1);
  });
});

describe('several at once', () => {
  const film = (id: string, title: string, year: number, source: string): Item =>
    thing(id, { kind: 'movie', title, year, source });
  const items = ['Salt', 'Ember', 'Tide Tables', 'Kelp'].flatMap((title, place) => [
    film(`a${String(place)}`, `The Colour of ${title}`, 2018, 'letterboxd'),
    film(`b${String(place)}`, `The Colour of ${title}`, 2019, 'imdb'),
  ]);

  it('are the pairs with the same evidence and kinds, the one that is asked about first', async () => {
    const { session, look } = sessionOver(libraryOf(...items, ...REMAKE));
    await look();
    const { pairs } = session.snapshot();
    const [, asked] = pairs;
    if (asked === undefined) throw new Error('no pair');
    const alike = alikePairs(asked, pairs);
    expect(alike.pairs).toHaveLength(4);
    expect(alike.pairs[0]).toBe(asked);
    expect(alike.entangled).toEqual([]);
  });

  it('leave out what looks like more than one other', async () => {
    const third = film('c0', 'The Colour of Salt', 2017, 'csv');
    const { session, look } = sessionOver(libraryOf(...items, third));
    await look();
    const { pairs } = session.snapshot();
    const asked = pairs.find(({ things }) => things.some(({ id }) => id === 'a1'));
    if (asked === undefined) throw new Error('no pair');
    const alike = alikePairs(asked, pairs);
    expect(alike.pairs.map(({ things }) => things[0].title)).not.toContain('The Colour of Salt');
    expect(alike.pairs).toHaveLength(3);
    expect(alike.entangled.length).toBeGreaterThan(0);
  });
});

it('two that became one are found by either description', async () => {
  const merged = mergedItem(VOLE, BARE, false, NOW);
  const finder = new TwinFinder();
  await finder.update(libraryOf(merged), noPause);
  const again = thing('again', { source: 'csv' });
  const library = libraryOf(merged, again);
  await finder.update(library, noPause);
  expect(finder.pairs(library)).toMatchObject([{ verdict: 'same', evidence: ['same-facts'] }]);
});
