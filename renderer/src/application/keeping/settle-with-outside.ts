import { toAppError, type AppError } from '../../domain/errors';
import type { IdSource } from '../../domain/ports/clock';
import type { CaughtUp, LibraryKeeping, LibraryStanding } from '../../domain/ports/library-keeping';
import type { OutsideJournal, OutsideStanding } from '../../domain/ports/outside-journal';
import { decideStanding, type StandingDecision } from './decide-standing';

export interface KeepingPorts {
  readonly keeping: LibraryKeeping;
  readonly journal: OutsideJournal;
  readonly newId: IdSource;
}

/** What a start found outside and did about it. */
export interface SettledStanding {
  readonly decision: StandingDecision;
  /** Changes that were brought in, so that the person is told. */
  readonly caughtUp: CaughtUp | null;
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
    // Counted only where it matters: once per library.
    const isEmpty = standing === null && (await keeping.isEmpty());
    decision = decideStanding({ standing, isEmpty, journal: outside });
    const caughtUp = await obey(decision, standing, outside, ports);
    void keeping.outbox.flush();
    return { decision, caughtUp, problem: null };
  } catch (error) {
    return { decision, caughtUp: null, problem: toAppError(error) };
  }
}

async function obey(
  decision: StandingDecision,
  standing: LibraryStanding | null,
  { journalId, lastSequence }: OutsideStanding,
  { keeping, newId }: KeepingPorts,
): Promise<CaughtUp | null> {
  switch (decision) {
    case 'no-host':
    case 'agrees':
    case 'two-libraries':
      return null;
    case 'first-start':
      await keeping.decide({ libraryId: newId(), journalId, appliedSequence: 0 });
      await keeping.sendAll();
      return null;
    case 'found-outside': {
      const libraryId = await keeping.newestLibrary();
      if (libraryId === null) return null;
      await keeping.decide({ libraryId, journalId, appliedSequence: 0 });
      return await keeping.catchUp();
    }
    case 'behind':
      return await keeping.catchUp();
    case 'journal-lost':
      await keeping.decide({
        libraryId: standing?.libraryId ?? newId(),
        journalId,
        appliedSequence: lastSequence,
      });
      await keeping.sendAll();
      return null;
  }
}
