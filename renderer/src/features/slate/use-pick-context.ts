import { useMemo } from 'react';
import { useLibrary } from '../../app/context/use-library';
import type { Settings } from '../../domain/settings';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useLive } from '../../app/context/use-live';
import type { ItemId, PersonId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import { KnownSpellings } from '../../identity/known-spelling';
import type { Share } from '../../domain/share';

/** What the cards show besides the recommendation itself; live. */
export interface PickContext {
  readonly itemsById: ReadonlyMap<ItemId, Item>;
  /** How the library spells what was typed for a friend. */
  readonly spellings: KnownSpellings;
  /** Archived friends included: shares may name them. */
  readonly friendsById: ReadonlyMap<PersonId, Person>;
  readonly shares: readonly Share[];
  readonly settings: Settings;
}

/** Undefined until everything was read once. */
export function usePickContext(): PickContext | undefined {
  const { people, shares: sharesRepository, library } = useServices();
  const { byId, ready } = useLibrary(library);
  const friends = useLive(() => people.friends({ includeArchived: true }), [people]);
  const shares = useLive(() => sharesRepository.all(), [sharesRepository]);
  const settings = useSettings();
  const spellings = useMemo(() => new KnownSpellings(byId.values()), [byId]);
  return useMemo(() => {
    if (!ready || friends === undefined || shares === undefined) return undefined;
    return {
      itemsById: byId,
      spellings,
      friendsById: new Map(friends.map((friend) => [friend.id, friend])),
      shares,
      settings,
    };
  }, [ready, byId, spellings, friends, shares, settings]);
}
