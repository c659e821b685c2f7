import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { CallOptions } from '../../domain/ports/method-table';
import type { LibraryKeeping } from '../../domain/ports/library-keeping';
import type { OpenedArchive } from '../archive/archive-opener';
import { withRestored, type RestoringPorts } from './restored-snapshot';
import type { SnapshotKeeper } from './snapshot-keeper';

export interface RestorePorts extends RestoringPorts {
  readonly keeping: Pick<LibraryKeeping, 'takeOver'>;
  readonly snapshots: Pick<SnapshotKeeper, 'take' | 'keepAllUntilConfirmed'>;
}

/**
 * Makes the library what the archive holds: one action, which Undo takes back; a snapshot of how it was is taken first,
 * and from then on no snapshot is thinned out until the person says that the library is right.
 * Rejects with an AppError, `cancelled` among them; nothing has changed then.
 */
export async function restoreArchive(
  ports: RestorePorts,
  { bytes, passphrase }: OpenedArchive,
  { signal, onProgress }: CallOptions = {},
): Promise<ActionReceipt> {
  const { keeping, snapshots } = ports;
  await snapshots.take('before-restore', { keepAll: true });
  // Two halves: a database in passing, then the library.
  const half = (place: number): CallOptions => ({
    ...(signal === undefined ? {} : { signal }),
    onProgress: ({ done, total }) => {
      onProgress?.({ done: place + done / Math.max(1, total), total: 2 });
    },
  });
  const receipt = await withRestored(
    ports,
    { bytes, passphrase },
    (from, { madeAt }) => keeping.takeOver({ from, how: 'replace', madeAt }, half(1)),
    half(0),
  );
  snapshots.keepAllUntilConfirmed();
  return receipt;
}
