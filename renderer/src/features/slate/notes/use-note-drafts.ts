import { useMemo, useSyncExternalStore } from 'react';
import { useWindowState } from '../../../app/context/window-state-context';
import type { ItemId, PersonId } from '../../../domain/ids';

export interface NoteDrafts {
  /** The note as the sender changed it; null = the draft of the program. */
  readonly of: (friends: readonly PersonId[], item: ItemId) => string | null;
  /** Null forgets it: it was sent, or is to be drafted again. */
  readonly set: (friends: readonly PersonId[], item: ItemId, note: string | null) => void;
}

const keyOf = (friends: readonly PersonId[], item: ItemId): string => `note ${[...friends].sort().join(' ')} ${item}`;

/** Notes in the sender's own words, by whom and what they are for; a card and the share dialog show the same one. */
export function useNoteDrafts(): NoteDrafts {
  const { drafts } = useWindowState();
  const all = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  return useMemo(
    () => ({
      of: (friends, item) => {
        const note = all.get(keyOf(friends, item));
        return typeof note === 'string' ? note : null;
      },
      set: (friends, item, note) => {
        const others = new Map(drafts.snapshot());
        if (note === null) others.delete(keyOf(friends, item));
        else others.set(keyOf(friends, item), note);
        drafts.set(others);
      },
    }),
    [drafts, all],
  );
}
