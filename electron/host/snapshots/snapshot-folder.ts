import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SnapshotInfo, SnapshotRequest } from '../../host-contract';
import { isTemporary, makeLastingFolder, writeThrough } from '../atomic-write';
import { isMissing, readWhole, type FileSystem } from '../file-system';
import { HostFailure } from '../host-failure';
import { storageFailure } from '../storage-failure';
import { mayBeSnapshot, snapshotFacts, snapshotName } from './snapshot-name';
import { thinSnapshots } from './thin-snapshots';

export interface SnapshotPlace {
  readonly fileSystem: FileSystem;
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Snapshots in a folder of their own. Rejections are HostFailures. */
export class SnapshotFolder {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly place: SnapshotPlace) {}

  /** Newest first. */
  list(): Promise<readonly SnapshotInfo[]> {
    return this.#exclusive(() => this.#list());
  }

  /** Rejects with `not-found` for a name that `list` does not give. */
  read(name: string): Promise<Uint8Array> {
    return this.#exclusive(async () => {
      const isThere = mayBeSnapshot(name) && (await this.#list()).some((snapshot) => snapshot.name === name);
      if (!isThere) throw new HostFailure('not-found', 'There is no such snapshot any more. Choose another.');
      return await readWhole(this.place.fileSystem, join(this.place.folder, name));
    });
  }

  /** Answers once the file is on the disk under its name and was read back the same; then older ones are thinned. */
  write(request: SnapshotRequest): Promise<SnapshotInfo> {
    return this.#exclusive(async () => {
      const { fileSystem, folder, now } = this.place;
      const { bytes, sequence, reason } = request;
      await this.#prepare();
      let writtenAt = now();
      while ((await fileSystem.stat(join(folder, snapshotName({ writtenAt, sequence, reason })))) !== null) writtenAt++;
      const name = snapshotName({ writtenAt, sequence, reason });
      await writeThrough(fileSystem, join(folder, name), bytes);
      const written = await readWhole(fileSystem, join(folder, name)).catch(() => null);
      if (written === null || digestOf(written) !== digestOf(bytes)) {
        await fileSystem.remove(join(folder, name)).catch(() => undefined);
        throw new HostFailure(
          'storage-failed',
          'The disk gave a snapshot back other than it was written. Check the disk, and keep a copy of your data elsewhere.',
        );
      }
      if (request.keepAll !== true) await this.#thin();
      return { name, bytes: bytes.byteLength, writtenAt, sequence, reason, isKnown: true };
    });
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work).catch((error: unknown) => {
      throw storageFailure(error);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #list(): Promise<readonly SnapshotInfo[]> {
    const { fileSystem, folder } = this.place;
    const names = await fileSystem.list(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const found: SnapshotInfo[] = [];
    for (const name of names.filter(mayBeSnapshot)) {
      const facts = await fileSystem.stat(join(folder, name));
      if (facts?.isFile !== true) continue;
      const known = snapshotFacts(name);
      found.push({
        name,
        bytes: facts.size,
        writtenAt: known?.writtenAt ?? facts.modifiedAt,
        sequence: known?.sequence ?? null,
        reason: known?.reason ?? null,
        isKnown: known !== null,
      });
    }
    return found.toSorted((a, b) => b.writtenAt - a.writtenAt || (b.sequence ?? 0) - (a.sequence ?? 0));
  }

  /** The folder is there, and what an earlier run left half-written is not. */
  async #prepare(): Promise<void> {
    const { fileSystem, folder } = this.place;
    await makeLastingFolder(fileSystem, folder);
    for (const name of await fileSystem.list(folder))
      if (isTemporary(name)) await fileSystem.remove(join(folder, name)).catch(() => undefined);
  }

  /** What cannot be removed is tried again with the next snapshot. */
  async #thin(): Promise<void> {
    const { fileSystem, folder, now } = this.place;
    const known = (await this.#list().catch(() => [])).flatMap(({ name, writtenAt, sequence }) =>
      sequence === null ? [] : [{ name, writtenAt, sequence }],
    );
    for (const name of thinSnapshots(known, now())) await fileSystem.remove(join(folder, name)).catch(() => undefined);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
