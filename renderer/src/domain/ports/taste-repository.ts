import type { TasteEvent, TasteEventType } from '../event';
import type { EventId, ItemId, PersonId } from '../ids';
import type { TasteProfile } from '../taste-profile';
import type { ActionReceipt } from './action-receipt';

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
  }): Promise<ActionReceipt>;
  removeEvent(id: EventId): Promise<ActionReceipt>;
  /** Events, reactions, exclusions (known, sent, declined, postponed for 30 days), tags and pins of a person. */
  profileOf(id: PersonId, now: number): Promise<TasteProfile>;
  profilesOfFriends(now: number): Promise<readonly TasteProfile[]>;
}
