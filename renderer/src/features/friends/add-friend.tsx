import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { goTo, paths } from '../../ui/paths';
import { type AfterAdding, type FriendAnswers, FriendForm } from './friend-form';

/** Asks for a new friend, adds them with their first loves and hates as one action, and opens their page or pairs. */
export function AddFriend({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { people } = useServices();
  const run = useAction();
  const add = async ({ loves, nevers, ...draft }: FriendAnswers, then: AfterAdding): Promise<boolean> => {
    const created = await run(() =>
      people.addFriend(draft, [
        ...loves.map((itemId) => ({ itemId, type: 'loved' as const })),
        ...nevers.map((itemId) => ({ itemId, type: 'never-again' as const })),
      ]),
    );
    if (created === undefined) return false;
    goTo(then === 'choices' ? paths.choices(created.id) : paths.friend(created.id));
    return true;
  };
  return <FriendForm onClose={onClose} onSubmit={add} />;
}
