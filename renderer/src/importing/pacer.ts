import { AppError } from '../domain/errors';

/** Keeps a long job from blocking the thread it runs on, and stops it when it is cancelled. */
export interface Pacer {
  /**
   * Yields to the event loop once this slice has run long enough; throws `cancelled` once the signal is aborted.
   */
  readonly yieldIfDue: () => Promise<void>;
}

// Below one frame at 60 Hz, so that progress paints and clicks are answered.
const SLICE_MILLISECONDS = 12;

export function createPacer(signal?: AbortSignal): Pacer {
  let sliceStart = performance.now();
  const check = (): void => {
    if (signal?.aborted === true) throw new AppError('cancelled', 'The import was cancelled; nothing was changed.');
  };
  return {
    yieldIfDue: async () => {
      check();
      if (performance.now() - sliceStart < SLICE_MILLISECONDS) return;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 0);
      });
      sliceStart = performance.now();
      check();
    },
  };
}
