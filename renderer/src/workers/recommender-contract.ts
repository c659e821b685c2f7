import type { Backtest } from '../domain/backtest';
import type { Breakdown } from '../domain/breakdown';
import type { ItemId } from '../domain/ids';
import type { LearnedWeight } from '../domain/learning';
import type { PolicyEstimate } from '../domain/policy-estimate';
import type { Engine, LikelyTag, Slate } from '../domain/recommendation';
import type {
  BacktestRequest,
  BreakdownRequest,
  FriendsForItemRequest,
  LibraryItem,
  LikelyTagsRequest,
  PairsRequest,
  PicksRequest,
  SimilarItem,
  SimilarRequest,
  TogetherPick,
  TogetherRequest,
  WeightsRequest,
  WildcardsRequest,
} from '../domain/recommendation-request';

export type {
  BacktestRequest,
  BreakdownRequest,
  CandidateContext,
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
} from '../domain/recommendation-request';

/** loading: no answer yet · ready: the model runs · fallback: without the model, and the reason says why. */
export const ENGINE_STATUSES = ['loading', 'ready', 'fallback'] as const;

/** What runs the model, and why: shown in Settings. */
export interface EngineState {
  readonly status: (typeof ENGINE_STATUSES)[number];
  readonly engine: Engine;
  /** One plain sentence: why this engine, or why the fallback. */
  readonly reason: string;
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  /** Median milliseconds to encode one history, by engine, once timed. */
  readonly timings: { readonly wasm: number | null; readonly webgpu: number | null };
  /** Items of the library the known-item table recognises, and how many there are. */
  readonly recognised: { readonly known: number; readonly total: number };
}

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

/** Before the worker has said anything. */
export const INITIAL_ENGINE_STATE: EngineState = {
  status: 'loading',
  engine: 'content',
  reason: 'The model is being loaded.',
  modelName: null,
  modelVersion: null,
  timings: { wasm: null, webgpu: null },
  recognised: { known: 0, total: 0 },
};

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Items encoded so far, and in all; heard only while a library is being set or updated. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What features call. Implemented by `RecommenderClient` over a worker. */
export interface RecommenderPort {
  setLibrary(items: readonly LibraryItem[], options?: CallOptions): Promise<EngineState>;
  updateLibrary(
    upserts: readonly LibraryItem[],
    removals: readonly ItemId[],
    options?: CallOptions,
  ): Promise<EngineState>;
  /** A newer request for the same person cancels the older one. */
  picks(request: PicksRequest, options?: CallOptions): Promise<Slate>;
  friendsForItem(request: FriendsForItemRequest, options?: CallOptions): Promise<Slate>;
  pairs(request: PairsRequest, options?: CallOptions): Promise<Slate>;
  breakdown(request: BreakdownRequest, options?: CallOptions): Promise<Breakdown>;
  together(request: TogetherRequest, options?: CallOptions): Promise<readonly TogetherPick[]>;
  similar(request: SimilarRequest, options?: CallOptions): Promise<readonly SimilarItem[]>;
  weights(request: WeightsRequest, options?: CallOptions): Promise<readonly LearnedWeight[]>;
  compareWildcards(request: WildcardsRequest, options?: CallOptions): Promise<readonly PolicyEstimate[]>;
  /** Progress counts people. */
  backtest(request: BacktestRequest, options?: CallOptions): Promise<Backtest>;
  /** Tags that each item probably deserves besides its own, likeliest first: guesses, written nowhere. */
  likelyTags(ids: readonly ItemId[], options?: CallOptions): Promise<readonly (readonly LikelyTag[])[]>;
  chooseEngine(): Promise<EngineState>;
  /** Current engine, and a call on every change; returns the unsubscribe function. */
  engineState(): EngineState;
  onEngineState(listener: (state: EngineState) => void): () => void;
}
