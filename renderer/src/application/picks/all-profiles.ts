import { OWNER_ID } from '../../domain/ids';
import type { TasteRepository } from '../../domain/ports/taste-repository';
import type { TasteProfile } from '../../domain/taste-profile';

/** Profiles of all friends who are not archived, then the owner's. `now` is epoch milliseconds. */
export async function allProfiles(taste: TasteRepository, now: number): Promise<readonly TasteProfile[]> {
  return [...(await taste.profilesOfFriends(now)), await taste.profileOf(OWNER_ID, now)];
}
