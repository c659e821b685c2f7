import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { areSaidDifferent } from '../../domain/merge-items';
import type { TwinPair } from './twin-finder';

/**
 * Pairs that were found, as the library has the things now: without those that were answered since. What was answered
 * is known at once, before the library is compared again.
 */
export const openPairs = (pairs: readonly TwinPair[], library: ReadonlyMap<ItemId, Item>): readonly TwinPair[] =>
  pairs.flatMap((pair) => {
    const [one, other] = [library.get(pair.things[0].id), library.get(pair.things[1].id)];
    if (one === undefined || other === undefined || areSaidDifferent(one, other)) return [];
    return one === pair.things[0] && other === pair.things[1] ? [pair] : [{ ...pair, things: [one, other] as const }];
  });
