/** Passes sentences for screen readers to the window's `LiveRegion`, which has one read out at a time. */
export class Announcer {
  #listener: ((message: string) => void) | null = null;

  /** Has a sentence read out: a new order of picks, a finished import. Without a live region nothing happens. */
  readonly announce = (message: string): void => {
    this.#listener?.(message);
  };

  /** For `LiveRegion` alone. Returns the unsubscribe function. */
  readonly onMessage = (listener: (message: string) => void): (() => void) => {
    this.#listener = listener;
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  };
}
