import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises';

/** What is asked of the disk by all that keeps data. Tests put one in its place that fails, forgets or records. */
export interface FileSystem {
  /** read: as it is; change: to write into, must exist; create: new and empty, must not exist (O_EXCL). */
  open(path: string, access: FileAccess): Promise<OpenedFile>;
  /** Null where nothing is at that path; a symbolic link is not followed. */
  stat(path: string): Promise<FileFacts | null>;
  /** Names in a folder, in no order. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes one folder in a folder that exists; nothing where it is there. */
  makeFolder(path: string): Promise<void>;
  /** Takes the place of what is there under the new name. */
  rename(from: string, to: string): Promise<void>;
  /** Nothing where it is not there. */
  remove(path: string): Promise<void>;
  /** Makes names that came, went or changed in this folder last (fsync of the folder). */
  syncFolder(path: string): Promise<void>;
  /** Bytes that this account may still write; null where the system does not say. */
  freeBytes(folder: string): Promise<number | null>;
}

export type FileAccess = 'read' | 'change' | 'create';

export interface FileFacts {
  readonly size: number;
  /** Which file it is, whatever it is called. */
  readonly identity: string;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

export interface OpenedFile {
  /** @returns bytes read into `target`; fewer than it holds only at the end of the file */
  read(target: Uint8Array, position: number): Promise<number>;
  /** Writes all of it; where it throws, any part may have been written. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Makes content and length last (fdatasync). */
  syncData(): Promise<void>;
  /** Makes everything last (fsync). */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  facts(): Promise<FileFacts>;
  close(): Promise<void>;
}

const FLAGS: Readonly<Record<FileAccess, number>> = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
};
/** Nobody else of this computer has any business in the data folder. */
const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;

/** The disk itself. */
export const nodeFileSystem: FileSystem = {
  open: async (path, access) => opened(await open(path, FLAGS[access], OWNER_ONLY)),
  stat: async (path) => {
    try {
      return factsOf(await lstat(path, { bigint: true }));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  list: (folder) => readdir(folder),
  makeFolder: async (path) => {
    try {
      await mkdir(path, { mode: FOLDER_OWNER_ONLY });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder: async (path) => {
    // Windows opens no folders, and keeps names by itself.
    if (process.platform === 'win32') return;
    const folder = await open(path, constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  freeBytes: async (folder) => {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch {
      return null;
    }
  },
};

function opened(file: FileHandle): OpenedFile {
  return {
    read: async (target, position) => {
      let done = 0;
      while (done < target.length) {
        const { bytesRead } = await file.read(target, done, target.length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    write: async (bytes, position) => {
      let done = 0;
      while (done < bytes.length)
        done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    },
    syncData: () => file.datasync(),
    sync: () => file.sync(),
    truncate: (length) => file.truncate(length),
    facts: async () => factsOf(await file.stat({ bigint: true })),
    close: () => file.close(),
  };
}

function factsOf(stats: Awaited<ReturnType<typeof lstat>> & { readonly dev: bigint | number }): FileFacts {
  return {
    size: Number(stats.size),
    identity: `${stats.dev}:${stats.ino}`,
    modifiedAt: Number(stats.mtimeMs),
    isFile: stats.isFile(),
    isFolder: stats.isDirectory(),
  };
}

/** The system's code of an error, e.g. "ENOSPC"; empty where it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

/** Whether the disk, or what this account may use of it, is full. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error));
}

/** All bytes of a file. Throws the file system's error. */
export async function readWhole(fileSystem: FileSystem, path: string): Promise<Buffer> {
  const file = await fileSystem.open(path, 'read');
  try {
    const target = Buffer.alloc((await file.facts()).size);
    return target.subarray(0, await file.read(target, 0));
  } finally {
    await file.close();
  }
}
