import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { estimate } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';

/** An imagined friend likes one thing; what a liked thing counts for in a history. */
const LIKED = 0.8;

/** Interest of people of whom these histories are known in some things, log-odds: [histories] of [rows]. */
export async function interestsOf(
  histories: readonly (readonly WindowEvent[])[],
  rows: ItemRows,
  scorer: TaskScorer,
  estimator: Estimator,
  library: EncodedLibrary,
  throwIfCancelled?: () => void,
): Promise<readonly Float64Array[]> {
  const groups = Array.from(rows, (row) => library.names(row).group);
  const queries = await scorer.queries(histories, 'warm', throwIfCancelled);
  return histories.map((history, index) => {
    throwIfCancelled?.();
    const { features, completed } = estimator.scores({ history, rows }, queries, index * scorer.queryWidth);
    const known = completed === null ? features : completed(Int32Array.from(rows.keys())).features;
    return estimate(estimator.estimates.interest, known, groups, history.length);
  });
}

/** For each thing of the pool somebody who likes it: what taste can look like as far as the model knows. */
export const imaginedFriends = (pool: ItemRows): readonly (readonly WindowEvent[])[] =>
  Array.from(pool, (row) => [{ row, rating: LIKED, at: null }]);

/** Each value less the mean of its kind group: the level of an interest means nothing. */
export function centredByGroup(values: Float64Array, groups: readonly string[]): Float64Array {
  const sums = new Map<string, { sum: number; count: number }>();
  groups.forEach((group, at) => {
    const { sum, count } = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: sum + (values[at] ?? 0), count: count + 1 });
  });
  return values.map((value, at) => {
    const { sum, count } = sums.get(groups[at] ?? '') ?? { sum: 0, count: 1 };
    return value - sum / count;
  });
}

/** The rows once each, in order. */
export const uniqueRows = (rows: Iterable<ItemIndex>): ItemRows => itemRows(new Set(rows));
