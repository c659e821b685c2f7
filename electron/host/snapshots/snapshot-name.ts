import { timeInName } from '../time-in-name';

const NAME =
  /^handpicked-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(\d{1,15})-([a-z](?:[a-z-]{0,38}[a-z])?)\.handpicked$/;
/** A plain name: no path, nothing hidden, nothing that a file system reads as something else. */
const PLAIN = /^[^\p{Cc}<>:"/\\|?*.][^\p{Cc}<>:"/\\|?*]{0,200}\.handpicked$/u;

export interface SnapshotFacts {
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  readonly sequence: number;
  readonly reason: string;
}

/** e.g. "handpicked-2026-11-30T14-05-33-123Z-7-before-import.handpicked"; the time is UTC. */
export function snapshotName({ writtenAt, sequence, reason }: SnapshotFacts): string {
  return `handpicked-${timeInName(writtenAt)}-${sequence}-${reason}.handpicked`;
}

/** What the name of a snapshot says; null for every name that this program does not give. */
export function snapshotFacts(name: string): SnapshotFacts | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, milliseconds, sequence, reason = ''] = match;
  const writtenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  const facts = { writtenAt, sequence: Number(sequence), reason };
  // 30 February is no day: its name would come out another one.
  return Number.isFinite(writtenAt) && snapshotName(facts) === name ? facts : null;
}

/** Whether a name may be that of a file in the folder of the snapshots. */
export function mayBeSnapshot(name: string): boolean {
  return PLAIN.test(name);
}
