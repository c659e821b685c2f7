import type { Backtest } from '../domain/backtest';
import type { Breakdown } from '../domain/breakdown';
import type { ItemId } from '../domain/ids';
import type { LearnedWeight } from '../domain/learning';
import type { PolicyEstimate } from '../domain/policy-estimate';
import type { EngineState } from '../domain/ports/recommender';
import type { LikelyTag, Slate } from '../domain/recommendation';
import type {
  BacktestRequest,
  BreakdownRequest,
  FriendsForItemRequest,
  LibraryItem,
  PairsRequest,
  PicksRequest,
  SimilarItem,
  SimilarRequest,
  TogetherPick,
  TogetherRequest,
  WeightsRequest,
  WildcardsRequest,
  LikelyTagsRequest,
} from '../domain/recommendation-request';

/** Request and response of every method; both ends of the worker are checked against this one type. */
export interface RecommenderMethods {
  /** Replaces the whole library. */
  readonly setLibrary: { readonly request: { readonly items: readonly LibraryItem[] }; readonly response: EngineState };
  readonly updateLibrary: {
    readonly request: { readonly upserts: readonly LibraryItem[]; readonly removals: readonly ItemId[] };
    readonly response: EngineState;
  };
  readonly picks: { readonly request: PicksRequest; readonly response: Slate };
  /** One recommendation per friend who may be sent the item, best fit first. */
  readonly friendsForItem: { readonly request: FriendsForItemRequest; readonly response: Slate };
  readonly pairs: { readonly request: PairsRequest; readonly response: Slate };
  /** One pick in full, as the same question's slate ranks it. */
  readonly breakdown: { readonly request: BreakdownRequest; readonly response: Breakdown };
  readonly together: { readonly request: TogetherRequest; readonly response: readonly TogetherPick[] };
  readonly similar: { readonly request: SimilarRequest; readonly response: readonly SimilarItem[] };
  /** Everything learned of a person, strongest first. */
  readonly weights: { readonly request: WeightsRequest; readonly response: readonly LearnedWeight[] };
  /** What other ways of filling the wildcard's place would have achieved, from what was shown there. */
  readonly compareWildcards: { readonly request: WildcardsRequest; readonly response: readonly PolicyEstimate[] };
  readonly backtest: { readonly request: BacktestRequest; readonly response: Backtest };
  /** One list per item asked about, likeliest first; empty lists without a model. */
  readonly likelyTags: { readonly request: LikelyTagsRequest; readonly response: readonly (readonly LikelyTag[])[] };
  /** Tries WebGPU against WASM on this machine and keeps the faster; called after the first picks are on screen. */
  readonly chooseEngine: { readonly request: Record<string, never>; readonly response: EngineState };
}

export type RecommenderMethod = keyof RecommenderMethods;

/** Name of the notice that carries an EngineState from the worker to the page. */
export const ENGINE_STATE_NOTICE = 'engine-state';
