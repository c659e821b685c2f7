import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { writeThrough } from './atomic-write';
import type { FileSystem } from './file-system';

const FILE = 'reserve.bin';
export const RESERVE_BYTES = 16 * 1024 * 1024;
/** Only taken from a disk that has far more. */
const MIN_FREE_BYTES = 256 * 1024 * 1024;
const PART_BYTES = 1024 * 1024;

/** Bytes that are freed when the disk is full, so that the last changes can still be written. */
export class ReserveFile {
  readonly #path: string;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly folder: string,
    private readonly size = RESERVE_BYTES,
  ) {
    this.#path = join(folder, FILE);
  }

  /** What is kept; 0 where nothing is. Throws the file system's error. */
  async bytes(): Promise<number> {
    return (await this.fileSystem.stat(this.#path))?.size ?? 0;
  }

  /** Keeps it where it is missing and the disk has room. What the disk refuses is no error: then there is none. */
  async keep(): Promise<void> {
    try {
      if ((await this.bytes()) === this.size) return;
      const free = await this.fileSystem.freeBytes(this.folder);
      if (free !== null && free < Math.max(MIN_FREE_BYTES, 2 * this.size)) return;
      await writeThrough(this.fileSystem, this.#path, this.#content());
    } catch {
      // Said above.
    }
  }

  /** Frees it. True if there was something to free. Throws the file system's error. */
  async release(): Promise<boolean> {
    if ((await this.bytes()) === 0) return false;
    await this.fileSystem.remove(this.#path);
    await this.fileSystem.syncFolder(this.folder);
    return true;
  }

  /** Of random bytes: what is empty or repeats, some file systems do not really store. */
  async *#content(): AsyncGenerator<Uint8Array> {
    for (let left = this.size; left > 0; left -= PART_BYTES)
      yield await Promise.resolve(randomBytes(Math.min(left, PART_BYTES)));
  }
}
