import type { Fill } from '../enrichment';
import type { ItemId } from '../ids';
import type { ActionReceipt } from './action-receipt';

/** Writes what the catalogue knows of things, and what the owner says of its guesses. */
export interface EnrichmentRepository {
  /** One action for all. A field that was filled since these facts were found stays as it is. */
  fillIn(fills: readonly Fill[]): Promise<ActionReceipt>;
  /**
   * The item is none of these entries: it is not offered again, and what it had filled in is taken out.
   * @param entries keys of entries
   */
  sayDifferent(id: ItemId, entries: readonly string[]): Promise<ActionReceipt>;
}
