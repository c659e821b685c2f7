import { nextTask } from '../inference/next-task';

export type InTurn = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/**
 * Runs tasks one at a time, in the order in which they came. Before each it lets the event loop turn once, so that a
 * cancellation that has arrived in the meantime takes effect: a cancelled task never runs, and rejects with AbortError.
 */
export function taskQueue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return async (signal, work) => {
    const mine = last.then(async () => {
      await nextTask();
      signal.throwIfAborted();
      return await work();
    });
    last = mine.catch(() => undefined);
    return await mine;
  };
}
