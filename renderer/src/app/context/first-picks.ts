/**
 * When the first slate is on screen. Work that would compete with it for the same cores (timing WebGPU, reading the
 * catalogue) waits for it.
 */
export class FirstPicks {
  #settleShown: () => void = () => undefined;
  #settleOver: () => void = () => undefined;
  #isOver = false;

  /** Settles with the first `markShown`. */
  readonly shown = new Promise<void>((resolve) => {
    this.#settleShown = resolve;
  });

  /** Settles when the first slate is on screen, or when it is clear that none is awaited. */
  readonly over = new Promise<void>((resolve) => {
    this.#settleOver = resolve;
  });

  /** Whether `over` has settled. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Call after a slate was painted; later calls do nothing. */
  readonly markShown = (): void => {
    this.#settleShown();
    this.markNoneAwaited();
  };

  /** Call where no picks will come: nobody to pick for, nothing to pick from, or nobody asks. */
  readonly markNoneAwaited = (): void => {
    this.#isOver = true;
    this.#settleOver();
  };
}
