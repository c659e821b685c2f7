import { AppError } from '../domain/errors';
import type { Backtest } from '../domain/backtest';
import type { Breakdown } from '../domain/breakdown';
import type { ItemId, PersonId } from '../domain/ids';
import { libraryItemOf } from '../domain/item-fields/library-item';
import type { LearnedWeight } from '../domain/learning';
import type { PolicyEstimate } from '../domain/policy-estimate';
import type { LikelyTag, Slate } from '../domain/recommendation';
import { ENGINE_STATE_NOTICE } from './recommender-contract';
import { INITIAL_ENGINE_STATE } from '../domain/ports/recommender';
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
} from '../domain/recommendation-request';
import type { CallOptions, EngineState, RecommenderPort } from '../domain/ports/recommender';
import type { RecommenderMethod, RecommenderMethods } from './recommender-contract';
import { engineStateSchema } from './recommender-parsers';
import { RpcClient } from './rpc-client';
import type { MessageEndpoint } from './rpc-messages';

/** A running worker, whatever it is made of. */
export interface RecommenderWorker {
  readonly endpoint: MessageEndpoint;
  /** Called when the worker can no longer be trusted, with why. */
  onCrash(listener: (why: string) => void): void;
  stop(): void;
}

/** A worker that dies this often within the window will die again: no further restart. */
const MAXIMUM_CRASHES = 3;
const CRASH_WINDOW = 60_000;

/**
 * The page's side of the recommender. Starts its worker at once, so that the model loads while the window is drawn.
 * When the worker dies, calls that wait fail with `worker-crashed`, a new worker starts and gets the library again.
 */
export class RecommenderClient implements RecommenderPort {
  readonly #listeners = new Set<(state: EngineState) => void>();
  readonly #latestPicks = new Map<PersonId, AbortController>();
  /** What the page has asked the worker to hold; null until the first library. */
  #library: Map<ItemId, LibraryItem> | null = null;
  #state: EngineState = INITIAL_ENGINE_STATE;
  #crashes: number[] = [];
  #rpc: RpcClient;
  #worker: RecommenderWorker;

  /** @param clock epoch milliseconds. */
  constructor(
    private readonly startWorker: () => RecommenderWorker,
    private readonly clock: () => number,
  ) {
    this.#worker = startWorker();
    this.#rpc = this.#connect(this.#worker);
  }

  async setLibrary(items: readonly LibraryItem[], options: CallOptions = {}): Promise<EngineState> {
    this.#library = new Map(items.map((item) => [item.id, libraryItemOf(item)]));
    return await this.#call('setLibrary', { items: [...this.#library.values()] }, options);
  }

  async updateLibrary(
    upserts: readonly LibraryItem[],
    removals: readonly ItemId[],
    options: CallOptions = {},
  ): Promise<EngineState> {
    this.#library ??= new Map();
    const facts = upserts.map(libraryItemOf);
    for (const id of removals) this.#library.delete(id);
    for (const item of facts) this.#library.set(item.id, item);
    return await this.#call('updateLibrary', { upserts: facts, removals }, options);
  }

  async picks(request: PicksRequest, options: CallOptions = {}): Promise<Slate> {
    const person = request.profile.personId;
    this.#latestPicks.get(person)?.abort();
    const controller = new AbortController();
    this.#latestPicks.set(person, controller);
    const signal =
      options.signal === undefined ? controller.signal : AbortSignal.any([options.signal, controller.signal]);
    try {
      return await this.#call('picks', request, { ...options, signal });
    } finally {
      if (this.#latestPicks.get(person) === controller) this.#latestPicks.delete(person);
    }
  }

  async friendsForItem(request: FriendsForItemRequest, options: CallOptions = {}): Promise<Slate> {
    return await this.#call('friendsForItem', request, options);
  }

  async pairs(request: PairsRequest, options: CallOptions = {}): Promise<Slate> {
    return await this.#call('pairs', request, options);
  }

  async breakdown(request: BreakdownRequest, options: CallOptions = {}): Promise<Breakdown> {
    return await this.#call('breakdown', request, options);
  }

  async together(request: TogetherRequest, options: CallOptions = {}): Promise<readonly TogetherPick[]> {
    return await this.#call('together', request, options);
  }

  async similar(request: SimilarRequest, options: CallOptions = {}): Promise<readonly SimilarItem[]> {
    return await this.#call('similar', request, options);
  }

  async weights(request: WeightsRequest, options: CallOptions = {}): Promise<readonly LearnedWeight[]> {
    return await this.#call('weights', request, options);
  }

  async compareWildcards(request: WildcardsRequest, options: CallOptions = {}): Promise<readonly PolicyEstimate[]> {
    return await this.#call('compareWildcards', request, options);
  }

  async backtest(request: BacktestRequest, options: CallOptions = {}): Promise<Backtest> {
    return await this.#call('backtest', request, options);
  }

  async likelyTags(itemIds: readonly ItemId[], options: CallOptions = {}): Promise<readonly (readonly LikelyTag[])[]> {
    return await this.#call('likelyTags', { itemIds }, options);
  }

  async chooseEngine(): Promise<EngineState> {
    return await this.#call('chooseEngine', {}, {});
  }

  engineState(): EngineState {
    return this.#state;
  }

  onEngineState(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Ends the worker for good: for tests, and before the page is left. */
  close(): void {
    this.#rpc.failAll(new AppError('cancelled', 'The recommender was closed.'));
    this.#worker.stop();
  }

  async #call<Name extends RecommenderMethod>(
    method: Name,
    request: RecommenderMethods[Name]['request'],
    options: CallOptions,
  ): Promise<RecommenderMethods[Name]['response']> {
    // The worker is checked against the same contract type by `serveRpc<RecommenderMethods>`.
    return (await this.#rpc.call(method, request, options)) as RecommenderMethods[Name]['response'];
  }

  #connect(worker: RecommenderWorker): RpcClient {
    const rpc = new RpcClient(worker.endpoint, (name, value) => {
      const state = name === ENGINE_STATE_NOTICE ? engineStateSchema.safeParse(value) : undefined;
      if (state?.success === true) this.#change(state.data);
    });
    worker.onCrash((why) => {
      // A second report of the same death must not start a second worker.
      if (this.#rpc === rpc) this.#restart(why);
    });
    return rpc;
  }

  #restart(why: string): void {
    const error = new AppError('worker-crashed', `The recommender stopped unexpectedly (${why}). Try again.`);
    this.#rpc.failAll(error);
    this.#worker.stop();
    const now = this.clock();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (this.#crashes.length >= MAXIMUM_CRASHES) {
      this.#change({
        ...this.#state,
        status: 'fallback',
        engine: 'content',
        reason: `The recommender stopped ${String(MAXIMUM_CRASHES)} times (${why}). Restart the program to try again.`,
      });
      return;
    }
    this.#change({ ...INITIAL_ENGINE_STATE, reason: 'The recommender is being restarted.' });
    this.#worker = this.startWorker();
    this.#rpc = this.#connect(this.#worker);
    if (this.#library !== null) {
      // The worker answers in order, so every later call meets the whole library. A failure shows in that call too.
      this.#call('setLibrary', { items: [...this.#library.values()] }, {}).catch(() => undefined);
    }
  }

  #change(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
