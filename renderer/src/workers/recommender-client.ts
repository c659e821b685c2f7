import { RECOMMENDER_METHODS, type RecommenderPort } from '../domain/ports/recommender';
import { callsOf } from './method-calls';
import { SentLibrary } from './sent-library';
import { WorkerConnection, type RecommenderWorker } from './worker-connection';

export interface RecommenderClient extends RecommenderPort {
  /** Ends the worker for good: for tests, and before the page is left. */
  close(): void;
}

/**
 * The page's side of the recommender. Starts its worker at once, so that the model loads while the window is drawn.
 * A restarted worker (see `WorkerConnection`) gets the library again.
 * @param clock epoch milliseconds
 */
export function createRecommenderClient(startWorker: () => RecommenderWorker, clock: () => number): RecommenderClient {
  const library = new SentLibrary();
  const connection = new WorkerConnection(startWorker, clock, () => {
    const sent = library.all();
    // The worker answers in order, so every later call meets the whole library. A failure shows in that call too.
    if (sent !== null) calls.setLibrary(sent).catch(() => undefined);
  });
  const calls = callsOf(RECOMMENDER_METHODS, (method, request, options) => connection.call(method, request, options));
  return {
    ...calls,
    setLibrary: (request, options) => calls.setLibrary(library.replace(request), options),
    updateLibrary: (request, options) => calls.updateLibrary(library.update(request), options),
    engineState: () => connection.engineState(),
    onEngineState: (listener) => connection.onEngineState(listener),
    close: () => {
      connection.close();
    },
  };
}
