import type { WildcardRecord } from '../../../domain/exploration';
import type { ItemId } from '../../../domain/ids';

/** How the wildcard came to stand there. */
export interface WildcardFacts {
  /** 0..1: the chance it had of being drawn. */
  readonly chance: number;
  /** How many things could have stood there. */
  readonly pool: number;
}

/** Null where the thing is not the one that was drawn, or nothing is on record about it. */
export function wildcardFacts(record: WildcardRecord | null, itemId: ItemId): WildcardFacts | null {
  if (record === null || record.shown !== itemId) return null;
  const chance = record.propensities[record.pool.indexOf(itemId)];
  return chance === undefined ? null : { chance, pool: record.pool.length };
}
