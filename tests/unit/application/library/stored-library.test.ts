import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { readStoredLibrary, withWords } from '../../../../renderer/src/application/library/stored-library';
import { DexieLibraryCopies } from '../../../../renderer/src/data/library-copies';
import { kindName } from '../../../../renderer/src/text/kinds';

/** A database as a later version may have made it. */
async function newerDatabase(name: string, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const database = new Dexie(name);
  database.version(99).stores(Object.fromEntries(Object.keys(tables).map((table) => [table, 'id'])));
  await database.open();
  for (const [table, rows] of Object.entries(tables)) await database.table(table).bulkAdd([...rows]);
  database.close();
}

const read = (databaseName: string) => readStoredLibrary({ copies: new DexieLibraryCopies(), databaseName, kindName });

describe('a library of a version that this one does not know', () => {
  it('is read as far as its rows can be understood, and what cannot be shown is counted', async () => {
    await newerDatabase('rows', {
      items: [
        { id: '1', title: 'Kite Weather', creators: ['Ada Fenn', 7], year: 1999, kind: 'movie', ownRating: 0.7 },
        { id: '2', title: 'Émigré', creators: 'one name', year: '1999', kind: 4, ownRating: 40, note: '', mood: {} },
        { id: '3', title: { text: 'later' } },
        { id: '4', title: '  ' },
        { id: '5', title: 'A friend’s', inLibrary: false },
        { id: '6', title: 'constructor', kind: '__proto__', privateNote: 'lent to Bo' },
      ],
      people: [
        { id: 'me', isOwner: true },
        { id: 'bo', name: 'Bo', likedTags: ['ice', null], note: 'from school' },
        { id: 'who', name: null },
      ],
      pictures: [{ id: 'p' }],
    });
    const { things, friends, unreadable } = await read('rows');
    expect(things).toMatchObject([
      {
        title: 'constructor',
        creators: [],
        year: null,
        kind: '__proto__',
        stars: null,
        note: null,
        privateNote: 'lent to Bo',
      },
      { title: 'Émigré', creators: [], year: null, kind: '', stars: null, note: null, privateNote: null },
      {
        title: 'Kite Weather',
        creators: ['Ada Fenn'],
        year: 1999,
        kind: 'movie',
        stars: 3.5,
        note: null,
        privateNote: null,
      },
    ]);
    expect(friends).toMatchObject([{ name: 'Bo', likedTags: ['ice'], note: 'from school' }]);
    // Two things without a title, a person without a name.
    expect(unreadable).toBe(3);
  });

  it('is empty where its tables have other names', async () => {
    await newerDatabase('other-tables', { works: [{ id: '1', title: 'Kite Weather' }] });
    expect(await read('other-tables')).toEqual({ things: [], friends: [], unreadable: 0 });
  });

  it('is left exactly as it was, its version too', async () => {
    await newerDatabase('untouched', { items: [{ id: '1', title: 'Kite Weather', later: [1] }], people: [] });
    const before = await indexedDB.databases();
    await read('untouched');
    expect(await indexedDB.databases()).toEqual(before);
    const database = await new Dexie('untouched').open();
    expect(await database.table('items').toArray()).toEqual([{ id: '1', title: 'Kite Weather', later: [1] }]);
    database.close();
  });

  it('says where there is none', async () => {
    await expect(read('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is searched by every word that is shown, without accents and capitals', async () => {
    await newerDatabase('searched', {
      items: [
        { id: '1', title: 'Émigré', creators: ['Ada Fenn'], year: 1999, kind: 'movie', note: 'by the sea' },
        { id: '2', title: 'Kite Weather', creators: ['Ada Fenn'], kind: 'book' },
      ],
    });
    const { things } = await read('searched');
    const found = (question: string) => withWords(things, question).map(({ title }) => title);
    expect(found('emigre')).toEqual(['Émigré']);
    expect(found('ADA fenn')).toEqual(['Émigré', 'Kite Weather']);
    expect(found('film 1999 sea')).toEqual(['Émigré']);
    expect(found('ada nobody')).toEqual([]);
    expect(found('  ')).toHaveLength(2);
  });
});
