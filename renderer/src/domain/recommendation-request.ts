import type { ItemId } from './ids';
import type { ItemFacts } from './item';
import type { TasteProfile } from './taste-profile';

/** An item as the recommender sees it. */
export interface LibraryItem extends ItemFacts {
  readonly id: ItemId;
}

/** A thing that may be offered, with what only the app knows of it. */
export interface CandidateContext {
  readonly itemId: ItemId;
  /** The owner's rating 0..1, null = unrated. */
  readonly ownRating: number | null;
}

export interface PicksRequest {
  readonly profile: TasteProfile;
  readonly candidates: readonly CandidateContext[];
  /** Size of the slate, 5 in the window. */
  readonly count: number;
  readonly now: number;
}

export interface FriendsForItemRequest {
  readonly candidate: CandidateContext;
  readonly profiles: readonly TasteProfile[];
  /** What the fit is compared with: the eligible items of the library. */
  readonly candidates: readonly CandidateContext[];
  readonly now: number;
}

export interface LikelyTagsRequest {
  readonly itemIds: readonly ItemId[];
}

export interface PairsRequest {
  readonly profiles: readonly TasteProfile[];
  readonly candidates: readonly CandidateContext[];
  /** At most this many (item, friend) pairs, each item and friend spread out. */
  readonly count: number;
  readonly now: number;
}
