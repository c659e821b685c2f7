/** What the window says at its foot: one message, until its time is up or the next one comes. */
export interface Toast {
  readonly tone: 'done' | 'problem';
  /** A heading over the message; null where the message says it all. */
  readonly title: string | null;
  readonly message: string;
  /** Takes back what was done; null where nothing can be. */
  readonly undo: (() => void) | null;
  /** Where what was done can be seen; null where the person is there. */
  readonly link: ToastLink | null;
  /** Milliseconds; the clock stands still while a pointer or the focus is on the toast. */
  readonly shownFor: number;
}

export interface ToastLink {
  readonly label: string;
  /** One of `paths`. */
  readonly address: string;
}

export interface ToastOptions {
  readonly undo?: () => void;
  /** Milliseconds, where the usual time is too short. */
  readonly shownFor?: number;
  readonly link?: ToastLink;
}

const SHOWN_FOR = { plain: 4000, undoable: 8000, problem: 12_000 } as const;

export const doneToast = (message: string, { undo, shownFor, link }: ToastOptions = {}): Toast => ({
  tone: 'done',
  title: null,
  message,
  undo: undo ?? null,
  link: link ?? null,
  shownFor: shownFor ?? (undo === undefined && link === undefined ? SHOWN_FOR.plain : SHOWN_FOR.undoable),
});

export const problemToast = (title: string, message: string): Toast => ({
  tone: 'problem',
  title,
  message,
  undo: null,
  link: null,
  shownFor: SHOWN_FOR.problem,
});
