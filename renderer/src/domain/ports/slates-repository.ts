import type { WildcardOutcome } from '../exploration';
import type { PersonId } from '../ids';
import type { Slate } from '../recommendation';

/** Keeps what stood in randomised places: a log that the program writes, so neither undone nor redone. */
export interface SlatesRepository {
  /** Keeps a slate that has a wildcard; the same one shown again within a day is no second showing. */
  record(slate: Slate, personId: PersonId): Promise<void>;
  /**
   * Every wildcard shown to a person who is there, oldest first, with what became of it afterwards. Only known rewards
   * count: 1 = liked (in answer to a share, or by the owner), 0 = not liked, declined or known already, null = nothing
   * said yet (ignored, postponed, sent without an answer). One answer rewards one showing, the last before it.
   */
  wildcardOutcomes(): Promise<readonly WildcardOutcome[]>;
}
