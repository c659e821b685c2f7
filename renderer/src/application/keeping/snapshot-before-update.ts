import { writeSnapshot, type SnapshotToWrite, type WriteSnapshotPorts } from './write-snapshot';

/**
 * A snapshot of a database of an earlier version, before it is brought to the present one. Never rejects: an update is
 * one transaction of its own, and a full disk or a page without its host must not keep anybody out.
 */
export async function snapshotBeforeUpdate(
  ports: WriteSnapshotPorts,
  passphrase: SnapshotToWrite['passphrase'],
): Promise<void> {
  await writeSnapshot(ports, { reason: 'before-migration', passphrase }).catch(() => undefined);
}
