import type { LibraryStanding } from '../../domain/ports/library-keeping';
import type { OutsideStanding } from '../../domain/ports/outside-journal';

export interface StoresAtStart {
  /** Null: this database was never told which library it is. */
  readonly standing: LibraryStanding | null;
  /** Whether a person has put anything into this database. */
  readonly isEmpty: boolean;
  /** Null: no host answers. */
  readonly journal: OutsideStanding | null;
  /** The library that the journal's records belong to; null: it has none that can be read. */
  readonly journalLibrary: string | null;
}

export type StandingDecision =
  /** Nothing can be kept outside; what is entered waits in the outbox. */
  | 'no-host'
  /** Nothing is outside yet: this is a new library, or one from before anything was kept there. */
  | 'first-start'
  /** A library is outside, and this database has none: it was lost, or belongs to another shell. */
  | 'found-outside'
  /** A library is outside, and this database has one that was never kept there. */
  | 'two-libraries'
  | 'agrees'
  /** The journal has records that this database has not. */
  | 'behind'
  /** The journal is another or ends earlier than this database remembers: its end was lost, or its folder. */
  | 'journal-lost';

/** What a start finds when it compares the database with what is kept outside. */
export function decideStanding({ standing, isEmpty, journal, journalLibrary }: StoresAtStart): StandingDecision {
  if (journal === null) return 'no-host';
  if (standing === null) {
    if (journalLibrary === null) return 'first-start';
    return isEmpty ? 'found-outside' : 'two-libraries';
  }
  if (standing.journalId !== journal.journalId || journal.lastSequence < standing.appliedSequence)
    return 'journal-lost';
  return journal.lastSequence > standing.appliedSequence ? 'behind' : 'agrees';
}
