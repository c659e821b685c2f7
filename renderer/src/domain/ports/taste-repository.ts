import type { TasteEvent, TasteEventType } from '../event';
import type { EventId, ItemId, PersonId } from '../ids';
import type { ItemDraft } from '../item';
import type { TasteProfile } from '../taste-profile';
import type { ActionReceipt } from './action-receipt';

/** A thing under the id that it gets. */
export interface NewThing {
  readonly id: ItemId;
  readonly draft: ItemDraft;
}

export interface TasteRepository {
  /** Oldest first. */
  eventsOf(id: PersonId): Promise<readonly TasteEvent[]>;
  eventsAbout(id: ItemId): Promise<readonly TasteEvent[]>;
  /** Replaces an earlier statement of the same person about the same item, if it was a statement too. */
  recordTaste(event: {
    readonly personId: PersonId;
    readonly itemId: ItemId;
    readonly type: TasteEventType;
    readonly rating?: number | null;
    /** The thing passed over, for `chosen-over`. */
    readonly otherItemId?: ItemId;
    /** What these two are where they are not there yet: added with the answer, and gone with it when it is undone. */
    readonly newThings?: readonly NewThing[];
  }): Promise<ActionReceipt>;
  removeEvent(id: EventId): Promise<ActionReceipt>;
  /** Events, reactions, exclusions (known, sent, declined, postponed for 30 days), tags and pins of a person. */
  profileOf(id: PersonId, now: number): Promise<TasteProfile>;
  profilesOfFriends(now: number): Promise<readonly TasteProfile[]>;
}
