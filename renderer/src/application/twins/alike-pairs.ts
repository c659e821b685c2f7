import type { ItemId } from '../../domain/ids';
import type { TwinPair } from './twin-finder';

/** Pairs that are alike in the same way, to be answered at once. */
export interface AlikePairs {
  /** With the one that was asked about, which is the first. */
  readonly pairs: readonly TwinPair[];
  /**
   * Those of them of which a thing is in more than one open pair: putting all together could make one of things that
   * are two, so they are asked about one by one.
   */
  readonly entangled: readonly TwinPair[];
}

/** Which of the open pairs are like this one. */
export function alikePairs(pair: TwinPair, open: readonly TwinPair[]): AlikePairs {
  const counts = new Map<ItemId, number>();
  for (const { things } of open) for (const { id } of things) counts.set(id, (counts.get(id) ?? 0) + 1);
  const alike = [pair, ...open.filter((one) => one.key !== pair.key && one.likeness === pair.likeness)];
  const isEntangled = ({ things }: TwinPair): boolean => things.some(({ id }) => (counts.get(id) ?? 0) > 1);
  return { pairs: alike.filter((one) => !isEntangled(one)), entangled: alike.filter(isEntangled) };
}
