import { type CatalogueState, catalogueStateSchema, INITIAL_CATALOGUE_STATE } from '../domain/catalogue';
import { CATALOGUE_METHODS, type CataloguePort } from '../domain/ports/catalogue';
import { callsOf } from './method-calls';
import { CATALOGUE_STATE_NOTICE } from './rpc-messages';
import { WorkerConnection, type RunningWorker, type WorkerStates } from './worker-connection';

export interface CatalogueClient extends CataloguePort {
  /** Ends a started worker for good: for tests, and before the page is left. */
  close(): void;
}

const STATES: WorkerStates<CatalogueState> = {
  name: 'The catalogue',
  notice: CATALOGUE_STATE_NOTICE,
  schema: catalogueStateSchema,
  initial: INITIAL_CATALOGUE_STATE,
  restarting: INITIAL_CATALOGUE_STATE,
  gaveUp: (_last, times, why) => ({
    ...INITIAL_CATALOGUE_STATE,
    status: 'unavailable',
    reason: `The catalogue stopped ${String(times)} times (${why}). Restart the program to try again.`,
  }),
};

/**
 * The page's side of the catalogue. The first call starts its worker, which then reads the catalogue.
 * @param clock epoch milliseconds
 */
export function createCatalogueClient(startWorker: () => RunningWorker, clock: () => number): CatalogueClient {
  const connection = new WorkerConnection(startWorker, clock, STATES);
  return {
    ...callsOf(CATALOGUE_METHODS, (method, request, options) => connection.call(method, request, options)),
    catalogueState: () => connection.state(),
    onCatalogueState: (listener) => connection.onState(listener),
    close: () => {
      connection.close();
    },
  };
}
