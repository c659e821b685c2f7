import type { z } from 'zod';
import { AppError } from '../domain/errors';
import type { CallOptions } from '../domain/ports/method-table';
import { RpcClient } from './rpc-client';
import type { MessageEndpoint } from './rpc-messages';

/** A running worker, whatever it is made of. */
export interface RunningWorker {
  readonly endpoint: MessageEndpoint;
  /** Called when the worker can no longer be trusted, with the reason. */
  onCrash(listener: (why: string) => void): void;
  stop(): void;
}

/** What a worker reports of itself without being asked, and what is said of it where it cannot. */
export interface WorkerStates<State> {
  /** In a sentence: "The recommender". */
  readonly name: string;
  /** Name of the notice that carries a state. */
  readonly notice: string;
  readonly schema: z.ZodType<State>;
  /** Until the worker reports one. */
  readonly initial: State;
  /** While a new worker takes a dead one's place. */
  readonly restarting: State;
  /** After `times` deaths, the last of them because of `why`: none takes its place any more. */
  readonly gaveUp: (last: State, times: number, why: string) => State;
}

/** A worker that dies this often within the window will die again: no further restart. */
const MAX_CRASHES = 3;
/** Milliseconds. */
const CRASH_WINDOW = 60_000;

interface Connected {
  readonly worker: RunningWorker;
  readonly rpc: RpcClient;
}

/**
 * Keeps one worker running, from `start` or the first call on. When it dies, waiting calls fail with `worker-crashed`
 * and a new one starts, at most MAX_CRASHES times within CRASH_WINDOW; after that every call fails and the state says
 * so.
 */
export class WorkerConnection<State> {
  readonly #listeners = new Set<(state: State) => void>();
  #state: State;
  /** Epoch milliseconds of the crashes within the window. */
  #crashes: number[] = [];
  #connected: Connected | null = null;

  /**
   * @param clock epoch milliseconds
   * @param onRestart called with a new worker in place, before any other call reaches it
   */
  constructor(
    private readonly startWorker: () => RunningWorker,
    private readonly clock: () => number,
    private readonly states: WorkerStates<State>,
    private readonly onRestart: () => void = () => undefined,
  ) {
    this.#state = states.initial;
  }

  start(): void {
    this.#connected ??= this.#connect();
  }

  /** One call to the worker that runs now; see `RpcClient.call`. */
  async call(method: string, request: unknown, options: CallOptions): Promise<unknown> {
    this.#connected ??= this.#connect();
    return await this.#connected.rpc.call(method, request, options);
  }

  state(): State {
    return this.#state;
  }

  onState(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Ends a started worker for good: for tests, and before the page is left. */
  close(): void {
    this.#connected?.rpc.failAll(new AppError('cancelled', `${this.states.name} was closed.`));
    this.#connected?.worker.stop();
  }

  #connect(): Connected {
    const { notice, schema } = this.states;
    const worker = this.startWorker();
    const rpc = new RpcClient(worker.endpoint, (name, value) => {
      const state = name === notice ? schema.safeParse(value) : undefined;
      if (state?.success === true) this.#change(state.data);
    });
    worker.onCrash((why) => {
      // A second report of the same death must not start a second worker.
      if (this.#connected?.rpc === rpc) this.#restart(this.#connected, why);
    });
    return { worker, rpc };
  }

  #restart({ worker, rpc }: Connected, why: string): void {
    const { name, restarting, gaveUp } = this.states;
    rpc.failAll(new AppError('worker-crashed', `${name} stopped unexpectedly (${why}). Try again.`));
    worker.stop();
    const now = this.clock();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (this.#crashes.length >= MAX_CRASHES) {
      this.#change(gaveUp(this.#state, MAX_CRASHES, why));
      return;
    }
    this.#change(restarting);
    this.#connected = this.#connect();
    this.onRestart();
  }

  #change(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
