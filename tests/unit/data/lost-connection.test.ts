import { forceCloseDatabase, IDBDatabase as FakeDatabase } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchConnection } from '../../../renderer/src/data/lost-connection';
import { contents, openTestLibrary } from './open-test-library';

describe('a connection that the browser ends', () => {
  it('is told, and is not followed by another one to an empty database', async () => {
    const library = await openTestLibrary();
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    const told: string[] = [];
    library.database.onLost(({ code }) => told.push(code));
    const { name } = library.database;
    const connection = library.database.backendDB();
    // As Chromium does where it finds damage: the connection ends, the database is thrown away.
    forceCloseDatabase(connection as never);
    await new Promise<void>((settle) => {
      connection.addEventListener('close', () => {
        settle();
      });
    });
    await new Promise<void>((settle) => {
      indexedDB.deleteDatabase(name).addEventListener('success', () => {
        settle();
      });
    });
    await expect(contents(library)).rejects.toThrow();
    await expect(library.items.addItem({ kind: 'book', title: 'Solaris' })).rejects.toThrow();
    await expect(library.database.open()).rejects.toMatchObject({ code: 'database-damaged' });
    expect(told).toEqual(['database-damaged']);
    // Whoever asks later is told, too.
    library.database.onLost(({ code }) => told.push(code));
    expect(told).toHaveLength(2);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  });
});

describe('an error of a request or a commit', () => {
  const failing = (name: string): string[] => {
    const connection = Object.assign(new EventTarget(), { error: new DOMException('x', name) });
    const told: string[] = [];
    watchConnection(connection as unknown as IDBDatabase, ({ code }) => told.push(code));
    connection.dispatchEvent(new Event('error'));
    connection.dispatchEvent(new Event('abort'));
    return told;
  };

  it.each(['UnknownError', 'NotReadableError', 'DataError'])('%s says that the files cannot be read', (name) => {
    expect(failing(name)).toEqual(['database-damaged', 'database-damaged']);
  });

  it.each(['ConstraintError', 'QuotaExceededError', 'AbortError'])('%s does not', (name) => {
    expect(failing(name)).toEqual([]);
  });
});

it('rows of an old database that come up in one just begun are not taken for a library', async () => {
  // Called below with the `this` that it is given.
  // oxlint-disable-next-line typescript/unbound-method
  const { createObjectStore } = FakeDatabase.prototype;
  onTestFinished(() => {
    FakeDatabase.prototype.createObjectStore = createObjectStore;
  });
  FakeDatabase.prototype.createObjectStore = function (name, ...rest) {
    const store = createObjectStore.call(this, name, ...rest);
    if (name === 'outside') store.add({ key: 'library', libraryId: 'old', journalId: 'J', appliedSequence: 7 });
    if (name === 'items') store.add({ id: 'ghost', kind: 'book', title: 'Ghost' });
    return store;
  };
  const library = await openTestLibrary();
  expect(await library.keeping.standing()).toBeNull();
  expect(await library.keeping.isEmpty()).toBe(true);
});
