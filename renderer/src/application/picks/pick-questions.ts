import { OWNER_ID, type ItemId, type PersonId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import type { Clock } from '../../domain/ports/clock';
import type {
  BacktestRequest,
  BreakdownRequest,
  FriendsForItemRequest,
  GroupRule,
  PairsRequest,
  PicksRequest,
  SimilarRequest,
  TogetherRequest,
  WeightsRequest,
} from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { backlog, groupCandidates, pickCandidates } from './candidates';
import type { Question } from './question';
import { wildcardSeed } from './wildcard-seed';

/** Size of every slate in the window. */
const SLATE_SIZE = 5;
const SIMILAR_ITEMS = 6;
/** Smallest group that is asked about. */
export const MIN_GROUP = 2;

/** Inputs of every question about people. */
export interface RankingInputs {
  /** Of all friends who are not archived and of the owner: the learner's prior is fitted on all of them. */
  readonly profiles: readonly TasteProfile[];
  /** The library, without items known only through friends. */
  readonly items: readonly Item[];
  /** See `Question`. */
  readonly revision: string;
  readonly clock: Clock;
  /** One of a friend's picks is a wildcard (a setting). */
  readonly wildcards: boolean;
}

/** The person that picks are for, with their dials. */
export type PickedFor = Pick<Person, 'id' | 'dials'>;

/** Builds the request for one person's picks; a breakdown is asked with the same one. Null where they get none. */
export type PickQuestion = (person: PickedFor) => Question<PicksRequest> | null;

/** Picks to send to a friend. Null for somebody who gets none (archived). */
export function friendPicks(
  { profiles, items, revision, clock, wildcards }: RankingInputs,
  { id, dials }: PickedFor,
): Question<PicksRequest> | null {
  const profile = profileOf(profiles, id);
  if (profile === undefined) return null;
  const now = clock();
  return {
    revision,
    request: {
      profile,
      others: profiles,
      candidates: pickCandidates(items),
      count: SLATE_SIZE,
      now,
      dials,
      purpose: 'send',
      // From the profile alone: a seed that changed before the profile does would draw and record a needless wildcard.
      wildcardSeed: wildcards ? wildcardSeed(id, now, profile.reactions.length, profile.excludedItemIds.length) : null,
    },
  };
}

/** What the owner could take next from their backlog. Null where it is empty. */
export function ownPicks(
  { profiles, items, revision, clock }: RankingInputs,
  { dials }: Pick<PickedFor, 'dials'>,
): Question<PicksRequest> | null {
  const profile = profileOf(profiles, OWNER_ID);
  const candidates = backlog(items);
  if (profile === undefined || candidates.length === 0) return null;
  return {
    revision,
    request: {
      profile,
      others: profiles,
      candidates,
      count: SLATE_SIZE,
      now: clock(),
      dials,
      purpose: 'own',
      wildcardSeed: null,
    },
  };
}

/** The terms of one item's score in the answer to `picks`. */
export function breakdownQuestion(
  { request, revision }: Question<PicksRequest>,
  itemId: ItemId,
): Question<BreakdownRequest> {
  return { revision, request: { ...request, itemId } };
}

/** Today's (item, friend) pairs. Null where there is no friend. */
export function friendPairs({ profiles, items, revision, clock }: RankingInputs): Question<PairsRequest> | null {
  const friends = friendsIn(profiles);
  if (friends.length === 0) return null;
  return {
    revision,
    request: {
      profiles: friends,
      candidates: pickCandidates(items),
      count: SLATE_SIZE,
      others: profiles,
      now: clock(),
    },
  };
}

/** Friends ranked for one item; the caller has checked `mayBeOffered`. Null where there is no friend. */
export function friendsForItem(
  { profiles, items, revision, clock }: RankingInputs,
  item: Pick<Item, 'id' | 'ownRating'>,
): Question<FriendsForItemRequest> | null {
  const friends = friendsIn(profiles);
  if (friends.length === 0) return null;
  return {
    revision,
    request: {
      candidate: { itemId: item.id, ownRating: item.ownRating },
      profiles: friends,
      candidates: pickCandidates(items),
      others: profiles,
      now: clock(),
    },
  };
}

/** Items for a group, by its rule. Null for fewer than `MIN_GROUP` people. */
export function groupPicks(
  { profiles, items, revision, clock }: RankingInputs,
  people: readonly PersonId[],
  rule: GroupRule,
): Question<TogetherRequest> | null {
  if (people.length < MIN_GROUP) return null;
  return {
    revision,
    request: {
      profiles: people.map((id) => profileOf(profiles, id)).filter((profile) => profile !== undefined),
      candidates: groupCandidates(items, people.includes(OWNER_ID)),
      count: SLATE_SIZE,
      now: clock(),
      rule,
      others: profiles,
    },
  };
}

/** Items of the library similar to one of them. Null where there are no others. */
export function similarItemsQuestion(
  items: readonly Pick<Item, 'id'>[],
  itemId: ItemId,
  revision: string,
): Question<SimilarRequest> | null {
  const candidates = items.map(({ id }) => id).filter((id) => id !== itemId);
  return candidates.length === 0 ? null : { revision, request: { itemId, candidates, count: SIMILAR_ITEMS } };
}

/** The learned weights of one person. Null for an archived friend, who has no profile. */
export function learnedWeights(
  profiles: readonly TasteProfile[],
  id: PersonId,
  revision: string,
): Question<WeightsRequest> | null {
  const profile = profileOf(profiles, id);
  return profile === undefined ? null : { revision, request: { profile, others: profiles } };
}

/** Backtest on everybody's history. */
export const backtestOf = (profiles: readonly TasteProfile[]): BacktestRequest => ({ profiles, others: profiles });

export function profileOf(profiles: readonly TasteProfile[], id: PersonId): TasteProfile | undefined {
  return profiles.find(({ personId }) => personId === id);
}

function friendsIn(profiles: readonly TasteProfile[]): readonly TasteProfile[] {
  return profiles.filter(({ personId }) => personId !== OWNER_ID);
}
