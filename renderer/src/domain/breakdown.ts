import type { DialId } from './dials/dials';
import type { ItemId } from './ids';

/**
 * One line of what a score is made of, in log-odds of liking; the lines of a breakdown add up to its total.
 * start: what any thing begins with · everybody: the model's answer for nobody in particular · event: what one known
 * event changes · together: what events change only together · the others are terms of their own.
 */
export type BreakdownLine = { readonly logOdds: number } & (
  | {
      readonly type:
        | 'start'
        | 'everybody'
        | 'together'
        | 'own-rating'
        | 'liked-tags'
        | 'kind'
        | 'unrecognised'
        | 'aversion'
        | 'near-duplicate';
    }
  | { readonly type: 'event'; readonly itemId: ItemId; readonly rating: number | null }
  /** `amount`: how much of the feature the thing has; below 0, less than usual. */
  | { readonly type: 'learned'; readonly feature: string; readonly amount: number }
  /** `part`: the key of a weight or the word; '' for a slider. */
  | { readonly type: 'dial'; readonly dial: DialId; readonly part: string }
);

/** Why a thing stands where it stands, in full. */
export interface Breakdown {
  readonly itemId: ItemId;
  /** Sum of the lines. */
  readonly total: number;
  readonly lines: readonly BreakdownLine[];
  /** leave-one-out, or sampled Shapley values where single events left more than a fifth unexplained. */
  readonly method: 'leave-one-out' | 'shapley';
  /** 0..1: what the total says once calibrated. */
  readonly chance: number;
  readonly pKnows: number;
}
