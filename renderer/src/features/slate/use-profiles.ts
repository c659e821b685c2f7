import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { allProfiles } from '../../application/picks/all-profiles';
import type { TasteProfile } from '../../domain/taste-profile';

/** See `RankingInputs.profiles`; undefined until read. */
export function useProfiles(): readonly TasteProfile[] | undefined {
  const { taste, clock } = useServices();
  return useLive(() => allProfiles(taste, clock()), [taste, clock]);
}
