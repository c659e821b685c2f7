/** The live region of the window: one polite sentence at a time for screen readers. */
let listener: ((message: string) => void) | null = null;

/** Says a sentence to screen readers: a new order of picks, a finished import. Silent where no window listens. */
export function announce(message: string): void {
  listener?.(message);
}

/** For `LiveRegion` alone. Returns the unsubscribe function. */
export function onAnnouncement(next: (message: string) => void): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = null;
  };
}
