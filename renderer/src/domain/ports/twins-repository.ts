import type { ItemId } from '../ids';
import type { Merge } from '../merge-items';
import type { ActionReceipt } from './action-receipt';

/** Writes what the owner says of two things of the library that look alike. */
export interface TwinsRepository {
  /**
   * Each pair becomes one thing; several that share a thing become one together. Events, shares, places in lists and
   * what lies in the trash lead to the thing that stays, and an export that brings the other again means it too. One
   * action for all. Pairs of which a thing is gone are left out; `not-found` where none is left.
   */
  merge(merges: readonly Merge[]): Promise<ActionReceipt>;
  /** Each pair is two things, for good. One action for all. */
  sayDifferent(pairs: readonly (readonly [ItemId, ItemId])[]): Promise<ActionReceipt>;
}
