import { useMemo } from 'react';
import { frameText } from '../../text/frame';
import { useServices } from './services';
import { useToasts } from './use-toasts';

/** Undo and redo of the last action, wherever in the program it was made. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { journal } = useServices();
  const { showToast, showError, hideToast } = useToasts();
  return useMemo(
    () => ({
      undo: () => {
        hideToast();
        journal.undo().then((receipt) => {
          showToast(receipt === null ? frameText.nothingToUndo : frameText.undone(receipt.label));
        }, showError);
      },
      redo: () => {
        hideToast();
        journal.redo().then((receipt) => {
          showToast(receipt === null ? frameText.nothingToRedo : frameText.redone(receipt.label));
        }, showError);
      },
    }),
    [journal, showToast, showError, hideToast],
  );
}
