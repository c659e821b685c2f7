import type { Dials } from '../dials/dials';
import type { TasteEventType } from '../event';
import type { ItemId, PersonId } from '../ids';
import type { Person, PersonDraft, PersonPatch } from '../person';
import type { ActionReceipt, Created } from './action-receipt';

export interface PeopleRepository {
  friends(options?: { readonly includeArchived?: boolean }): Promise<readonly Person[]>;
  byId(id: PersonId): Promise<Person | undefined>;
  /** With what is known of them from the start, as one action. */
  addFriend(
    draft: PersonDraft,
    tastes?: readonly { readonly itemId: ItemId; readonly type: TasteEventType }[],
  ): Promise<Created<PersonId>>;
  editFriend(id: PersonId, patch: PersonPatch): Promise<ActionReceipt>;
  archiveFriend(id: PersonId): Promise<ActionReceipt>;
  unarchiveFriend(id: PersonId): Promise<ActionReceipt>;
  /** Fixes what is learned of one feature (by its name, see `LearnedWeight`) at this log-odds; null lets it learn again. Of the owner too. */
  pinWeight(id: PersonId, feature: string, logOdds: number | null): Promise<ActionReceipt>;
  /** Learns anew from what is recorded from now on, without pins; the record itself stays. Of the owner too. */
  resetLearning(id: PersonId): Promise<ActionReceipt>;
  /** How picks are to lean from now on. Of the owner too. */
  setDials(id: PersonId, dials: Dials): Promise<ActionReceipt>;
  /** The friend with events and shares, to the trash. */
  moveToTrash(id: PersonId): Promise<ActionReceipt>;
}
