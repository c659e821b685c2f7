import type { Dials } from './dials/dials';
import type { WildcardOutcome } from './exploration';
import type { ItemId, PersonId } from './ids';
import type { ItemFacts } from './item';
import type { TasteProfile } from './taste-profile';

/** An item as the recommender sees it. */
export interface LibraryItem extends ItemFacts {
  readonly id: ItemId;
  /** Where it came from, as `Item.source` says; missing where nobody says. */
  readonly source?: string;
}

/** A thing that may be offered, with what only the app knows of it. */
export interface CandidateContext {
  readonly itemId: ItemId;
  /** The owner's rating 0..1, null = unrated. */
  readonly ownRating: number | null;
}

/** What every ranking may lean on besides the person asked about. */
export interface OtherProfiles {
  /** Everybody known, the person asked about included or not: what their reactions teach is shared. */
  readonly others: readonly TasteProfile[];
}

export interface PicksRequest extends OtherProfiles {
  readonly profile: TasteProfile;
  readonly candidates: readonly CandidateContext[];
  /** Size of the slate, 5 in the window. */
  readonly count: number;
  readonly now: number;
  readonly dials: Dials;
  /** send: what the owner likes, for somebody who does not know it · own: from the person's own pile, for themselves. */
  readonly purpose: 'send' | 'own';
  /** Draws the wildcard, the same for the same seed and question; null = no wildcard. */
  readonly wildcardSeed: number | null;
}

export interface FriendsForItemRequest extends OtherProfiles {
  readonly candidate: CandidateContext;
  readonly profiles: readonly TasteProfile[];
  /** What the fit is compared with: the eligible items of the library. */
  readonly candidates: readonly CandidateContext[];
  readonly now: number;
}

export interface BreakdownRequest extends PicksRequest {
  readonly itemId: ItemId;
}

export const GROUP_RULES = ['fair', 'least-misery', 'average'] as const;
export type GroupRule = (typeof GROUP_RULES)[number];

/** Picks for several people at once. */
export interface TogetherRequest extends OtherProfiles {
  readonly profiles: readonly TasteProfile[];
  readonly candidates: readonly CandidateContext[];
  readonly count: number;
  readonly now: number;
  readonly rule: GroupRule;
}

/** One thing for several people, best for all first. */
export interface TogetherPick {
  readonly itemId: ItemId;
  /** 0..1, by the rule asked for. */
  readonly score: number;
  /** 0..1 per person, in the order asked: how well it fits them among what could be chosen. */
  readonly fits: readonly { readonly personId: PersonId; readonly fit: number; readonly chance: number | null }[];
}

/** More like this one. */
export interface SimilarRequest {
  readonly itemId: ItemId;
  readonly candidates: readonly ItemId[];
  readonly count: number;
}

export interface SimilarItem {
  readonly itemId: ItemId;
  /** 0..1. */
  readonly likeness: number;
  /** Tags and creators both have, as the found item spells them. */
  readonly inCommon: readonly string[];
}

export interface WeightsRequest extends OtherProfiles {
  readonly profile: TasteProfile;
}

export interface WildcardsRequest {
  /** Of every friend; only those with an answer count. */
  readonly outcomes: readonly WildcardOutcome[];
}

export interface BacktestRequest extends OtherProfiles {
  readonly profiles: readonly TasteProfile[];
}

export interface LikelyTagsRequest {
  readonly itemIds: readonly ItemId[];
}

export interface PairsRequest extends OtherProfiles {
  readonly profiles: readonly TasteProfile[];
  readonly candidates: readonly CandidateContext[];
  /** At most this many (item, friend) pairs, each item and friend spread out. */
  readonly count: number;
  readonly now: number;
}
