import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { OWNER_ID } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';

/** Profiles of all friends who are not archived and of the owner: what is learned of one is shared. Undefined until read. */
export function useAllProfiles(): readonly TasteProfile[] | undefined {
  const { taste, clock } = useServices();
  return useLive(async () => {
    const now = clock();
    return [...(await taste.profilesOfFriends(now)), await taste.profileOf(OWNER_ID, now)];
  }, [taste, clock]);
}
