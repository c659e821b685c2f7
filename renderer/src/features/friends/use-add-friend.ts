import { useCallback } from 'react';
import { useServices } from '../../app/services';
import { useAction } from '../../app/use-action';
import type { PersonId } from '../../domain/ids';
import type { FriendAnswers } from './friend-form';

/** Writes down a new friend with their first loves and hates, as one action; answers the id, or undefined where it failed. */
export function useAddFriend(): (answers: FriendAnswers) => Promise<PersonId | undefined> {
  const { people } = useServices();
  const run = useAction();
  return useCallback(async ({ loves, nevers, ...draft }: FriendAnswers) => {
    const created = await run(() => people.addFriend(draft, [
      ...loves.map((itemId) => ({ itemId, type: 'loved' as const })),
      ...nevers.map((itemId) => ({ itemId, type: 'never-again' as const })),
    ]));
    return created?.id;
  }, [people, run]);
}
