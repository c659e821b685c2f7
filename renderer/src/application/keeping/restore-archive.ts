import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { LibraryKeeping } from '../../domain/ports/library-keeping';
import type { OpenedArchive } from '../archive/archive-opener';
import type { SnapshotKeeper } from './snapshot-keeper';

export interface RestorePorts {
  readonly archives: Pick<ArchiveWorker, 'restoreArchive'>;
  readonly keeping: Pick<LibraryKeeping, 'takeOver'>;
  readonly snapshots: Pick<SnapshotKeeper, 'take'>;
  /** Deletes a database that was made here; one that is not there is no error. */
  readonly deleteDatabase: (name: string) => Promise<void>;
}

/** A database in passing: what an archive is restored into before the library takes it over. */
const PASSING = 'handpicked-restored';

/**
 * Makes the library what the archive holds: one action, which Undo takes back; a snapshot of how it was is taken first.
 * Rejects with an AppError; nothing has changed then.
 */
export async function restoreArchive(
  { archives, keeping, snapshots, deleteDatabase }: RestorePorts,
  { bytes, passphrase }: OpenedArchive,
): Promise<ActionReceipt> {
  await snapshots.take('before-restore');
  await deleteDatabase(PASSING);
  try {
    const { summary } = await archives.restoreArchive({ bytes, passphrase, databaseName: PASSING });
    return await keeping.takeOver({ from: PASSING, how: 'replace', madeAt: summary.madeAt });
  } finally {
    await deleteDatabase(PASSING);
  }
}
