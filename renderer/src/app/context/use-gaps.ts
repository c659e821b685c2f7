import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { GapsState } from '../../application/catalogue/gaps-session';
import { planEnrichment, type EnrichmentPlan } from '../../application/catalogue/plan-enrichment';
import { useServices } from './services';
import { useSettings } from './settings-context';
import { useLibrary } from './use-library';
import { useToasts } from './use-toasts';

export interface Gaps {
  readonly state: GapsState;
  /** By what was looked up so far. */
  readonly plan: EnrichmentPlan;
  readonly look: () => void;
  readonly cancel: () => void;
}

/** Looks up what the library lacks when the page is shown, and what changed in it while it is shown. */
export function useGaps(): Gaps {
  const { gaps, library } = useServices();
  const { showError } = useToasts();
  const { catalogue: isOn } = useSettings();
  const state = useSyncExternalStore(gaps.subscribe, gaps.snapshot);
  const { byId } = useLibrary(library);
  const plan = useMemo(() => planEnrichment([...byId.values()], state.matches), [byId, state.matches]);
  const look = useCallback((): void => {
    gaps.look().catch(showError);
  }, [gaps, showError]);
  const begun = useRef(false);
  useEffect(() => {
    // One that was cancelled stays so.
    if (!isOn || (begun.current && gaps.snapshot().step === 'waiting')) return;
    begun.current = true;
    look();
    // Looked up again whenever the library changes.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [isOn, byId, gaps, look]);
  return { state, plan, look, cancel: gaps.cancel };
}
