/**
 * When the first slate is on screen. Work that would compete with it for the same cores (timing WebGPU) waits for it.
 */
export class FirstPicks {
  #settle: () => void = () => undefined;

  /** Settles with the first `markShown`. */
  readonly shown = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  /** Call after a slate was painted; later calls do nothing. */
  readonly markShown = (): void => {
    this.#settle();
  };
}
