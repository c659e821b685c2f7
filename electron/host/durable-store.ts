import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DurableApi } from '../host-contract';
import { isFull, nodeFileSystem, type FileSystem } from './file-system';
import { lockFolder, type FolderLock } from './folder-lock';
import { HostFailure } from './host-failure';
import { JournalFile } from './journal/journal-file';
import { ReserveFile } from './reserve-file';
import { SnapshotFolder } from './snapshots/snapshot-folder';
import { storageFailure } from './storage-failure';

/** What keeps a library outside the browser: journal, snapshots and reserve of one data folder. */
export interface DurableStore extends DurableApi {
  /**
   * Takes the data folder for this program. Rejects with `folder-in-use` where another one holds it. Every other method
   * does the same first; a shell calls it to yield before it opens a window.
   */
  hold(): Promise<void>;
  /** Lets go of the data folder. */
  close(): Promise<void>;
}

export interface DurableStoreOptions {
  readonly fileSystem?: FileSystem;
  readonly now?: () => number;
  readonly newId?: () => string;
  /** Shows a folder in the system's file manager; false where there is none. */
  readonly reveal?: (folder: string) => Promise<boolean>;
  /** Bytes of a file of the journal after which another is begun. */
  readonly segmentBytes?: number;
  readonly reserveBytes?: number;
}

/** The reserve is looked after at most so often. */
const RESERVE_EVERY_MS = 60_000;

/** @param folder the data folder, which exists */
export function openDurableStore(folder: string, options: DurableStoreOptions = {}): DurableStore {
  const { fileSystem = nodeFileSystem, now = Date.now, newId = randomUUID } = options;
  const reserve = new ReserveFile(fileSystem, folder, options.reserveBytes);
  const journal = new JournalFile({
    fileSystem,
    folder: join(folder, 'journal'),
    now,
    newId,
    freeSpace: () => reserve.release(),
    ...(options.segmentBytes === undefined ? {} : { segmentBytes: options.segmentBytes }),
  });
  const snapshotFolder = join(folder, 'snapshots');
  const snapshots = new SnapshotFolder({ fileSystem, folder: snapshotFolder, now });
  let lock: FolderLock | null = null;
  let holding: Promise<void> = Promise.resolve();
  let reserveLookedAfterAt = Number.NEGATIVE_INFINITY;
  let background: Promise<void> = Promise.resolve();

  const take = async (): Promise<void> => {
    try {
      if (lock !== null && (await lock.isOurs())) return;
      // What another program may have written meanwhile is read anew. The lock stays ours: a folder that was away
      // brings it back.
      const before = lock;
      if (before !== null) await journal.close();
      try {
        lock = await lockFolder(fileSystem, folder, now);
      } catch (error) {
        if (!isFull(error) || !(await reserve.release())) throw error;
        lock = await lockFolder(fileSystem, folder, now);
      }
      await before?.release();
    } catch (error) {
      throw storageFailure(error);
    }
  };
  const hold = async (): Promise<void> => {
    holding = holding.catch(() => undefined).then(take);
    await holding;
  };
  const lookAfterReserve = (): void => {
    if (Math.abs(now() - reserveLookedAfterAt) < RESERVE_EVERY_MS) return;
    reserveLookedAfterAt = now();
    background = background.then(() => reserve.keep());
  };

  return {
    hold,
    journalStatus: async () => {
      await hold();
      const state = await journal.state();
      lookAfterReserve();
      await background;
      const reserveBytes = await reserve.bytes().catch(() => 0);
      return { ...state, freeBytes: await fileSystem.freeBytes(folder), reserveBytes };
    },
    journalAppend: async (records) => {
      await hold();
      const appended = await journal.append(records);
      lookAfterReserve();
      return { ...appended, freeBytes: await fileSystem.freeBytes(folder) };
    },
    journalRead: async (after, maxBytes) => {
      await hold();
      return await journal.read(after, maxBytes);
    },
    journalCompact: async (upTo, keepSince) => {
      await hold();
      await journal.compact(upTo, keepSince);
    },
    snapshots: async () => {
      await hold();
      return await snapshots.list();
    },
    snapshotWrite: async (request) => {
      await hold();
      return await snapshots.write(request);
    },
    snapshotRead: async (name) => {
      await hold();
      return await snapshots.read(name);
    },
    snapshotRevealFolder: async () => {
      await fileSystem.makeFolder(snapshotFolder).catch(() => undefined);
      return (await options.reveal?.(snapshotFolder)) ?? false;
    },
    releaseReserve: async () => {
      await hold();
      // Not taken again at once: the page needs the room.
      reserveLookedAfterAt = now();
      await background;
      return await reserve.release().catch((error: unknown) => {
        throw storageFailure(error);
      });
    },
    close: async () => {
      await journal.close();
      await background;
      await holding.catch(() => undefined);
      await lock?.release().catch(() => undefined);
      lock = null;
    },
  };
}

const refuse = (): Promise<never> =>
  Promise.reject(new HostFailure('storage-failed', 'This host keeps no journal and no snapshots.'));

/** Stands where there is no data folder. */
export const NOTHING_KEPT: DurableStore = {
  hold: () => Promise.resolve(),
  journalStatus: refuse,
  journalAppend: refuse,
  journalRead: refuse,
  journalCompact: refuse,
  snapshots: refuse,
  snapshotWrite: refuse,
  snapshotRead: refuse,
  snapshotRevealFolder: () => Promise.resolve(false),
  releaseReserve: () => Promise.resolve(false),
  close: () => Promise.resolve(),
};
