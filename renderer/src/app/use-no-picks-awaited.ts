import { useEffect } from 'react';
import { useServices } from './context/services';
import { useLibrary } from './context/use-library';
import { useLive } from './context/use-live';
import { useWindowState } from './context/window-state-context';

/** Where nobody asks for picks (an import, then a friend), waiting for them ends after so many milliseconds. */
const WHILE_NOBODY_ASKS = 20_000;

/** Settles when whoever wanted picks would have asked for them. */
export const longEnough = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, WHILE_NOBODY_ASKS);
  });

/** Says that no first picks are awaited: without a library or a friend there are none. Then titles are completed. */
export function useNoPicksAwaited(): void {
  const { people, library } = useServices();
  const { firstPicks } = useWindowState();
  const { ready, items } = useLibrary(library);
  const friends = useLive(() => people.friends(), [people]);
  const none = (ready && items.length === 0) || friends?.length === 0;
  useEffect(() => {
    if (none) firstPicks.markNoneAwaited();
  }, [none, firstPicks]);
  useEffect(() => {
    void longEnough().then(firstPicks.markNoneAwaited);
  }, [firstPicks]);
}
