import { z } from 'zod';
import { ARCHIVE_METHODS, type ArchiveWorker } from '../domain/ports/archive-worker';
import { callsOf } from './method-calls';
import { WorkerConnection, type RunningWorker, type WorkerStates } from './worker-connection';

/** It has nothing to say of itself: whoever called it waits for the answer. */
const STATES: WorkerStates<null> = {
  name: 'Saving or reading the file',
  notice: 'none',
  schema: z.null(),
  initial: null,
  restarting: null,
  gaveUp: () => null,
};

/**
 * Writes and reads archives in a worker that is started for each call and ended with it, so that its memory is given
 * back, and that being cancelled stops it at once.
 * @param clock epoch milliseconds
 */
export const createArchiveWorker = (startWorker: () => RunningWorker, clock: () => number): ArchiveWorker =>
  callsOf(ARCHIVE_METHODS, async (method, request, options) => {
    const connection = new WorkerConnection(startWorker, clock, STATES);
    try {
      return await connection.call(method, request, options);
    } finally {
      connection.close();
    }
  });
