/** What the window says to screen readers: one polite sentence at a time, spoken by its `LiveRegion`. */
export class Announcer {
  #listener: ((message: string) => void) | null = null;

  /** Has a sentence spoken: a new order of picks, a finished import. Without a live region nothing happens. */
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
