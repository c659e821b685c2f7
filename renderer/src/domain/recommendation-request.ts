import { z } from 'zod';
import type { BackgroundFacts } from './catalogue';
import { commonGroundSchema, type CommonGround } from './common-ground';
import { dialsSchema, type Dials } from './dials/dials';
import { wildcardOutcomeSchema, type WildcardOutcome } from './exploration';
import { itemIdSchema, personIdSchema, type ItemId, type PersonId } from './ids';
import type { ItemFacts } from './item';
import { libraryItemSchema } from './item-fields/item-schema';
import type { Fields } from './parsing';
import { tasteProfileSchema, type TasteProfile } from './taste-profile';

/** An item as the recommender sees it. */
export interface LibraryItem extends ItemFacts {
  readonly id: ItemId;
  /** Where it came from, as `Item.source` says; missing where nobody says. */
  readonly source?: string;
  /** Missing where the catalogue does not know the thing, or was not asked. */
  readonly backgroundFacts?: BackgroundFacts;
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
  /**
   * send: what the owner likes, for somebody who does not know it · own: from the person's own pile, for themselves.
   */
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
  /** As the found item spells it. */
  readonly common: CommonGround;
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
  /** How sure of a tag the model must be, 0..1; the recommender's own threshold where left out. */
  readonly minConfidence?: number;
  /** At most this many tags per item. */
  readonly most?: number;
}

/** Replaces the whole library. */
export interface SetLibraryRequest {
  readonly items: readonly LibraryItem[];
}

export interface UpdateLibraryRequest {
  /** Items that are new or changed. */
  readonly upserts: readonly LibraryItem[];
  readonly removals: readonly ItemId[];
}

export interface PairsRequest extends OtherProfiles {
  readonly profiles: readonly TasteProfile[];
  readonly candidates: readonly CandidateContext[];
  /** At most this many (item, friend) pairs, each item and friend spread out. */
  readonly count: number;
  readonly now: number;
}

/** Things that the library need not hold. */
export interface FameRequest {
  readonly items: readonly LibraryItem[];
}

/** Two things for "which would they pick?". */
export interface NextChoiceRequest {
  readonly profile: TasteProfile;
  /** What could be asked about: the library. Only well-known things of it are. */
  readonly things: readonly ItemId[];
  /** What everybody has heard of, the best known first: asked about where the library has too little of that. */
  readonly famous: readonly ItemId[];
  /** Those of `famous` that were in no library when the sitting began. They are held for the question alone. */
  readonly outside: readonly LibraryItem[];
  /** What the answers are to help ranking. */
  readonly candidates: readonly ItemId[];
  /** Shown already, skipped ones included; what the person compared before is in the profile. */
  readonly asked: readonly ItemId[];
}

/** Of one kind, side by side. */
export interface ThingsToCompare {
  readonly left: ItemId;
  readonly right: ItemId;
}

export interface NextChoice {
  /** Null where too few well-known things are left. */
  readonly pair: ThingsToCompare | null;
  /** Share 0..1 of the uncertainty about the candidates that what is known of the person removes. */
  readonly certainty: number;
}

const count = z.int().positive();
const otherProfiles = { others: z.array(tasteProfileSchema) } satisfies Fields<OtherProfiles>;
const profiles = z.array(tasteProfileSchema);

const candidateSchema: z.ZodType<CandidateContext> = z.object({
  itemId: itemIdSchema,
  ownRating: z.number().nullable(),
} satisfies Fields<CandidateContext>);
const candidates = z.array(candidateSchema);

export const setLibraryRequestSchema: z.ZodType<SetLibraryRequest> = z.object({
  items: z.array(libraryItemSchema),
} satisfies Fields<SetLibraryRequest>);

export const updateLibraryRequestSchema: z.ZodType<UpdateLibraryRequest> = z.object({
  upserts: z.array(libraryItemSchema),
  removals: z.array(itemIdSchema),
} satisfies Fields<UpdateLibraryRequest>);

const picksFields = {
  ...otherProfiles,
  profile: tasteProfileSchema,
  candidates,
  count,
  now: z.number(),
  dials: dialsSchema,
  purpose: z.enum(['send', 'own']),
  wildcardSeed: z.number().nullable(),
} satisfies Fields<PicksRequest>;

export const picksRequestSchema: z.ZodType<PicksRequest> = z.object(picksFields);

export const breakdownRequestSchema: z.ZodType<BreakdownRequest> = z.object({
  ...picksFields,
  itemId: itemIdSchema,
} satisfies Fields<BreakdownRequest>);

export const friendsForItemRequestSchema: z.ZodType<FriendsForItemRequest> = z.object({
  ...otherProfiles,
  candidate: candidateSchema,
  profiles,
  candidates,
  now: z.number(),
} satisfies Fields<FriendsForItemRequest>);

export const pairsRequestSchema: z.ZodType<PairsRequest> = z.object({
  ...otherProfiles,
  profiles,
  candidates,
  count,
  now: z.number(),
} satisfies Fields<PairsRequest>);

export const togetherRequestSchema: z.ZodType<TogetherRequest> = z.object({
  ...otherProfiles,
  profiles,
  candidates,
  count,
  now: z.number(),
  rule: z.enum(GROUP_RULES),
} satisfies Fields<TogetherRequest>);

export const togetherPickSchema: z.ZodType<TogetherPick> = z.object({
  itemId: itemIdSchema,
  score: z.number(),
  fits: z.array(z.object({ personId: personIdSchema, fit: z.number(), chance: z.number().nullable() })),
} satisfies Fields<TogetherPick>);

export const similarRequestSchema: z.ZodType<SimilarRequest> = z.object({
  itemId: itemIdSchema,
  candidates: z.array(itemIdSchema),
  count,
} satisfies Fields<SimilarRequest>);

export const similarItemSchema: z.ZodType<SimilarItem> = z.object({
  itemId: itemIdSchema,
  likeness: z.number(),
  common: commonGroundSchema,
} satisfies Fields<SimilarItem>);

export const weightsRequestSchema: z.ZodType<WeightsRequest> = z.object({
  ...otherProfiles,
  profile: tasteProfileSchema,
} satisfies Fields<WeightsRequest>);

export const wildcardsRequestSchema: z.ZodType<WildcardsRequest> = z.object({
  outcomes: z.array(wildcardOutcomeSchema),
} satisfies Fields<WildcardsRequest>);

export const backtestRequestSchema: z.ZodType<BacktestRequest> = z.object({
  ...otherProfiles,
  profiles,
} satisfies Fields<BacktestRequest>);

export const likelyTagsRequestSchema: z.ZodType<LikelyTagsRequest> = z.object({
  itemIds: z.array(itemIdSchema),
  minConfidence: z.exactOptional(z.number()),
  most: z.exactOptional(count),
} satisfies Fields<LikelyTagsRequest>);

export const fameRequestSchema: z.ZodType<FameRequest> = z.object({
  items: z.array(libraryItemSchema),
} satisfies Fields<FameRequest>);

export const nextChoiceRequestSchema: z.ZodType<NextChoiceRequest> = z.object({
  profile: tasteProfileSchema,
  things: z.array(itemIdSchema),
  famous: z.array(itemIdSchema),
  outside: z.array(libraryItemSchema),
  candidates: z.array(itemIdSchema),
  asked: z.array(itemIdSchema),
} satisfies Fields<NextChoiceRequest>);

export const nextChoiceSchema: z.ZodType<NextChoice> = z.object({
  pair: z.object({ left: itemIdSchema, right: itemIdSchema } satisfies Fields<ThingsToCompare>).nullable(),
  certainty: z.number(),
} satisfies Fields<NextChoice>);
