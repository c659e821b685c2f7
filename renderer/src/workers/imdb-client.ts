import { z } from 'zod';
import { IMDB_METHODS, type ImdbReader } from '../domain/ports/imdb-reader';
import { callsOf } from './method-calls';
import { WorkerConnection, type RunningWorker, type WorkerStates } from './worker-connection';

/** It has nothing to say of itself: whoever called it waits for the answer. */
const STATES: WorkerStates<null> = {
  name: 'Reading IMDb’s files',
  notice: 'none',
  schema: z.null(),
  initial: null,
  restarting: null,
  gaveUp: () => null,
};

/**
 * Reads IMDb's files in a worker that is started for it and ended with it, so that its memory is given back, and that
 * being cancelled stops it at once.
 * @param clock epoch milliseconds
 */
export const createImdbReader = (startWorker: () => RunningWorker, clock: () => number): ImdbReader =>
  callsOf(IMDB_METHODS, async (method, request, options) => {
    const connection = new WorkerConnection(startWorker, clock, STATES);
    try {
      return await connection.call(method, request, options);
    } finally {
      connection.close();
    }
  });
