import { useMemo } from 'react';
import { useServices } from '../../app/context/services';
import { useEngineRevision } from '../../app/context/use-engine-state';
import { useSettings } from '../../app/context/settings-context';
import { useLibrary } from '../../app/context/use-library';
import type { RankingInputs } from '../../application/picks/pick-questions';
import { useProfiles } from './use-profiles';

/** Undefined until everything was read once; a new object whenever something that the answers depend on has changed. */
export function useRankingInputs(): RankingInputs | undefined {
  const { library, clock } = useServices();
  const { items } = useLibrary(library);
  const profiles = useProfiles();
  const revision = useEngineRevision();
  const { wildcards } = useSettings();
  return useMemo(
    () => (profiles === undefined ? undefined : { profiles, items, revision, clock, wildcards }),
    [profiles, items, revision, clock, wildcards],
  );
}
