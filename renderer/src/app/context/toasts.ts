/** What the window says at its foot: one message, until its time is up or the next one comes. */
export interface Toast {
  readonly tone: 'done' | 'problem';
  /** A heading over the message; null where the message says it all. */
  readonly title: string | null;
  readonly message: string;
  /** Takes back what was done; null where nothing can be. */
  readonly undo: (() => void) | null;
  /** Milliseconds; the clock stands still while a pointer or the focus is on the toast. */
  readonly shownFor: number;
}

const SHOWN_FOR = { plain: 4000, undoable: 8000, problem: 12_000 } as const;

export const doneToast = (
  message: string,
  undo: (() => void) | null = null,
  shownFor: number = undo === null ? SHOWN_FOR.plain : SHOWN_FOR.undoable,
): Toast => ({ tone: 'done', title: null, message, undo, shownFor });

export const problemToast = (title: string, message: string): Toast => ({
  tone: 'problem',
  title,
  message,
  undo: null,
  shownFor: SHOWN_FOR.problem,
});
