import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { openPairs } from '../../application/twins/open-pairs';
import type { TwinPair } from '../../application/twins/twin-finder';
import type { TwinsState } from '../../application/twins/twins-session';
import { useServices } from './services';
import { useLibrary } from './use-library';
import { useToasts } from './use-toasts';

export interface OpenTwins extends Pick<TwinsState, 'step' | 'progress'> {
  /** Likeliest first; what was put off for later, last. */
  readonly pairs: readonly TwinPair[];
}

/** Things of the library that may be one: compared when the page is shown, and again what changes while it is shown. */
export function useTwins(): OpenTwins {
  const { twinsSession, library } = useServices();
  const { showError } = useToasts();
  const { byId, ready } = useLibrary(library);
  const { step, progress, pairs } = useSyncExternalStore(twinsSession.subscribe, twinsSession.snapshot);
  useEffect(() => {
    if (ready) twinsSession.look().catch(showError);
    // Compared again whenever the library changes.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [twinsSession, byId, ready, showError]);
  return useMemo(() => ({ step, progress, pairs: openPairs(pairs, byId) }), [step, progress, pairs, byId]);
}
