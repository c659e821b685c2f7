import { useCallback } from 'react';
import type { ItemId } from '../../domain/ids';
import { twinsText } from '../../text/twins';
import { paths } from '../../ui/paths';
import { useServices } from './services';
import { doneToast } from './toasts';
import { useToasts } from './use-toasts';
import { useWindowState } from './window-state-context';

/**
 * Says of things that were just brought in how many could be the same as others, with the way to them: for where the
 * page is left with the answer. The toast that says what was done keeps its undo.
 */
export function useTwinsNotice(): (itemIds: readonly ItemId[]) => void {
  const { twinsSession } = useServices();
  const { announcer, toast } = useWindowState();
  const { showError } = useToasts();
  return useCallback(
    (itemIds) => {
      if (itemIds.length === 0) return;
      twinsSession.look().then(() => {
        const brought = new Set(itemIds);
        const things = twinsSession.pairsOf(itemIds).flatMap((pair) => pair.things.map(({ id }) => id));
        const { size } = new Set(things.filter((id) => brought.has(id)));
        if (size === 0) return;
        twinsSession.putFirst(itemIds);
        const words = twinsText.ofNew(size);
        const shown = toast.snapshot();
        const link = { label: twinsText.lookAtThem, address: paths.twins };
        if (shown?.tone !== 'done') toast.set(doneToast(words, { link }));
        else
          toast.set(
            doneToast(`${shown.message}. ${words}.`, { link, ...(shown.undo === null ? {} : { undo: shown.undo }) }),
          );
        announcer.announce(words);
      }, showError);
    },
    [twinsSession, announcer, toast, showError],
  );
}
