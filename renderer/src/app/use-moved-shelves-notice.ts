import { useEffect } from 'react';
import { startUpText } from '../text/frame';
import { useServices } from './context/services';
import { useAction } from './context/use-action';

/** Milliseconds: it is said only once, while the window is still being looked over. */
const SHOWN_FOR = 30_000;

/** Says once, at the first start after the upgrade, that shelves were moved out of the tags, with Undo. */
export function useMovedShelvesNotice(): void {
  const { movedShelves } = useServices();
  const run = useAction();
  useEffect(() => {
    if (movedShelves === null) return;
    const { actionId, shelfCount, sources } = movedShelves;
    const told = { actionId, label: startUpText.shelvesMoved(shelfCount, sources) };
    void run(() => Promise.resolve(told), { shownFor: SHOWN_FOR });
  }, [movedShelves, run]);
}
