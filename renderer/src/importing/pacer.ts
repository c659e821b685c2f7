import { AppError } from '../domain/errors';

/** Keeps a long job from blocking the thread it runs on, and stops it when it is cancelled or takes far too long. */
export interface Pacer {
  /**
   * Yields to the event loop once this slice has run long enough; throws `cancelled` once the signal is aborted, and
   * what `PacerOptions.tooSlow` makes once the time of the file is over.
   */
  readonly yieldIfDue: () => Promise<void>;
  /** Visits very many things, and asks `yieldIfDue` before every hundredth. */
  readonly each: <T>(things: Iterable<T>, visit: (thing: T, place: number) => void) => Promise<void>;
  /** What follows is another file, with time of its own. */
  readonly beginFile: () => void;
}

export interface PacerOptions {
  /** Milliseconds since whatever moment. */
  readonly now?: () => number;
  /** Lets the thread do what waits. Left out: a timer, for which a browser takes 4 ms. */
  readonly pause?: () => Promise<void>;
  /** Left out: a file may take as long as it takes. */
  readonly limit?: { readonly milliseconds: number; readonly tooSlow: () => AppError };
}

// Below one frame at 60 Hz, so that progress paints and clicks are answered.
const SLICE_MILLISECONDS = 12;

/** So many take well below a millisecond. */
const THINGS_PER_STEP = 100;

/** More than this between two looks at the clock is a computer that slept, milliseconds. */
const LONGEST_STEP = 30_000;

const elapsed = (): number => performance.now();

const nextTimer = async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
};

export function createPacer(
  signal?: AbortSignal,
  { now = elapsed, pause = nextTimer, limit }: PacerOptions = {},
): Pacer {
  let sliceStart = now();
  let lastLook = sliceStart;
  let spent = 0;
  const check = (): void => {
    if (signal?.aborted === true) throw new AppError('cancelled', 'The import was cancelled; nothing was changed.');
  };
  const yieldIfDue = async (): Promise<void> => {
    check();
    const at = now();
    if (limit !== undefined) {
      spent += Math.min(at - lastLook, LONGEST_STEP);
      lastLook = at;
      if (spent > limit.milliseconds) throw limit.tooSlow();
    }
    if (at - sliceStart < SLICE_MILLISECONDS) return;
    await pause();
    sliceStart = now();
    check();
  };
  return {
    yieldIfDue,
    each: async (things, visit) => {
      let place = 0;
      for (const thing of things) {
        if (place % THINGS_PER_STEP === 0) await yieldIfDue();
        visit(thing, place);
        place += 1;
      }
    },
    beginFile: () => {
      spent = 0;
    },
  };
}
