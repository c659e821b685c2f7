import { describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../../../renderer/src/application/library/library-index';
import { itemId, type ItemId } from '../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../renderer/src/domain/item';
import { openTestLibrary } from '../../data/open-test-library';

async function indexOfThree() {
  const library = await openTestLibrary();
  const dune = (await library.items.addItem({ kind: 'book', title: 'Dune', creators: ['Frank Herbert'] })).id;
  const amelie = (await library.items.addItem({ kind: 'movie', title: 'Amélie', tags: ['paris'] })).id;
  const index = new LibraryIndex(library.items);
  const stop = await index.start();
  const emma = (await library.items.addItem({ kind: 'book', title: 'Emma' })).id;
  return { library, index, stop, dune, amelie, emma };
}

describe('the library in memory', () => {
  it('holds what was there at the start and what came later, newest first', async () => {
    const { index, dune, amelie, emma } = await indexOfThree();
    expect(index.snapshot().ready).toBe(true);
    expect(index.snapshot().items.map(({ id }) => id)).toEqual([emma, amelie, dune]);
  });

  it('finds by beginnings, misspellings, makers and tags, with or without accents', async () => {
    const { library, index, dune, amelie, emma } = await indexOfThree();
    const { id: nights } = await library.items.addItem({ kind: 'book', title: 'Łódź Nights', creators: ['Jo Nesbø'] });
    expect([index.search('lodz'), index.search('ŁÓDŹ'), index.search('nesbo')]).toEqual([[nights], [nights], [nights]]);
    const { id: spirits } = await library.items.addItem({ kind: 'movie', title: '千と千尋の神隠し' });
    const { id: hobbit } = await library.items.addItem({ kind: 'book', title: 'Roverandom', creators: ['J. Tolkien'] });
    expect([index.search('千尋'), index.search('神隠し'), index.search('千と')]).toEqual([
      [spirits],
      [spirits],
      [spirits],
    ]);
    expect([index.search('tolkein'), index.search('tolkein rover')]).toEqual([[hobbit], [hobbit]]);
    expect(index.search('amel')).toEqual([amelie]);
    expect(index.search('AMÉLIE')).toEqual([amelie]);
    expect(index.search('herbrt')).toEqual([dune]);
    expect(index.search('paris')).toEqual([amelie]);
    expect(index.search('emma')).toEqual([emma]);
    expect(index.search('book emma')).toEqual([emma]);
  });

  it('finds an edited item by its new title and no longer by its old one', async () => {
    const { library, index, dune } = await indexOfThree();
    await library.items.editItem(dune, { title: 'Children of Time' });
    expect(index.search('children')).toEqual([dune]);
    expect(index.search('dune')).toEqual([]);
  });

  it('does not find a removed item, and finds it again once that is undone', async () => {
    const { library, index, dune } = await indexOfThree();
    await library.items.moveToTrash([dune]);
    expect(index.search('dune')).toEqual([]);
    expect(index.snapshot().byId.has(dune)).toBe(false);
    await library.journal.undo();
    expect(index.search('dune')).toEqual([dune]);
  });

  it('never searches private notes', async () => {
    const { library, index, dune } = await indexOfThree();
    await library.items.editItem(dune, { privateNote: 'surprise for Ana', note: 'reread' });
    expect(index.search('surprise')).toEqual([]);
  });

  it('keeps what only a friend knows out of the list of the library', async () => {
    const { library, index } = await indexOfThree();
    const { id } = await library.items.addItem({ kind: 'book', title: 'Maus', inLibrary: false });
    expect(index.snapshot().byId.has(id)).toBe(true);
    expect(index.snapshot().items.map(({ title }) => title)).not.toContain('Maus');
  });

  it('tells listeners of each change, until it is stopped', async () => {
    const { library, index, stop, dune } = await indexOfThree();
    let told = 0;
    index.subscribe(() => {
      told += 1;
    });
    await library.items.rateItems([dune], 0.8);
    expect(told).toBe(1);
    expect(index.snapshot().byId.get(dune)?.ownRating).toBe(0.8);
    stop();
    await library.items.rateItems([dune], 0.2);
    expect(told).toBe(1);
  });

  it('finds by the original title and the series, and nothing for words of two different things', async () => {
    const { library, index } = await indexOfThree();
    const { id } = await library.items.addItem({
      kind: 'book',
      title: 'Der Wüstenplanet',
      originalTitle: 'Arrakis',
      series: { name: 'Chronicles', position: 1 },
    });
    expect(index.search('arrakis')).toEqual([id]);
    expect(index.search('chronicles')).toEqual([id]);
    expect(index.search('wustenplamet')).toEqual([id]);
    expect(index.search('arrakis emma')).toEqual([]);
  });

  it('finds very many things that come at once, as they are by then, and not those that are gone by then', async () => {
    const library = await openTestLibrary();
    let tell: Parameters<typeof library.items.onChange>[0] = () => undefined;
    const paused: (() => void)[] = [];
    const index = new LibraryIndex(
      {
        ...library.items,
        all: () => Promise.resolve([]),
        onChange: (listener) => {
          tell = listener;
          return () => undefined;
        },
      },
      () =>
        new Promise((settle) => {
          paused.push(settle);
        }),
    );
    await index.start();
    const many = Array.from({ length: 600 }, (_, place) =>
      completeItem({ kind: 'book', title: `Number${String(place)}` }, itemId(`n${String(place)}`), place),
    );
    const taken = tell({ upserts: many, removals: [] });
    // Nobody sees half of them.
    const sizes = new Set<number>();
    index.subscribe(() => sizes.add(index.snapshot().items.length));
    while (index.snapshot().byId.size === 0) {
      paused.shift()?.();
      await new Promise((settle) => setTimeout(settle));
    }
    await taken;
    expect(sizes).toEqual(new Set([600]));
    expect(index.busy()).toBeNull();
    expect(index.search('Number0')).toContain(itemId('n0'));
    expect(index.search('Number599')).not.toContain(itemId('n599'));
    const changed = many[598];
    if (changed === undefined) throw new Error('a mistake of this test');
    tell({ upserts: [{ ...changed, title: 'Changed' }], removals: [itemId('n597')] });
    let published = 0;
    index.subscribe(() => (published += 1));
    for (let part = 0; part < 3; part += 1) {
      paused.shift()?.();
      await new Promise((settle) => setTimeout(settle));
    }
    expect(index.search('Number599')).toContain(itemId('n599'));
    expect(index.search('Changed')).toEqual([itemId('n598')]);
    expect(index.search('Number597')).not.toContain(itemId('n597'));
    expect(index.search('Number598')).not.toContain(itemId('n598'));
    expect(published).toBe(1);
  });

  it('does not find very many things that go at once, and finds them again once they are back', async () => {
    const library = await openTestLibrary();
    const ids: ItemId[] = [];
    for (let place = 0; place < 300; place += 1)
      ids.push((await library.items.addItem({ kind: 'book', title: `Number${String(place)}` })).id);
    const paused: (() => void)[] = [];
    const index = new LibraryIndex(library.items, () => new Promise((settle) => paused.push(settle)));
    const goOnUntil = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) {
        paused.shift()?.();
        await new Promise((settle) => setTimeout(settle));
      }
    };
    let isDone = false;
    const whenDone = (work: Promise<unknown>): Promise<void> => {
      isDone = false;
      void work.then(() => (isDone = true));
      return goOnUntil(() => isDone);
    };
    await whenDone(index.start());
    expect(index.search('Number299')).toContain(ids[299]);
    // Whoever deletes them finds them gone; what was changed meanwhile comes after it.
    const [kept] = ids;
    const deleted = whenDone(library.items.moveToTrash(ids.slice(1)));
    await goOnUntil(() => index.busy() !== null);
    const rated = library.items.rateItems(kept === undefined ? [] : [kept], 0.5);
    await deleted;
    await rated;
    expect(index.snapshot().items.map(({ id, ownRating }) => [id, ownRating])).toEqual([[kept, 0.5]]);
    expect(index.search('Number299')).toEqual([]);
    await library.journal.undo();
    await whenDone(library.journal.undo());
    expect(index.snapshot().items).toHaveLength(300);
    await goOnUntil(() => paused.length === 0);
    expect(index.search('Number299')).toContain(ids[299]);
  });

  it('misses no change that is written while the library is being read', async () => {
    const library = await openTestLibrary();
    const { id: gone } = await library.items.addItem({ kind: 'book', title: 'Gone' });
    const { id: kept } = await library.items.addItem({ kind: 'book', title: 'Kept' });
    const index = new LibraryIndex({
      ...library.items,
      onChange: (listener) => library.items.onChange(listener),
      all: async () => {
        const before = await library.items.all();
        await library.items.moveToTrash([gone]);
        await library.items.editItem(kept, { title: 'Changed' });
        await library.items.addItem({ kind: 'book', title: 'Meanwhile' });
        return before;
      },
    });
    await index.start();
    expect(index.search('gone')).toEqual([]);
    expect(index.search('kept')).toEqual([]);
    expect(index.search('changed')).toEqual([kept]);
    expect(index.search('meanwhile')).toHaveLength(1);
    expect(index.snapshot().items).toHaveLength(2);
  });
});
