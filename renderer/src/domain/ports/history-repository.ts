import type { HistorySubject, SubjectHistory } from '../history';
import type { ActionReceipt } from './action-receipt';

export interface HistoryReading {
  readonly signal?: AbortSignal;
  /** @param share of the journal that has been read, 0..1 */
  readonly onProgress?: (share: number) => void;
}

/** What things and friends were, as the journal outside the database has it. */
export interface HistoryRepository {
  /**
   * Reads the whole journal at the first question about a subject, and what is new of it at the next.
   * Rejects with `no-host`, `cancelled`, `database-newer` (a later version wrote to it), or what the host says.
   */
  of(subject: HistorySubject, reading?: HistoryReading): Promise<SubjectHistory>;
  /**
   * Makes the subject what it was: its row and what was said, nothing of others. From the trash it comes as if it were
   * restored, then made so. One action, which can be undone. Throws `not-found` where it was not there then.
   * @param sequence of an entry
   */
  bringBack(history: SubjectHistory, sequence: number): Promise<ActionReceipt>;
}
