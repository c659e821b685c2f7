import { dirname } from 'node:path';
import type { FileFacts, FileSystem, OpenedFile } from '../../electron/host/file-system';

/** What a power cut may make of writes that were not flushed. */
export type CrashMode = 'dropped' | 'prefix' | 'reordered' | 'torn';
export const CRASH_MODES: readonly CrashMode[] = ['dropped', 'prefix', 'reordered', 'torn'];
const SECTOR_BYTES = 512;

type Change =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

interface FileNode {
  readonly identity: string;
  /** What a reader sees. */
  content: Buffer;
  /** What is on the disk. */
  lasting: Buffer;
  /** Since the last flush, in order. */
  unflushed: Change[];
  modifiedAt: number;
}

type Entry = FileNode | 'folder';
/** One step that changes names of a folder: put or take away, several at once for a rename. */
type NameChange = readonly (readonly [path: string, entry: Entry | null])[];

/**
 * A disk in memory that keeps what is seen apart from what would be there after a power cut: bytes become lasting by a
 * flush of their file, names by a flush of their folder, in their order (the metadata of a journalling file system).
 */
export class MemoryDisk implements FileSystem {
  readonly #seen = new Map<string, Entry>();
  readonly #lasting = new Map<string, Entry>();
  readonly #unflushed = new Map<string, NameChange[]>();
  #files = 0;
  #clock = 0;
  free: number | null = 1e12;
  /** The next flushes of files fail, and lose what they were to keep, while the page cache still shows it. */
  failingFlushes = 0;

  constructor(folders: readonly string[] = ['/data']) {
    for (const folder of folders) this.#keep(folder, 'folder');
  }

  #keep(path: string, entry: Entry): void {
    this.#seen.set(path, entry);
    this.#lasting.set(path, entry);
  }

  /** Makes a file as it is, on the disk. */
  put(path: string, content: Uint8Array): void {
    this.#keep(path, this.#newFile(Buffer.from(content)));
  }

  /** Every file that is seen, by its path. */
  files(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#seen].flatMap(([path, entry]) => (entry === 'folder' ? [] : [[path, entry.content]])));
  }

  /** The same disk, everything flushed. */
  copy(): MemoryDisk {
    const copy = new MemoryDisk([]);
    for (const [path, entry] of this.#seen) copy.#keep(path, entry === 'folder' ? entry : copy.#newFile(entry.content));
    return copy;
  }

  /** Takes a file, or a folder with all that is in it, away at once. */
  destroy(path: string): void {
    for (const map of [this.#seen, this.#lasting])
      for (const name of map.keys()) if (name === path || name.startsWith(`${path}/`)) map.delete(name);
  }

  /**
   * What is there after the power came back.
   * @param random 0 to below 1
   */
  crashed(mode: CrashMode, random: () => number): MemoryDisk {
    const names = new Map(this.#lasting);
    for (const [, changes] of this.#unflushed) {
      const kept = mode === 'dropped' ? 0 : Math.floor(random() * (changes.length + 1));
      for (const change of changes.slice(0, kept)) apply(names, change);
    }
    const disk = new MemoryDisk([]);
    const copies = new Map<FileNode, FileNode>();
    for (const [path, entry] of names) {
      if (!isReachable(names, path)) continue;
      if (entry === 'folder') disk.#keep(path, entry);
      else {
        const copy = copies.get(entry) ?? disk.#newFile(afterCrash(entry, mode, random));
        copies.set(entry, copy);
        disk.#keep(path, copy);
      }
    }
    return disk;
  }

  #newFile(content: Buffer): FileNode {
    const identity = `file ${String(++this.#files)}`;
    return { identity, content: Buffer.from(content), lasting: Buffer.from(content), unflushed: [], modifiedAt: 0 };
  }

  #rename(folder: string, change: NameChange): void {
    apply(this.#seen, change);
    this.#unflushed.set(folder, [...(this.#unflushed.get(folder) ?? []), change]);
  }

  open(path: string, access: 'read' | 'change' | 'create'): Promise<OpenedFile> {
    return attempt(() => {
      const there = this.#seen.get(path);
      if (access !== 'create') {
        if (there === undefined) throw systemError('ENOENT', path);
        if (there === 'folder') throw systemError('EISDIR', path);
        return this.#opened(there);
      }
      if (there !== undefined) throw systemError('EEXIST', path);
      if (this.#seen.get(dirname(path)) !== 'folder') throw systemError('ENOENT', path);
      const file = this.#newFile(Buffer.alloc(0));
      this.#rename(dirname(path), [[path, file]]);
      return this.#opened(file);
    });
  }

  #opened(file: FileNode): OpenedFile {
    const change = (one: Change): void => {
      file.content = changed(file.content, one);
      file.unflushed.push(one);
      file.modifiedAt = ++this.#clock;
    };
    const flush = (): Promise<void> =>
      attempt(() => {
        const { unflushed } = file;
        file.unflushed = [];
        if (this.failingFlushes > 0) {
          this.failingFlushes--;
          throw systemError('EIO', 'fsync');
        }
        for (const one of unflushed) file.lasting = changed(file.lasting, one);
      });
    return {
      read: (target, position) => attempt(() => file.content.copy(target, 0, position)),
      write: (bytes, position) =>
        attempt(() => {
          change({ kind: 'write', position, bytes: Buffer.from(bytes) });
        }),
      truncate: (length) =>
        attempt(() => {
          change({ kind: 'truncate', length });
        }),
      sync: flush,
      syncData: flush,
      facts: () => attempt(() => factsOf(file)),
      close: () => Promise.resolve(),
    };
  }

  stat(path: string): Promise<FileFacts | null> {
    return attempt(() => {
      const entry = this.#seen.get(path);
      return entry === undefined ? null : factsOf(entry);
    });
  }

  list(folder: string): Promise<readonly string[]> {
    return attempt(() => {
      if (this.#seen.get(folder) !== 'folder') throw systemError('ENOENT', folder);
      return [...this.#seen.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(folder.length + 1));
    });
  }

  makeFolder(path: string): Promise<void> {
    return attempt(() => {
      if (this.#seen.has(path)) return;
      if (this.#seen.get(dirname(path)) !== 'folder') throw systemError('ENOENT', path);
      this.#rename(dirname(path), [[path, 'folder']]);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return attempt(() => {
      const entry = this.#seen.get(from);
      if (entry === undefined) throw systemError('ENOENT', from);
      this.#rename(dirname(from), [
        [from, null],
        [to, entry],
      ]);
    });
  }

  remove(path: string): Promise<void> {
    return attempt(() => {
      if (this.#seen.has(path)) this.#rename(dirname(path), [[path, null]]);
    });
  }

  syncFolder(path: string): Promise<void> {
    return attempt(() => {
      if (this.#seen.get(path) !== 'folder') throw systemError('ENOENT', path);
      for (const change of this.#unflushed.get(path) ?? []) apply(this.#lasting, change);
      this.#unflushed.delete(path);
    });
  }

  freeBytes(): Promise<number | null> {
    return Promise.resolve(this.free);
  }
}

/** An error as the system gives it. */
export function systemError(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((settle) => {
    settle(work());
  });
}

function factsOf(entry: Entry): FileFacts {
  return entry === 'folder'
    ? { size: 0, identity: 'folder', modifiedAt: 0, isFile: false, isFolder: true }
    : {
        size: entry.content.length,
        identity: entry.identity,
        modifiedAt: entry.modifiedAt,
        isFile: true,
        isFolder: false,
      };
}

function apply(names: Map<string, Entry>, change: NameChange): void {
  for (const [path, entry] of change) {
    if (entry === null) names.delete(path);
    else names.set(path, entry);
  }
}

function isReachable(names: ReadonlyMap<string, Entry>, path: string): boolean {
  const folder = dirname(path);
  return folder === '/' || (names.get(folder) === 'folder' && isReachable(names, folder));
}

function changed(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    const next = Buffer.alloc(change.length);
    content.copy(next);
    return next;
  }
  const next = Buffer.alloc(Math.max(content.length, change.position + change.bytes.length));
  content.copy(next);
  change.bytes.copy(next, change.position);
  return next;
}

function afterCrash({ lasting, unflushed }: FileNode, mode: CrashMode, random: () => number): Buffer {
  if (mode === 'dropped') return lasting;
  const kept = Math.floor(random() * (unflushed.length + 1));
  return unflushed.reduce((content, change, index) => {
    if (mode === 'prefix') return index < kept ? changed(content, change) : content;
    if (mode === 'reordered' || change.kind === 'truncate') return random() < 0.5 ? changed(content, change) : content;
    return sectorsOf(change).reduce((torn, sector) => (random() < 0.5 ? changed(torn, sector) : torn), content);
  }, lasting);
}

/** A disk writes sectors, each of them whole or not at all. */
function sectorsOf({ position, bytes }: Extract<Change, { readonly kind: 'write' }>): readonly Change[] {
  const sectors: Change[] = [];
  for (let at = position; at < position + bytes.length;) {
    const end = Math.min((Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES, position + bytes.length);
    sectors.push({ kind: 'write', position: at, bytes: bytes.subarray(at - position, end - position) });
    at = end;
  }
  return sectors;
}
