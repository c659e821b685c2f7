import { dirname } from 'node:path';
import type { FileSystem, OpenedFile } from '../file-system';

/** The flush failed: what the disk holds of the last write is unknown, and this handle would hide it (see below). */
export class FlushFailure extends Error {
  override readonly name = 'FlushFailure';
}

/** The file that was written to is no longer the one at its path. */
export class VanishedFile extends Error {
  override readonly name = 'VanishedFile';
  readonly code = 'ENOENT';
}

/**
 * Appends to one file of the journal. After a failed flush it is never written to again: Linux drops the error with the
 * pages, so that the next fsync of the same file says "done" of data that is lost (PostgreSQL's "fsyncgate", 2018;
 * Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020).
 */
export class SegmentWriter {
  #isTrusted = true;

  private constructor(
    private readonly fileSystem: FileSystem,
    private readonly path: string,
    private readonly file: OpenedFile,
    private readonly identity: string,
    /** Bytes that are acknowledged. */
    private length: number,
  ) {}

  static async open(fileSystem: FileSystem, path: string, length: number): Promise<SegmentWriter> {
    const file = await fileSystem.open(path, 'change');
    try {
      return new SegmentWriter(fileSystem, path, file, (await file.facts()).identity, length);
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  /** False: another segment has to be begun. */
  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  get size(): number {
    return this.length;
  }

  /** Writes and flushes. Throws FlushFailure, VanishedFile, or the file system's error; then nothing was appended. */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      await this.file.write(bytes, this.length);
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    try {
      await this.file.syncData();
    } catch (error) {
      await this.#cutBack();
      this.#isTrusted = false;
      throw new FlushFailure('The disk did not keep what was written.', { cause: error });
    }
    await this.#checkPlace();
    this.length += bytes.byteLength;
  }

  async close(): Promise<void> {
    await this.file.close().catch(() => undefined);
  }

  /** So that no half record stays at the end. Where the disk refuses this too, nothing is written behind it. */
  async #cutBack(): Promise<void> {
    try {
      await this.file.truncate(this.length);
      await this.file.sync();
    } catch {
      this.#isTrusted = false;
    }
  }

  /** A file that was deleted while it was open takes every write, and nobody will ever read it. */
  async #checkPlace(): Promise<void> {
    let identity: string | undefined;
    try {
      identity = (await this.fileSystem.stat(this.path))?.identity;
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    if (identity === this.identity) return;
    this.#isTrusted = false;
    throw new VanishedFile(`${dirname(this.path)} is no longer there.`);
  }
}
