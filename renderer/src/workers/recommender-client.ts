import {
  engineStateSchema,
  INITIAL_ENGINE_STATE,
  RECOMMENDER_METHODS,
  type EngineState,
  type RecommenderPort,
} from '../domain/ports/recommender';
import { callsOf } from './method-calls';
import { ENGINE_STATE_NOTICE } from './rpc-messages';
import { SentLibrary } from './sent-library';
import { WorkerConnection, type RunningWorker, type WorkerStates } from './worker-connection';

const STATES: WorkerStates<EngineState> = {
  name: 'The recommender',
  notice: ENGINE_STATE_NOTICE,
  schema: engineStateSchema,
  initial: INITIAL_ENGINE_STATE,
  restarting: { ...INITIAL_ENGINE_STATE, reason: 'The recommender is being restarted.' },
  gaveUp: (last, times, why) => ({
    ...last,
    status: 'fallback',
    engine: 'content',
    reason: `The recommender stopped ${String(times)} times (${why}). Restart the program to try again.`,
  }),
};

export interface RecommenderClient extends RecommenderPort {
  /** Ends the worker for good: for tests, and before the page is left. */
  close(): void;
}

/**
 * The page's side of the recommender. Starts its worker at once, so that the model loads while the window is drawn.
 * A restarted worker (see `WorkerConnection`) gets the library again.
 * @param clock epoch milliseconds
 */
export function createRecommenderClient(startWorker: () => RunningWorker, clock: () => number): RecommenderClient {
  const library = new SentLibrary();
  const connection = new WorkerConnection(startWorker, clock, STATES, () => {
    const sent = library.all();
    // The worker answers in order, so every later call meets the whole library. A failure shows in that call too.
    if (sent !== null) calls.setLibrary(sent).catch(() => undefined);
  });
  connection.start();
  const calls = callsOf(RECOMMENDER_METHODS, (method, request, options) => connection.call(method, request, options));
  return {
    ...calls,
    setLibrary: (request, options) => calls.setLibrary(library.replace(request), options),
    updateLibrary: (request, options) => calls.updateLibrary(library.update(request), options),
    engineState: () => connection.state(),
    onEngineState: (listener) => connection.onState(listener),
    close: () => {
      connection.close();
    },
  };
}
