import { DexieLibraryCopies } from '../../../renderer/src/data/library-copies';
import type { SnapshotRestoringPorts } from '../../../renderer/src/application/keeping/restored-snapshot';
import { AppError } from '../../../renderer/src/domain/errors';
import type { SnapshotInfo } from '../../../renderer/src/domain/ports/host';
import { archiveReadme } from '../../../renderer/src/text/archive-readme';
import { createArchiveService } from '../../../renderer/src/workers/archive-service';
import { webArchiveCrypto } from '../../../renderer/src/workers/web-archive-crypto';
import type { TestLibrary } from './open-test-library';

const context = { signal: new AbortController().signal, onProgress: () => undefined };

/** A host's snapshots in memory: real archives, written and restored by the real service. */
export class SnapshotsInMemory implements SnapshotRestoringPorts {
  /** Oldest first. */
  readonly files: { readonly info: SnapshotInfo; bytes: Uint8Array }[] = [];
  /** What the window knows. */
  known: string | null = null;
  readonly #copies = new DexieLibraryCopies();
  readonly #service = createArchiveService({
    copies: this.#copies,
    crypto: webArchiveCrypto,
    programVersion: '0.6.0',
    readme: archiveReadme,
    clock: () => this.files.length,
  });

  readonly archives: SnapshotRestoringPorts['archives'] = {
    restoreArchive: (request) => this.#service.restoreArchive(request, context),
  };

  readonly host: SnapshotRestoringPorts['host'] = {
    snapshots: () => Promise.resolve(this.files.map(({ info }) => info).toReversed()),
    snapshotRead: (name) => {
      const file = this.files.find(({ info }) => info.name === name);
      return file === undefined
        ? Promise.reject(new AppError('not-found', 'There is no such snapshot any more.'))
        : Promise.resolve(file.bytes);
    },
  };

  readonly passphrase = (): string | null => this.known;

  readonly alone = <T>(work: () => Promise<T>): Promise<T> => work();

  readonly deleteDatabase = (name: string): Promise<void> => this.#copies.delete(name);

  /** Of a library as it is. */
  async take({ database }: TestLibrary, passphrase: string | null = null): Promise<void> {
    const reason = 'timer';
    const { bytes, summary } = await this.#service.writeArchive(
      { databaseName: database.name, reason, passphrase },
      context,
    );
    const name = `snapshot-${String(this.files.length)}`;
    const { journalSequence: sequence, madeAt: writtenAt } = summary;
    this.files.push({ info: { name, bytes: bytes.byteLength, writtenAt, sequence, reason, isKnown: true }, bytes });
  }
}
