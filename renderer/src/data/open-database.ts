import { NEUTRAL_DIALS } from '../domain/dials/dials';
import type { AppError } from '../domain/errors';
import { OWNER_ID, personId } from '../domain/ids';
import { NO_LEARNING_SETTINGS } from '../domain/learning';
import { DATABASE_NAME, HandpickedDatabase } from './database';
import { blockedDatabase, databaseError, newerDatabase } from './database-errors';
import { MIGRATIONS } from './migrations/migrations';
import type { Migration } from './migrations/migration';
import type { Clock } from '../domain/ports/clock';

export interface OpenDatabaseOptions {
  readonly clock: Clock;
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  /** Called where a database of an earlier version is there, before it is brought to the present one. */
  readonly beforeUpdate?: () => Promise<void>;
  /** Called later, where the browser turns out not to be able to read the database any more. */
  readonly onLost?: (error: AppError) => void;
}

/** Dexie multiplies its versions by ten in IndexedDB. */
const NATIVE_VERSIONS_PER_VERSION = 10;

/**
 * Opens the library, upgrading an older one; the owner exists afterwards. A database that the browser cannot read is
 * tried twice: at the first failure Chromium often throws the damaged files away and begins an empty database, into
 * which the start brings back what is kept outside.
 * Throws AppError: `database-newer` without touching the database, `database-blocked`, `database-damaged`,
 * `storage-full`, `unexpected`.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<HandpickedDatabase> {
  const database = await openOnce(options).catch(async (error: unknown) => {
    if (databaseError(error).code !== 'database-damaged') throw databaseError(error);
    return await openOnce(options).catch((again: unknown) => {
      throw databaseError(again);
    });
  });
  if (options.onLost !== undefined) database.onLost(options.onLost);
  return database;
}

/** The version of a database as it is stored; 0 = there is none. */
async function storedVersion(name: string): Promise<number> {
  const stored = (await indexedDB.databases()).find((candidate) => candidate.name === name)?.version ?? 0;
  return Math.floor(stored / NATIVE_VERSIONS_PER_VERSION);
}

async function openOnce({
  clock,
  name = DATABASE_NAME,
  migrations = MIGRATIONS,
  beforeUpdate,
}: OpenDatabaseOptions): Promise<HandpickedDatabase> {
  // Dexie opens a newer database as it stands, and may patch its schema: so ask before opening.
  const version = await storedVersion(name);
  if (version > migrations.length) throw newerDatabase();
  if (version > 0 && version < migrations.length) await beforeUpdate?.();

  const database = new HandpickedDatabase(name, migrations);
  try {
    await new Promise<void>((resolve, reject) => {
      database.on('blocked', () => {
        reject(blockedDatabase());
      });
      database.open().then(() => {
        resolve();
      }, reject);
    });
    await addOwner(database, clock());
    return database;
  } catch (error) {
    database.close();
    throw databaseError(error);
  }
}

async function addOwner(database: HandpickedDatabase, now: number): Promise<void> {
  await database.transaction('rw', database.people, async () => {
    if ((await database.people.get(OWNER_ID)) !== undefined) return;
    // Of a library that is kept outside already, this blank owner must not be taken for the newest.
    database.skipOutbox();
    // A damaged row under the owner's id gets another id, so that an owner can be created and no data are lost.
    database.skipParsing();
    const damaged = await database.people.get(OWNER_ID);
    if (damaged !== undefined) {
      await database.people.delete(OWNER_ID);
      await database.people.add({ ...damaged, id: personId(`damaged-owner-${String(now)}`) });
    }
    await database.people.add({
      id: OWNER_ID,
      name: '',
      isOwner: true,
      likedTags: [],
      avoidedTags: [],
      learning: NO_LEARNING_SETTINGS,
      dials: NEUTRAL_DIALS,
      note: null,
      email: null,
      source: 'manual',
      createdAt: now,
      archivedAt: null,
    });
  });
}
