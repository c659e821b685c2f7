import {
  engineStateSchema,
  INITIAL_ENGINE_STATE,
  RECOMMENDER_METHODS,
  type EngineState,
  type RecommenderPort,
} from '../domain/ports/recommender';
import { nextTask } from '../inference/next-task';
import { CallsInTurn, inPartsOf } from './calls-in-turn';
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

/** Things in one message: some milliseconds of the page's time, where 100,000 would take a second. */
const THINGS_AT_ONCE = 1000;

export interface RecommenderClient extends RecommenderPort {
  /** Ends the worker for good: for tests, and before the page is left. */
  close(): void;
}

/**
 * The page's side of the recommender. Starts its worker at once, so that the model loads while the window is drawn.
 * A large library is sent in parts; questions asked meanwhile are sent after it. A restarted worker (see
 * `WorkerConnection`) gets the library again.
 * @param clock epoch milliseconds
 * @param pause lets the page do what waits, between two parts
 */
export function createRecommenderClient(
  startWorker: () => RunningWorker,
  clock: () => number,
  pause: () => Promise<void> = nextTask,
): RecommenderClient {
  const library = new SentLibrary();
  const connection = new WorkerConnection(startWorker, clock, STATES, () => {
    const sent = library.all();
    // In one piece, before every later call. A failure shows in those too.
    if (sent !== null) direct.setLibrary(sent).catch(() => undefined);
  });
  connection.start();
  const inTurn = new CallsInTurn(pause);
  const send = connection.call.bind(connection);
  const direct = callsOf(RECOMMENDER_METHODS, send);
  const calls = callsOf(RECOMMENDER_METHODS, (method, request, options) =>
    inTurn.one(() => send(method, request, options)),
  );
  return {
    ...calls,
    setLibrary: ({ items }) => {
      let isFirst = true;
      return inTurn.inParts(inPartsOf(items, THINGS_AT_ONCE), (part) => {
        if (!isFirst) return direct.updateLibrary(library.update({ upserts: part.items, removals: [] }));
        isFirst = false;
        return direct.setLibrary(library.replace(part));
      });
    },
    updateLibrary: ({ upserts, removals }) => {
      let gone = removals;
      return inTurn.inParts(inPartsOf(upserts, THINGS_AT_ONCE), (part) => {
        const change = library.update({ upserts: part.items, removals: gone });
        gone = [];
        return direct.updateLibrary(change);
      });
    },
    engineState: () => connection.state(),
    onEngineState: (listener) => connection.onState(listener),
    close: () => {
      connection.close();
    },
  };
}
