import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import type { TasteEvent } from '../../domain/event';
import { lastRated } from '../../domain/event-order';
import { OWNER_ID, type ItemId } from '../../domain/ids';

/** What of the library hangs on a thing, besides its facts. */
export interface HangsOn {
  readonly id: ItemId;
  readonly rated: TasteEvent | null;
  /** Statements of friends. */
  readonly statements: number;
  readonly shares: number;
  readonly lists: number;
}

/** Of both things; null until it is read. */
export function useHangsOn(one: ItemId, other: ItemId): readonly [HangsOn, HangsOn] | null {
  const { taste, shares, lists } = useServices();
  const found = useLive(async () => {
    const all = await lists.all();
    const of = async (id: ItemId): Promise<HangsOn> => {
      const events = await taste.eventsAbout(id);
      return {
        id,
        rated: lastRated(events.filter(({ personId }) => personId === OWNER_ID)),
        statements: events.filter(({ personId }) => personId !== OWNER_ID).length,
        shares: (await shares.ofItem(id)).length,
        lists: all.filter(({ entries }) => entries.some(({ itemId }) => itemId === id)).length,
      };
    };
    return [await of(one), await of(other)] as const;
  }, [one, other]);
  // What is there while another pair is read is of the pair before.
  return found !== undefined && found[0].id === one && found[1].id === other ? found : null;
}
