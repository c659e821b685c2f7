import { useMemo } from 'react';
import { toAppError } from '../../domain/errors';
import { errorTitles } from '../../text/frame';
import { doneToast, problemToast, type ToastOptions } from './toasts';
import { useWindowState } from './window-state-context';

export interface Toasts {
  /** Shows and announces what happened, with an Undo button where `undo` is given. The toast before it goes. */
  readonly showToast: (message: string, options?: ToastOptions) => void;
  /** Explains an error; `cancelled` is silent. */
  readonly showError: (error: unknown) => void;
  /** Takes the toast away: what it offers to undo is about to change. */
  readonly hideToast: () => void;
}

export function useToasts(): Toasts {
  const { announcer, toast } = useWindowState();
  return useMemo(
    () => ({
      showToast: (message, options) => {
        toast.set(doneToast(message, options));
        announcer.announce(message);
      },
      showError: (error) => {
        const { code, message } = toAppError(error);
        if (code === 'cancelled') return;
        toast.set(problemToast(errorTitles[code], message));
        announcer.announce(`${errorTitles[code]}. ${message}`);
      },
      hideToast: () => {
        toast.set(null);
      },
    }),
    [announcer, toast],
  );
}
