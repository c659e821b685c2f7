import { useEffect } from 'react';

/** After the dialog is gone, and after whatever else takes the focus then; milliseconds. */
const WAIT = 20;

/**
 * Gives the focus back to what had it before, once a dialog that is in the page only while open is closed; Mantine does
 * so only for dialogs that stay. Where the focus went elsewhere, as to a new page, it is left there.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      window.setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      }, WAIT);
    };
  }, []);
}
