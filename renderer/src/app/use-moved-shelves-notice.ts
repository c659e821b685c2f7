import { useEffect } from 'react';
import { startUpText } from '../text/frame';
import { useServices } from './context/services';
import { useAction } from './context/use-action';

/** Says once, at the first start after the upgrade, that shelves were moved out of the tags, with Undo. */
export function useMovedShelvesNotice(): void {
  const { movedShelves } = useServices();
  const run = useAction();
  useEffect(() => {
    if (movedShelves === null) return;
    const { actionId, shelfCount, sources } = movedShelves;
    void run(() => Promise.resolve({ actionId, label: startUpText.shelvesMoved(shelfCount, sources) }));
  }, [movedShelves, run]);
}
