import type { FileSystem, OpenedFile } from '../../electron/host/file-system';

/** Asked before each call to the disk; what it throws, the call throws. */
export interface Guard {
  (name: CallName): void;
}
export type CallName = keyof FileSystem | keyof OpenedFile;

/**
 * A file system with a guard before each of its calls. A write that fails has written its first half, as on a disk that
 * is filled up by it. Closing a file and asking for free space never fail.
 */
export function guarded(inner: FileSystem, guard: Guard): FileSystem {
  const before =
    <Parameters extends readonly unknown[], Result>(
      name: CallName,
      call: (...parameters: Parameters) => Promise<Result>,
    ): ((...parameters: Parameters) => Promise<Result>) =>
    async (...parameters) => {
      guard(name);
      return await call(...parameters);
    };
  return {
    open: async (path, access) => {
      guard('open');
      const file = await inner.open(path, access);
      return {
        read: before('read', (target, position) => file.read(target, position)),
        write: async (bytes, position) => {
          try {
            guard('write');
          } catch (error) {
            await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
            throw error;
          }
          await file.write(bytes, position);
        },
        syncData: before('syncData', () => file.syncData()),
        sync: before('sync', () => file.sync()),
        truncate: before('truncate', (length) => file.truncate(length)),
        facts: before('facts', () => file.facts()),
        close: () => file.close(),
      };
    },
    stat: before('stat', (path) => inner.stat(path)),
    list: before('list', (folder) => inner.list(folder)),
    makeFolder: before('makeFolder', (path) => inner.makeFolder(path)),
    rename: before('rename', (from, to) => inner.rename(from, to)),
    remove: before('remove', (path) => inner.remove(path)),
    syncFolder: before('syncFolder', (path) => inner.syncFolder(path)),
    freeBytes: (folder) => inner.freeBytes(folder),
  };
}

/** Counts calls, and throws `error` at those that `fails` names; the first call is number 1. */
export function counting(fails: (call: number, name: CallName) => Error | null): Guard & { calls: () => number } {
  let calls = 0;
  return Object.assign(
    (name: CallName) => {
      const error = fails(++calls, name);
      if (error !== null) throw error;
    },
    { calls: () => calls },
  );
}
