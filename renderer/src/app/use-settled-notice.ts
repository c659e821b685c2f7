import { useEffect } from 'react';
import { keepingText } from '../text/keeping';
import { useServices } from './context/services';
import { useAction } from './context/use-action';
import { useToasts } from './context/use-toasts';

/** Milliseconds: said once, while the window is still being looked over. */
const SHOWN_FOR = 30_000;

/** Says at the start what the comparison with the journal outside has changed, with Undo. */
export function useSettledNotice(): void {
  const { settled } = useServices();
  const { showToast } = useToasts();
  const run = useAction();
  useEffect(() => {
    const { decision, caughtUp, isPart, areSnapshotsLocked } = settled;
    if (decision === 'journal-lost') showToast(keepingText.journalLost, { shownFor: SHOWN_FOR });
    else if (decision === 'two-libraries') showToast(keepingText.twoLibrariesNotice, { shownFor: SHOWN_FOR });
    else if (areSnapshotsLocked) showToast(keepingText.lockedSnapshots, { shownFor: SHOWN_FOR });
    else if (isPart) showToast(keepingText.isPart, { shownFor: SHOWN_FOR });
    else if (caughtUp !== null) {
      const { receipt, unreadable } = caughtUp;
      if (receipt !== null) void run(() => Promise.resolve(receipt), { shownFor: SHOWN_FOR });
      else if (unreadable > 0) showToast(keepingText.unreadable(unreadable), { shownFor: SHOWN_FOR });
    }
  }, [settled, showToast, run]);
}
