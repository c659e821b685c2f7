import { useCallback } from 'react';
import { useServices } from '../../app/services';
import { showToast } from '../../app/toast';
import { useAction } from '../../app/use-action';
import type { PersonId } from '../../domain/ids';
import type { FriendAnswers } from './friend-form';

/** Writes down a new friend with their first loves and hates; answers the id, or undefined where it failed. */
export function useAddFriend(): (answers: FriendAnswers) => Promise<PersonId | undefined> {
  const { people, taste } = useServices();
  const run = useAction();
  return useCallback(async ({ name, likedTags, avoidedTags, email, note, loves, nevers }: FriendAnswers) => {
    // Quiet: several actions make up one friend, and an Undo button for the first alone would leave the rest behind.
    const created = await run(() => people.addFriend({ name, likedTags, avoidedTags, email, note }), { quiet: true });
    if (created === undefined) return undefined;
    for (const itemId of loves) await run(() => taste.recordTaste({ personId: created.id, itemId, type: 'loved' }), { quiet: true });
    for (const itemId of nevers) await run(() => taste.recordTaste({ personId: created.id, itemId, type: 'never-again' }), { quiet: true });
    showToast(created.label);
    return created.id;
  }, [people, taste, run]);
}
