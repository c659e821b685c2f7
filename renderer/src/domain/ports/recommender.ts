import type { Backtest } from '../backtest';
import type { Breakdown } from '../breakdown';
import type { ItemId } from '../ids';
import type { LearnedWeight } from '../learning';
import type { PolicyEstimate } from '../policy-estimate';
import type { Engine, LikelyTag, Slate } from '../recommendation';
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
} from '../recommendation-request';

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
