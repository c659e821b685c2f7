import type { Dials } from '../dials/dials';
import type { TasteEventType } from '../event';
import type { ItemId, PersonId } from '../ids';
import type { Person, PersonDraft, PersonPatch } from '../person';
import type { ActionReceipt, Created } from './action-receipt';

export interface PeopleRepository {
  friends(options?: { readonly includeArchived?: boolean }): Promise<readonly Person[]>;
  byId(id: PersonId): Promise<Person | undefined>;
  /** With statements of taste known from the start; one action. */
  addFriend(
    draft: PersonDraft,
    tastes?: readonly { readonly itemId: ItemId; readonly type: TasteEventType }[],
  ): Promise<Created<PersonId>>;
  editFriend(id: PersonId, patch: PersonPatch): Promise<ActionReceipt>;
  archiveFriend(id: PersonId): Promise<ActionReceipt>;
  unarchiveFriend(id: PersonId): Promise<ActionReceipt>;
  /**
   * Fixes the learned weight of a feature (named as in `LearnedWeight`) at this log-odds; null = learn it again. Works
   * for the owner, too. Throws `invalid-input`, `not-found`.
   */
  pinWeight(id: PersonId, feature: string, logOdds: number | null): Promise<ActionReceipt>;
  /** Removes pins and learns only from events from now on; earlier events are kept. Works for the owner, too. */
  resetLearning(id: PersonId): Promise<ActionReceipt>;
  /** Replaces all dials. Works for the owner, too. Throws `invalid-input` where one is out of range, `not-found`. */
  setDials(id: PersonId, dials: Dials): Promise<ActionReceipt>;
  /** Moves the friend with their events and shares to the trash. */
  moveToTrash(id: PersonId): Promise<ActionReceipt>;
}
