import type { TasteEvent } from './event';
import type { ItemId, PersonId } from './ids';
import type { LearningSettings } from './learning';

export interface TasteProfileEvent {
  readonly itemId: ItemId;
  /** 0..1, or null: met, opinion unknown. */
  readonly rating: number | null;
  /** Epoch milliseconds, or null where nobody said when. */
  readonly at: number | null;
}

/** A reaction as it was recorded: what the learner learns from. */
export type TasteReaction = Pick<TasteEvent, 'itemId' | 'otherItemId' | 'type' | 'rating' | 'outcome' | 'at'>;

/** A person's ordered events and exclusions: the recommender's whole input about a person. */
export interface TasteProfile {
  readonly personId: PersonId;
  /** Oldest first. */
  readonly events: readonly TasteProfileEvent[];
  /** Every reaction, oldest first: `events` says what holds, this says what happened. */
  readonly reactions: readonly TasteReaction[];
  /** Items this person knows, was sent or declined: never offered. */
  readonly excludedItemIds: readonly ItemId[];
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
  readonly learning: LearningSettings;
}
