/** Tells when the first slate is on screen: work that competes with it for the same cores (timing WebGPU) waits for that. */
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
