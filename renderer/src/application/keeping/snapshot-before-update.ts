import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { HostApi } from '../../domain/ports/host';

/**
 * A snapshot of a database of an earlier version, before it is brought to the present one. Never rejects: an update is
 * one transaction of its own, and a full disk or a page without its host must not keep anybody out.
 */
export async function snapshotBeforeUpdate({
  archives,
  host,
  databaseName,
  passphrase,
}: {
  readonly archives: Pick<ArchiveWorker, 'writeArchive'>;
  readonly host: Pick<HostApi, 'snapshotWrite'>;
  readonly databaseName: string;
  /** What snapshots are locked with; null = nothing. */
  readonly passphrase: string | null;
}): Promise<void> {
  const reason = 'before-migration';
  try {
    const { bytes, summary } = await archives.writeArchive({ databaseName, reason, passphrase });
    await host.snapshotWrite({ bytes, sequence: summary.journalSequence ?? 0, reason });
  } catch {
    // Said above.
  }
}
