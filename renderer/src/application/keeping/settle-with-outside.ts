import { toAppError, type AppError } from '../../domain/errors';
import type { IdSource } from '../../domain/ports/clock';
import type { CaughtUp, LibraryKeeping, LibraryStanding } from '../../domain/ports/library-keeping';
import type { OutsideJournal, OutsideStanding } from '../../domain/ports/outside-journal';
import { decideStanding, type StandingDecision } from './decide-standing';
import { withNewestSnapshot, type FoundSnapshot, type SnapshotRestoringPorts } from './restored-snapshot';

export interface KeepingPorts {
  readonly keeping: LibraryKeeping;
  readonly journal: OutsideJournal;
  /** What is asked where the journal has not everything any more. */
  readonly snapshots: SnapshotRestoringPorts;
  readonly newId: IdSource;
}

/** What was brought in, and whether it is known that something is missing in it. */
interface BroughtIn {
  readonly caughtUp: CaughtUp | null;
  readonly isPart: boolean;
  readonly areSnapshotsLocked: boolean;
}

const NOTHING: BroughtIn = { caughtUp: null, isPart: false, areSnapshotsLocked: false };

/** What a start found outside and did about it. */
export interface SettledStanding {
  readonly decision: StandingDecision;
  /** Changes that were brought in, so that the person is told. */
  readonly caughtUp: CaughtUp | null;
  /** True: the journal has lost records, and no snapshot holds all of them. */
  readonly isPart: boolean;
  /** True: a snapshot was needed, and some could not be opened, because this window does not know their passphrase. */
  readonly areSnapshotsLocked: boolean;
  /** Why database and journal could not be compared; what is entered waits in the outbox. */
  readonly problem: AppError | null;
}

/**
 * Compares the database with the journal outside and makes them agree where that loses nothing. Two libraries that
 * never met are left apart: the person says what becomes of them. Never rejects.
 */
export async function settleWithOutside(ports: KeepingPorts): Promise<SettledStanding> {
  const { keeping, journal } = ports;
  let decision: StandingDecision = 'no-host';
  try {
    const outside = await journal.standing();
    const standing = await keeping.standing();
    // Asked only where it matters: once per library.
    const isEmpty = standing === null && (await keeping.isEmpty());
    const journalLibrary = standing === null && outside.lastSequence > 0 ? await keeping.newestLibrary() : null;
    decision = decideStanding({ standing, isEmpty, journal: outside, journalLibrary });
    const broughtIn = await obey(decision, { standing, outside, isEmpty, journalLibrary }, ports);
    void keeping.outbox.flush();
    return { decision, ...broughtIn, problem: null };
  } catch (error) {
    return { decision, ...NOTHING, problem: toAppError(error) };
  }
}

interface FoundAtStart {
  readonly standing: LibraryStanding | null;
  readonly outside: OutsideStanding;
  readonly isEmpty: boolean;
  readonly journalLibrary: string | null;
}

async function obey(decision: StandingDecision, found: FoundAtStart, ports: KeepingPorts): Promise<BroughtIn> {
  const { keeping, newId } = ports;
  const { standing, outside, journalLibrary } = found;
  const { journalId, lastSequence } = outside;
  switch (decision) {
    case 'no-host':
    case 'agrees':
    case 'two-libraries':
      return NOTHING;
    case 'first-start': {
      const { done, areLocked } = found.isEmpty ? await bringInSnapshot(outside, ports) : NO_SNAPSHOT;
      if (done !== null) return done;
      await keeping.decide({ libraryId: newId(), journalId, appliedSequence: lastSequence }, { sendsAll: true });
      return { ...NOTHING, areSnapshotsLocked: areLocked };
    }
    case 'found-outside': {
      if (journalLibrary === null) return NOTHING;
      const begun = { libraryId: journalLibrary, journalId, appliedSequence: 0 };
      return await bringInRecords(begun, outside, ports, begun);
    }
    case 'behind':
      return standing === null ? NOTHING : await bringInRecords(standing, outside, ports);
    case 'journal-lost': {
      const libraryId = standing?.libraryId ?? newId();
      // Another shell wrote it anew after the loss, and may know more than this one.
      if (standing?.journalId !== journalId && (await keeping.newestLibrary()) === libraryId) {
        const as = { libraryId, journalId, appliedSequence: 0 };
        return { ...NOTHING, caughtUp: await keeping.catchUp({ as, sendsAll: true }) };
      }
      await keeping.decide({ libraryId, journalId, appliedSequence: lastSequence }, { sendsAll: true });
      return NOTHING;
    }
  }
}

/**
 * Those that the database has not; where some of them are lost, upon the newest snapshot.
 * @param as what the library is from then on
 */
async function bringInRecords(
  { libraryId, journalId, appliedSequence }: LibraryStanding,
  { lostThrough }: OutsideStanding,
  { keeping, snapshots }: KeepingPorts,
  as?: LibraryStanding,
): Promise<BroughtIn> {
  let areSnapshotsLocked = false;
  if (lostThrough > appliedSequence) {
    const wanted = { libraryId, journalId, above: appliedSequence };
    const { done, areLocked } = await withNewestSnapshot(
      snapshots,
      wanted,
      async (from, { journalSequence, madeAt }) => {
        const sequence = journalSequence ?? 0;
        const caughtUp = await keeping.catchUp({ as, base: { from, sequence, madeAt } });
        return { caughtUp, isPart: lostThrough > sequence };
      },
    );
    areSnapshotsLocked = areLocked;
    if (done !== null) return { ...done, areSnapshotsLocked: areLocked && done.isPart };
  }
  return { caughtUp: await keeping.catchUp({ as }), isPart: lostThrough > appliedSequence, areSnapshotsLocked };
}

const NO_SNAPSHOT: FoundSnapshot<BroughtIn> = { done: null, areLocked: false };

/** Of a library of which neither a database nor a journal is left. */
async function bringInSnapshot(
  { journalId, lastSequence }: OutsideStanding,
  { keeping, snapshots, newId }: KeepingPorts,
): Promise<FoundSnapshot<BroughtIn>> {
  const wanted = { libraryId: null, journalId: null, above: -1 };
  return await withNewestSnapshot(snapshots, wanted, async (from, { libraryId, madeAt }) => {
    // In this order: killed in between, it is a library of which nothing is outside yet.
    const { rows, ...receipt } = await keeping.takeOver({ from, how: 'replace', madeAt });
    const standing = { libraryId: libraryId ?? newId(), journalId, appliedSequence: lastSequence };
    await keeping.decide(standing, { sendsAll: true });
    const caughtUp = { receipt, rows, firstAt: madeAt, lastAt: madeAt, unreadable: 0 };
    return { ...NOTHING, caughtUp };
  });
}
