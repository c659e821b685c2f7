import type { ArchiveReason } from '../../domain/archive';
import type { ArchiveWorker } from '../../domain/ports/archive-worker';
import type { HostApi, SnapshotInfo } from '../../domain/ports/host';

export interface WriteSnapshotPorts {
  readonly archives: Pick<ArchiveWorker, 'writeArchive'>;
  readonly host: Pick<HostApi, 'snapshotWrite'>;
  readonly databaseName: string;
}

export interface SnapshotToWrite {
  readonly reason: ArchiveReason;
  /** What it is locked with; null = nothing. */
  readonly passphrase: string | null;
  /** Asked once it is there to be written: whether no older one is thinned out for it. */
  readonly keepAll?: () => boolean;
}

/** The library of a database as a file in the host's folder. Rejects with what the worker or the host rejects with. */
export async function writeSnapshot(
  { archives, host, databaseName }: WriteSnapshotPorts,
  { reason, passphrase, keepAll }: SnapshotToWrite,
): Promise<SnapshotInfo> {
  const { bytes, summary } = await archives.writeArchive({ databaseName, reason, passphrase });
  return await host.snapshotWrite({ bytes, sequence: summary.journalSequence ?? 0, reason, keepAll: keepAll?.() });
}
