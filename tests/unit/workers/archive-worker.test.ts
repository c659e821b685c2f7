import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstSchema } from '../../../renderer/src/data/migrations/001-first-schema';
import { ARCHIVED_TABLES } from '../../../renderer/src/data/archived-tables';
import { DexieLibraryCopies } from '../../../renderer/src/data/library-copies';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { itemFieldAdded } from '../../../renderer/src/data/migrations/item-field-added';
import type { TableChanges } from '../../../renderer/src/domain/archive';
import type { ArchivedTable } from '../../../renderer/src/domain/archived-table';
import { AppError } from '../../../renderer/src/domain/errors';
import { archiveReadme } from '../../../renderer/src/text/archive-readme';
import { createArchiveService } from '../../../renderer/src/workers/archive-service';
import { webArchiveCrypto } from '../../../renderer/src/workers/web-archive-crypto';
import { openTestLibrary, START, type TestLibrary } from '../data/open-test-library';

const context = { signal: new AbortController().signal, onProgress: () => undefined };
const serviceOf = (copies = new DexieLibraryCopies(), clock = () => START) =>
  createArchiveService({
    copies,
    crypto: webArchiveCrypto,
    programVersion: '0.6.0',
    readme: archiveReadme,
    clock,
  });
const service = serviceOf();

/** A table of which any row is accepted, as the rows of a later version are by that. */
const unchecked = ({ name, keyField }: Pick<ArchivedTable, 'name' | 'keyField'>): ArchivedTable => ({
  name,
  keyField,
  isReferenced: false,
  problemOf: () => null,
  oddityOf: () => null,
  referencesOf: () => [],
});

let library: TestLibrary;
let name: string;
let count = 0;
const freshName = (): string => `restored-${String((count += 1))}`;
beforeEach(async () => {
  library = await openTestLibrary();
  name = library.database.name;
  await library.sample.install();
  await library.settings.update({ ownerName: 'Ada ☂' });
  const { id } = await library.items.addItem({ kind: 'constructor', title: '__proto__', tags: ['toString'] });
  await library.items.moveToTrash([id]);
});

const write = async (databaseName = name, passphrase: string | null = null) =>
  await service.writeArchive({ databaseName, reason: 'person', passphrase }, context);

/** Every row of every table of an archive, as it is stored. */
async function stored(databaseName: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await new Dexie(databaseName).open();
  const rows: Record<string, readonly unknown[]> = {};
  for (const table of database.tables)
    if (!['actions', 'actionChanges', 'outbox', 'outside'].includes(table.name))
      rows[table.name] = await table.toArray();
  database.close();
  return rows;
}

/** Writes rows past every check, as another program or a fault of the disk would. */
async function putRaw(databaseName: string, table: string, row: object): Promise<void> {
  const database = await new Dexie(databaseName).open();
  await database.table(table).put(row);
  database.close();
}

const damagedRow = { id: 'damaged', title: undefined, year: Number.NaN, at: new Date(5) };

describe('a library saved as a file', () => {
  it('is restored bit for bit, and is the same file when it is saved again', async () => {
    await putRaw(name, 'items', damagedRow);
    const { bytes, summary } = await write();
    expect(summary).toMatchObject({ journalSequence: null, databaseVersion: MIGRATIONS.length, damaged: 1 });
    const restored = freshName();
    await service.restoreArchive({ bytes, passphrase: null, databaseName: restored }, context);
    expect(await stored(restored)).toStrictEqual(await stored(name));
    expect((await write(restored)).bytes).toEqual(bytes);
  });

  it('opens as an ordinary library, whose damaged rows are left out and reported', async () => {
    await putRaw(name, 'items', damagedRow);
    const restored = freshName();
    const { bytes } = await write();
    await service.restoreArchive({ bytes, passphrase: null, databaseName: restored }, context);
    const opened = await openTestLibrary(restored);
    expect(await opened.items.all()).toEqual(await library.items.all());
    expect(opened.damagedRows.all()).toMatchObject([{ table: 'items', key: 'damaged' }]);
    expect(await opened.people.friends()).toEqual(await library.people.friends());
  });

  it('is locked with a passphrase, and opens with no other', async () => {
    const { bytes, summary } = await write(name, 'correct horse');
    await expect(
      service.inspectArchive({ bytes, passphrase: null, databaseName: null }, context),
    ).rejects.toMatchObject({
      code: 'passphrase-needed',
    });
    await expect(service.inspectArchive({ bytes, passphrase: 'x', databaseName: null }, context)).rejects.toMatchObject(
      {
        code: 'passphrase-wrong',
      },
    );
    const opened = await service.inspectArchive({ bytes, passphrase: 'correct horse', databaseName: null }, context);
    expect(opened.summary).toEqual(summary);
  });

  it('says of which library it is, and up to where it has followed the journal outside', async () => {
    const standing = { libraryId: 'l', journalId: 'j', appliedSequence: 12 };
    await putRaw(name, 'outside', { key: 'library', ...standing });
    const { summary, bytes } = await write();
    expect(summary).toMatchObject({ libraryId: 'l', journalId: 'j', journalSequence: 12 });
    expect((await service.inspectArchive({ bytes, passphrase: null, databaseName: null }, context)).summary).toEqual(
      summary,
    );
  });

  it('is of one moment: what is written while it is read is in it whole or not at all', async () => {
    const copies = new DexieLibraryCopies();
    const source = await copies.open(name);
    let begun = 0;
    const seen: string[] = [];
    // One row is above what is read in one transaction.
    await source.copy(
      () => {
        begun += 1;
        seen.length = 0;
        return {
          addRows: (_table, rows) => {
            seen.push(...rows.map((row) => JSON.stringify(row)));
          },
          addDamaged: () => undefined,
        };
      },
      {
        maxHeldRows: 0,
        pause: async () => {
          if (begun === 1 && seen.length > 0) await library.settings.update({ weeklySendCap: 7 });
        },
      },
    );
    source.close();
    expect(begun).toBe(2);
    expect(seen.filter((row) => row.includes('weeklySendCap'))).toEqual([expect.stringContaining('7')]);
  });

  it('holds the library still when it changes each time it is read', async () => {
    const source = await new DexieLibraryCopies().open(name);
    let begun = 0;
    const pause = async (): Promise<void> => {
      await library.items.addItem({ kind: 'book', title: 'Another' });
    };
    const sink = { addRows: () => undefined, addDamaged: () => undefined };
    await source.copy(() => ((begun += 1), sink), { maxHeldRows: 0, pause });
    expect(begun).toBe(3);
    source.close();
  });

  it('of a database that is not there is refused, and none is made', async () => {
    await expect(write('nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain('nothing');
  });
});

describe('the proof of a file', () => {
  const prove = async (bytes: Uint8Array) => await service.proveArchive({ bytes, passphrase: null }, context);
  const names = async () => (await indexedDB.databases()).map((database) => database.name ?? '');

  it('restores it, finds every row, and leaves nothing behind', async () => {
    await putRaw(name, 'items', damagedRow);
    const { bytes, summary } = await write();
    expect(await prove(bytes)).toEqual({ problem: null, summary });
    expect((await names()).filter((found) => found.startsWith('handpicked-proof'))).toEqual([]);
  });

  it('says why it is none where the file is damaged', async () => {
    const { bytes } = await write();
    const middle = Math.floor(bytes.byteLength / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    expect(await prove(bytes)).toMatchObject({ problem: expect.stringContaining('damaged'), summary: null });
  });

  it('fails where the database did not keep what it was given', async () => {
    const { bytes } = await write();
    class Forgetful extends DexieLibraryCopies {
      override async create(...place: Parameters<DexieLibraryCopies['create']>) {
        const target = await super.create(...place);
        return {
          ...target,
          add: async (table: string, rows: readonly unknown[]) => {
            await target.add(table, table === 'events' ? rows.slice(1) : rows);
          },
        };
      }
    }
    const forgetful = serviceOf(new Forgetful());
    expect(await forgetful.proveArchive({ bytes, passphrase: null }, context)).toMatchObject({
      problem: expect.stringContaining('not what the file holds'),
    });
    const databaseName = freshName();
    const restoring = forgetful.restoreArchive({ bytes, passphrase: null, databaseName }, context);
    await expect(restoring).rejects.toMatchObject({ code: 'archive-damaged' });
    expect(await names()).not.toContain(databaseName);
  });

  it('is a failure of this computer, not of the file, where the disk is full', async () => {
    const { bytes } = await write();
    class Full extends DexieLibraryCopies {
      override async create(): Promise<never> {
        throw new AppError('storage-full', 'full');
      }
    }
    const proving = serviceOf(new Full()).proveArchive({ bytes, passphrase: null }, context);
    await expect(proving).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('takes away what a proof that crashed has left, and not what another one is at', async () => {
    const left = `handpicked-proof-${String(START - 2 * 3_600_000)}-x`;
    const running = `handpicked-proof-${String(START - 1000)}-y`;
    for (const each of [left, running]) (await new DexieLibraryCopies().create(each, 6)).close();
    await prove((await write()).bytes);
    expect(await names()).toContain(running);
    expect(await names()).not.toContain(left);
    await Dexie.delete(running);
  });
});

describe('a restore', () => {
  it('never writes into a library', async () => {
    const { bytes } = await write();
    const other = await openTestLibrary();
    const before = await stored(other.database.name);
    const restoring = service.restoreArchive({ bytes, passphrase: null, databaseName: other.database.name }, context);
    await expect(restoring).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await stored(other.database.name)).toEqual(before);
  });

  it('begins anew over one that was left half-way', async () => {
    const { bytes } = await write();
    const databaseName = freshName();
    const half = await new DexieLibraryCopies().create(databaseName, MIGRATIONS.length);
    await half.add('people', [{ id: 'half' }]);
    half.close();
    await service.restoreArchive({ bytes, passphrase: null, databaseName }, context);
    expect(await stored(databaseName)).toEqual(await stored(name));
  });

  it('shows beforehand how many rows it would add, take away and change', async () => {
    const { bytes } = await write();
    const [first, second] = await library.items.all();
    await library.items.editItem(first?.id ?? ('' as never), { title: 'Otherwise' });
    await library.items.moveToTrash([second?.id ?? ('' as never)]);
    await library.people.addFriend({ name: 'Ben' });
    const { changes } = await service.inspectArchive({ bytes, passphrase: null, databaseName: name }, context);
    const of = (table: string): TableChanges | undefined => changes?.find((change) => change.table === table);
    expect(of('items')).toMatchObject({ added: 1, removed: 0, changed: 1 });
    expect(of('people')).toMatchObject({ added: 0, removed: 1, changed: 0 });
    expect(of('trash')).toMatchObject({ removed: 1 });
    expect(of('settings')).toMatchObject({ added: 0, removed: 0, changed: 0 });
  });

  it('runs the migrations that a file of an older database lacks', async () => {
    const old = freshName();
    const database = new Dexie(old);
    declareVersions(database, MIGRATIONS, 4);
    await database.open();
    await database.table('items').add({ id: 'a', kind: 'book', title: 'Dune' });
    database.close();
    const { bytes, summary } = await write(old);
    expect(summary).toMatchObject({ databaseVersion: 4 });
    // Saving it did not upgrade it.
    expect((await indexedDB.databases()).find((found) => found.name === old)?.version).toBe(40);
    expect(await service.proveArchive({ bytes, passphrase: null }, context)).toMatchObject({ problem: null });
    const restored = freshName();
    await service.restoreArchive({ bytes, passphrase: null, databaseName: restored }, context);
    const rows = await stored(restored);
    expect(rows['items']).toEqual([
      { id: 'a', kind: 'book', title: 'Dune', shelves: [], catalogue: null, twins: null, byHand: {} },
    ]);
    expect(rows['settings']).toEqual([{ key: 'shelves-in-tags', value: 'to be moved' }]);
  });

  it('of a newer database is refused; saving one leaves nothing of it out', async () => {
    const newer = [
      ...MIGRATIONS,
      { version: MIGRATIONS.length + 1, stores: { pictures: 'id' } },
      itemFieldAdded(MIGRATIONS.length + 2, 'edition', null),
    ];
    const later = new Dexie(freshName());
    declareVersions(later, newer);
    await later.open();
    await later.table('pictures').add({ id: 'p' });
    await later.table('items').add({ id: 'a', later: 'schema' });
    later.close();
    const { bytes, summary } = await write(later.name);
    expect(summary.tables).toContainEqual({ table: 'pictures', rows: 1 });
    expect(summary).toMatchObject({ damaged: 0, databaseVersion: MIGRATIONS.length + 2 });
    await expect(
      service.inspectArchive({ bytes, passphrase: null, databaseName: null }, context),
    ).rejects.toMatchObject({
      code: 'archive-newer',
    });
  });

  it('of a newer database is restored by the program that made it; saving it has changed nothing there', async () => {
    const migrations = [...MIGRATIONS, { version: MIGRATIONS.length + 1, stores: { pictures: 'id' } }];
    const later = new Dexie(freshName());
    declareVersions(later, migrations);
    await later.open();
    const rows = {
      pictures: [{ id: 'p', of: 'a' }],
      items: [{ id: 'a', kind: 7, later: 'schema' }],
      people: [{ id: 'owner', isOwner: true, called: 'Ada' }],
      settings: [{ key: 'ownerName', value: 'Ada' }],
    };
    for (const [table, added] of Object.entries(rows)) await later.table<object>(table).bulkAdd(added);
    later.close();
    const version = async (of: string) => (await indexedDB.databases()).find((found) => found.name === of)?.version;
    const before = [await stored(later.name), await version(later.name)];
    const { bytes } = await write(later.name);
    expect([await stored(later.name), await version(later.name)]).toEqual(before);

    class LaterCopies extends DexieLibraryCopies {
      override readonly tables = [...ARCHIVED_TABLES.map(unchecked), unchecked({ name: 'pictures', keyField: 'id' })];
    }
    const databaseName = freshName();
    const restored = serviceOf(new LaterCopies(migrations)).restoreArchive(
      { bytes, passphrase: null, databaseName },
      context,
    );
    expect((await restored).summary.databaseVersion).toBe(MIGRATIONS.length + 1);
    expect(await stored(databaseName)).toEqual(before[0]);
  });

  it('knows of no table that came later in a file of the first database', async () => {
    const copies = new DexieLibraryCopies([firstSchema]);
    expect(copies.version).toBe(1);
    const target = await copies.create(freshName(), 1);
    await target.add('slates', [{ id: 's' }]);
    target.close();
  });
});
