import type { ItemId, PersonId } from './ids';

export interface TasteProfileEvent {
  readonly itemId: ItemId;
  /** 0..1, or null: met, opinion unknown. */
  readonly rating: number | null;
  /** Epoch milliseconds, or null where nobody said when. */
  readonly at: number | null;
}

/** A person's ordered events and exclusions: the recommender's whole input about a person. */
export interface TasteProfile {
  readonly personId: PersonId;
  /** Oldest first. */
  readonly events: readonly TasteProfileEvent[];
  /** Items this person knows, was sent or declined: never offered. */
  readonly excludedItemIds: readonly ItemId[];
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
}
