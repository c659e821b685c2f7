import type { WildcardRecord } from '../../../domain/exploration';
import type { ItemId } from '../../../domain/ids';

/** How the wildcard was drawn. */
export interface WildcardFacts {
  /** Probability 0..1 of being drawn. */
  readonly chance: number;
  /** Number of items it was drawn from. */
  readonly pool: number;
}

/** Null where the item is not the one drawn, or its probability was not recorded. */
export function wildcardFacts(record: WildcardRecord | null, itemId: ItemId): WildcardFacts | null {
  if (record === null || record.shown !== itemId) return null;
  const chance = record.propensities[record.pool.indexOf(itemId)];
  return chance === undefined ? null : { chance, pool: record.pool.length };
}
