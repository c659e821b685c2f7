import type { ItemIndex } from '../item-index';

/** An item that could be sent to a person. */
export interface PairOffer {
  readonly person: number;
  readonly index: number;
  readonly row: ItemIndex;
  readonly value: number;
  readonly slateKeys: readonly string[];
}

/**
 * The best (item, person) pairs, in rounds: nobody gets a second item before everybody with an offer got one; no item
 * and no series occurs twice. Best first within each round.
 */
export function spreadPairs(offers: readonly PairOffer[], count: number): readonly PairOffer[] {
  const sorted = offers.toSorted((left, right) => right.value - left.value);
  const chosen: PairOffer[] = [];
  const rows = new Set<number>();
  const series = new Set<string>();
  const times = new Map<number, number>();
  for (let round = 1; round <= count && chosen.length < count; round += 1) {
    for (const offer of sorted) {
      if (chosen.length === count) break;
      if (
        (times.get(offer.person) ?? 0) >= round ||
        rows.has(offer.row) ||
        offer.slateKeys.some((key) => series.has(key))
      )
        continue;
      chosen.push(offer);
      rows.add(offer.row);
      for (const key of offer.slateKeys) series.add(key);
      times.set(offer.person, (times.get(offer.person) ?? 0) + 1);
    }
  }
  return chosen;
}
