import { useCallback } from 'react';
import { frameText } from '../../text/frame';
import { useServices } from './services';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import { useToasts } from './use-toasts';

/**
 * Runs a write; returns its receipt, or undefined where it failed or was cancelled (an error has been shown by then).
 * `work` may return null where it wrote nothing; then no toast is shown.
 */
export type RunAction = <Receipt extends ActionReceipt | null>(
  work: () => Promise<Receipt>,
  options?: { readonly quiet?: boolean; readonly shownFor?: number },
) => Promise<Receipt | undefined>;

/**
 * `const run = useAction(); await run(() => services.items.rateItems([id], 0.8));`
 * Shows what was done with an Undo button and announces it. `quiet` leaves the toast out (still undoable by
 * Ctrl/Cmd+Z); `shownFor` is its time in milliseconds, where the usual one is too short.
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
          showToast(receipt.label, undo, options?.shownFor);
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
