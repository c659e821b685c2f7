import type { ArchiveSummary } from '../../domain/archive';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { CallOptions } from '../../domain/ports/method-table';
import type { HostApi, SnapshotInfo } from '../../domain/ports/host';

export interface RestoringPorts {
  readonly archives: Pick<ArchiveWorker, 'restoreArchive'>;
  /** Deletes a database that was made here; one that is not there is no error. */
  readonly deleteDatabase: (name: string) => Promise<void>;
}

export interface SnapshotRestoringPorts extends RestoringPorts {
  readonly host: Pick<HostApi, 'snapshots' | 'snapshotRead'>;
}

/** A database in passing: what an archive is restored into before the library takes it over. */
const PASSING = 'handpicked-restored';

/** Restores an archive into a database that is there while `work` runs. Rejects with an AppError. */
export async function withRestored<T>(
  { archives, deleteDatabase }: RestoringPorts,
  archive: { readonly bytes: Uint8Array; readonly passphrase: string | null },
  work: (from: string, summary: ArchiveSummary) => Promise<T>,
  watched: CallOptions = {},
): Promise<T> {
  await deleteDatabase(PASSING);
  try {
    const { summary } = await archives.restoreArchive({ ...archive, databaseName: PASSING }, watched);
    return await work(PASSING, summary);
  } finally {
    await deleteDatabase(PASSING);
  }
}

/** Which snapshots are of use. Null: of any library, of any journal. */
export interface WantedSnapshot {
  readonly libraryId: string | null;
  readonly journalId: string | null;
  /** It must hold more records than up to this one. */
  readonly above: number;
}

/**
 * The newest snapshot that is of use and can be restored. One that is damaged, or of another library, is passed over.
 * Null where there is none; rejects with what the host or `work` rejects with.
 */
export async function withNewestSnapshot<T>(
  ports: SnapshotRestoringPorts,
  { libraryId, journalId, above }: WantedSnapshot,
  work: (from: string, summary: ArchiveSummary) => Promise<T>,
): Promise<T | null> {
  const { host } = ports;
  const isWanted = ({ sequence }: SnapshotInfo): boolean => (sequence ?? 0) > above;
  for (const { name } of (await host.snapshots()).filter(isWanted)) {
    let isRestored = false;
    try {
      return await withRestored(ports, { bytes: await host.snapshotRead(name), passphrase: null }, (from, summary) => {
        const isOfLibrary = libraryId === null || summary.libraryId === libraryId;
        const isOfJournal = journalId === null || summary.journalId === journalId;
        if (!(isOfLibrary && isOfJournal)) throw new Error('of another library or journal');
        isRestored = true;
        return work(from, summary);
      });
    } catch (error) {
      if (isRestored) throw error;
    }
  }
  return null;
}
