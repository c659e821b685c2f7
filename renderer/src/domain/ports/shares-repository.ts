import type { ItemId, PersonId, ShareId } from '../ids';
import type { Outcome, Share, ShareDraft } from '../share';
import type { ActionReceipt, Created } from './action-receipt';

export interface SharesRepository {
  shareItem(draft: ShareDraft): Promise<Created<ShareId>>;
  /** null = "no answer yet" again. Also keeps (or removes) the friend's `reacted` event. */
  recordOutcome(id: ShareId, outcome: Outcome | null): Promise<ActionReceipt>;
  editNote(id: ShareId, note: string): Promise<ActionReceipt>;
  all(): Promise<readonly Share[]>;
  withPerson(id: PersonId): Promise<readonly Share[]>;
  ofItem(id: ItemId): Promise<readonly Share[]>;
  moveToTrash(id: ShareId): Promise<ActionReceipt>;
}
