import { AppError } from '../domain/errors';
import type { CallOptions } from '../domain/ports/method-table';
import { engineStateSchema, INITIAL_ENGINE_STATE, type EngineState } from '../domain/ports/recommender';
import { RpcClient } from './rpc-client';
import { ENGINE_STATE_NOTICE, type MessageEndpoint } from './rpc-messages';

/** A running worker, whatever it is made of. */
export interface RecommenderWorker {
  readonly endpoint: MessageEndpoint;
  /** Called when the worker can no longer be trusted, with the reason. */
  onCrash(listener: (why: string) => void): void;
  stop(): void;
}

/** A worker that dies this often within the window will die again: no further restart. */
const MAX_CRASHES = 3;
/** Milliseconds. */
const CRASH_WINDOW = 60_000;

/**
 * Keeps one recommender worker running. When it dies, waiting calls fail with `worker-crashed` and a new one starts, at
 * most MAX_CRASHES times within CRASH_WINDOW; after that every call fails and the engine state says so.
 */
export class WorkerConnection {
  readonly #listeners = new Set<(state: EngineState) => void>();
  #state: EngineState = INITIAL_ENGINE_STATE;
  /** Epoch milliseconds of the crashes within the window. */
  #crashes: number[] = [];
  #worker: RecommenderWorker;
  #rpc: RpcClient;

  /**
   * @param clock epoch milliseconds
   * @param onRestart called with a new worker in place, before any other call reaches it
   */
  constructor(
    private readonly startWorker: () => RecommenderWorker,
    private readonly clock: () => number,
    private readonly onRestart: () => void,
  ) {
    this.#worker = startWorker();
    this.#rpc = this.#connect(this.#worker);
  }

  /** One call to the worker that runs now; see `RpcClient.call`. */
  async call(method: string, request: unknown, options: CallOptions): Promise<unknown> {
    return await this.#rpc.call(method, request, options);
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
    this.#rpc.failAll(new AppError('worker-crashed', `The recommender stopped unexpectedly (${why}). Try again.`));
    this.#worker.stop();
    const now = this.clock();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (this.#crashes.length >= MAX_CRASHES) {
      this.#change({
        ...this.#state,
        status: 'fallback',
        engine: 'content',
        reason: `The recommender stopped ${String(MAX_CRASHES)} times (${why}). Restart the program to try again.`,
      });
      return;
    }
    this.#change({ ...INITIAL_ENGINE_STATE, reason: 'The recommender is being restarted.' });
    this.#worker = this.startWorker();
    this.#rpc = this.#connect(this.#worker);
    this.onRestart();
  }

  #change(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
