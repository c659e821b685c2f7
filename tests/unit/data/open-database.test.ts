import 'fake-indexeddb/auto';
import { Dexie, type Transaction } from 'dexie';
import { describe, expect, it } from 'vitest';
import { databaseError } from '../../../renderer/src/data/database-errors';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemId, OWNER_ID } from '../../../renderer/src/domain/ids';

const clock = (): number => 1;
/** A step to come, so that upgrading is tested before there is a second version. */
const NEXT = {
  version: MIGRATIONS.length + 1,
  stores: { items: 'id, source, kind' },
  upgrade: (transaction: Transaction) => transaction.table('items').toCollection().modify({ kind: 'upgraded' }),
};
let count = 0;
const freshName = (): string => `versions-${(count += 1)}`;

describe('opening the library', () => {
  it('has an owner from the start, once', async () => {
    const name = freshName();
    for (const _time of [1, 2]) {
      const database = await openDatabase({ clock, name });
      expect((await database.people.toArray()).map((person) => person.id)).toEqual([OWNER_ID]);
      database.close();
    }
  });

  it.each(MIGRATIONS.map((migration) => migration.version))(
    'upgrades a database made at version %i and keeps its rows',
    async (version) => {
      const name = freshName();
      const old = new Dexie(name);
      declareVersions(old, MIGRATIONS, version);
      await old.open();
      await old.table('items').add(completeItem({ kind: 'book', title: 'Dune' }, itemId('dune'), 1));
      old.close();
      const database = await openDatabase({ clock, name });
      expect(await database.items.get(itemId('dune'))).toMatchObject({ title: 'Dune' });
      database.close();
      const upgraded = await openDatabase({ clock, name, migrations: [...MIGRATIONS, NEXT] });
      expect(await upgraded.items.get(itemId('dune'))).toMatchObject({ kind: 'upgraded' });
      upgraded.close();
    },
  );

  it('tells of an update before it begins, and of none where there is nothing to update', async () => {
    const name = freshName();
    const found: unknown[] = [];
    const beforeUpdate = async (): Promise<void> => {
      const old = await new Dexie(name).open();
      found.push([old.verno, await old.table('items').count()]);
      old.close();
    };
    const first = await openDatabase({ clock, name, beforeUpdate });
    await first.items.add(completeItem({ kind: 'book', title: 'Dune' }, itemId('dune'), 1));
    first.close();
    (await openDatabase({ clock, name, beforeUpdate })).close();
    expect(found).toEqual([]);
    (await openDatabase({ clock, name, beforeUpdate, migrations: [...MIGRATIONS, NEXT] })).close();
    expect(found).toEqual([[MIGRATIONS.length, 1]]);
  });

  it('refuses a newer database and leaves it as it is', async () => {
    const name = freshName();
    const newer = await openDatabase({
      clock,
      name,
      migrations: [...MIGRATIONS, NEXT, { version: NEXT.version + 1, stores: { future: 'id' } }],
    });
    await newer.table('future').add({ id: 1 });
    newer.close();
    await expect(openDatabase({ clock, name })).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('newer version'),
    });
    const raw = await new Dexie(name).open();
    expect([raw.verno, await raw.table('future').count()]).toEqual([NEXT.version + 1, 1]);
    raw.close();
  });

  it('says so where an older window keeps the database from being upgraded', async () => {
    const name = freshName();
    const old = new Dexie(name);
    declareVersions(old);
    await old.open();
    // A window that does not let go when asked.
    old.on('versionchange', () => false);
    await expect(openDatabase({ clock, name, migrations: [...MIGRATIONS, NEXT] })).rejects.toMatchObject({
      code: 'database-blocked',
    });
    old.close();
  });

  it('tries twice where the browser cannot read its files, and says so where it still cannot', async () => {
    const name = freshName();
    const open = indexedDB.open.bind(indexedDB);
    const databases = indexedDB.databases.bind(indexedDB);
    indexedDB.databases = () => {
      indexedDB.databases = databases;
      return Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'));
    };
    (await openDatabase({ clock, name })).close();
    const broken = (times: number): void => {
      let left = times;
      indexedDB.open = (...request) => {
        if ((left -= 1) < 0) return open(...request);
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      };
    };
    try {
      broken(1);
      (await openDatabase({ clock, name })).close();
      broken(20);
      await expect(openDatabase({ clock, name })).rejects.toMatchObject({ code: 'database-damaged' });
    } finally {
      indexedDB.open = open;
    }
  });

  it('refuses a gap in the numbers', () => {
    expect(() => {
      declareVersions(new Dexie(freshName()), [{ version: 2, stores: {} }]);
    }).toThrow('without gaps');
  });
});

describe('failures of IndexedDB', () => {
  it('are told in words, by what they mean', () => {
    const full = Object.assign(new Error('x'), {
      name: 'AbortError',
      inner: Object.assign(new Error('y'), { name: 'QuotaExceededError' }),
    });
    expect(databaseError(full).code).toBe('storage-full');
    expect(databaseError(Object.assign(new Error('x'), { name: 'VersionError' })).code).toBe('database-newer');
    expect(databaseError(Object.assign(new Error('x'), { name: 'DatabaseClosedError' })).code).toBe('database-blocked');
    expect(databaseError(new Error('bug')).code).toBe('unexpected');
  });
});
