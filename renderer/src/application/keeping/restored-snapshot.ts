import type { ArchiveSummary } from '../../domain/archive';
import { toAppError } from '../../domain/errors';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { CallOptions } from '../../domain/ports/method-table';
import type { HostApi, SnapshotInfo } from '../../domain/ports/host';
import { isLockedFile } from '../../exporting/archive/locked-file';

export interface RestoringPorts {
  readonly archives: Pick<ArchiveWorker, 'restoreArchive'>;
  /** Deletes a database that was made here; one that is not there is no error. */
  readonly deleteDatabase: (name: string) => Promise<void>;
  /** Runs work while no other window does: there is one database in passing. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface SnapshotRestoringPorts extends RestoringPorts {
  readonly host: Pick<HostApi, 'snapshots' | 'snapshotRead'>;
  /** What snapshots are locked with; null: with nothing, or this window does not know. */
  readonly passphrase: () => string | null;
}

/** A database in passing: what an archive is restored into before the library takes it over. */
const PASSING = 'handpicked-restored';

/** Restores an archive into a database that is there while `work` runs. Rejects with an AppError. */
export async function withRestored<T>(
  { archives, deleteDatabase, alone }: RestoringPorts,
  archive: { readonly bytes: Uint8Array; readonly passphrase: string | null },
  work: (from: string, summary: ArchiveSummary) => Promise<T>,
  watched: CallOptions = {},
): Promise<T> {
  return await alone(async () => {
    await deleteDatabase(PASSING);
    try {
      const { summary } = await archives.restoreArchive({ ...archive, databaseName: PASSING }, watched);
      return await work(PASSING, summary);
    } finally {
      await deleteDatabase(PASSING);
    }
  });
}

/** Which snapshots are of use. Null: of any library, of any journal. */
export interface WantedSnapshot {
  readonly libraryId: string | null;
  readonly journalId: string | null;
  /** It must hold more records than up to this one. */
  readonly above: number;
}

export interface FoundSnapshot<T> {
  /** What came of it; null where none was of use. */
  readonly done: T | null;
  /** Whether some were passed over because their passphrase is not known. */
  readonly areLocked: boolean;
}

/**
 * Works with the newest snapshot that is of use and can be restored: of one journal, the one with the most of its
 * records, whatever the clock said when it was made. One that is damaged, locked with a passphrase that is not known,
 * or of another library, is passed over. Rejects with what the host or `work` rejects with.
 */
export async function withNewestSnapshot<T>(
  ports: SnapshotRestoringPorts,
  { libraryId, journalId, above }: WantedSnapshot,
  work: (from: string, summary: ArchiveSummary) => Promise<T>,
): Promise<FoundSnapshot<T>> {
  const { host } = ports;
  let areLocked = false;
  const isWanted = ({ sequence }: SnapshotInfo): boolean => (sequence ?? 0) > above;
  const wanted = (await host.snapshots()).filter(isWanted);
  const newestFirst = journalId === null ? wanted : wanted.toSorted((a, b) => (b.sequence ?? 0) - (a.sequence ?? 0));
  for (const { name } of newestFirst) {
    let isRestored = false;
    try {
      const bytes = await host.snapshotRead(name);
      const passphrase = isLockedFile(bytes) ? ports.passphrase() : null;
      const done = await withRestored(ports, { bytes, passphrase }, (from, summary) => {
        const isOfLibrary = libraryId === null || summary.libraryId === libraryId;
        const isOfJournal = journalId === null || summary.journalId === journalId;
        if (!(isOfLibrary && isOfJournal)) throw new Error('of another library or journal');
        isRestored = true;
        return work(from, summary);
      });
      return { done, areLocked };
    } catch (error) {
      if (isRestored) throw error;
      const { code } = toAppError(error);
      areLocked ||= code === 'passphrase-needed' || code === 'passphrase-wrong';
    }
  }
  return { done: null, areLocked };
}
