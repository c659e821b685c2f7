import { nextTask } from '../inference/next-task';

export type InTurn = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/**
 * Runs work one piece at a time, in the order it came. Before each piece it lets the event loop turn once, so that a
 * cancellation that has arrived meanwhile is heard, and a cancelled piece never starts.
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
