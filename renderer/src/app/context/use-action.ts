import { useCallback } from 'react';
import { frameText } from '../../text/frame';
import { useServices } from './services';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import type { ToastLink } from './toasts';
import { useToasts } from './use-toasts';

/**
 * Runs a write; returns its receipt, or undefined where it failed or was cancelled (an error has been shown by then).
 * `work` may return null where it wrote nothing; then no toast is shown.
 */
export type RunAction = <Receipt extends ActionReceipt | null>(
  work: () => Promise<Receipt>,
  options?: {
    readonly quiet?: boolean;
    /** Milliseconds, where the usual time is too short. */
    readonly shownFor?: number;
    /** Asked once it is done: where it can be seen, if the person is not there. */
    readonly linkAfter?: () => ToastLink | null;
  },
) => Promise<Receipt | undefined>;

/**
 * `const run = useAction(); await run(() => services.items.rateItems([id], 0.8));`
 * Shows what was done with an Undo button and announces it. `quiet` leaves the toast out (still undoable by
 * Ctrl/Cmd+Z).
 */
export function useAction(): RunAction {
  const { journal } = useServices();
  const { showToast, showError } = useToasts();
  return useCallback(
    async (work, options) => {
      try {
        const receipt = await work();
        if (receipt !== null && options?.quiet !== true) {
          const undo = (): void => {
            journal.undoAction(receipt.actionId).then((undone) => {
              showToast(frameText.undone(undone.label));
            }, showError);
          };
          const link = options?.linkAfter?.() ?? null;
          showToast(receipt.label, {
            undo,
            ...(options?.shownFor === undefined ? {} : { shownFor: options.shownFor }),
            ...(link === null ? {} : { link }),
          });
        }
        return receipt;
      } catch (error) {
        showError(error);
        return undefined;
      }
    },
    [journal, showToast, showError],
  );
}
