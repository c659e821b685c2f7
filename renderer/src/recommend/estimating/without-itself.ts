import { itemRows, rowAt } from '../item-index';
import type { ItemRows } from '../item-index';
import type { WindowEvent } from '../encoding/history-window';
import type { TaskScorer } from '../scoring/task-scorer';
import type { EstimatedItems, Estimator } from './estimator';
import { byFeature } from './features';
import type { FeatureQuestion } from './feature-values';

/** Things of one question that stand in its history, by their place among the things. */
export type EstimatesApart = ReadonlyMap<number, EstimatedItems>;

/**
 * Things that a history holds and that may be offered all the same (picked in a pair, and not known to be known) are
 * estimated from the rest of it: nothing is as alike to a thing as the thing itself, and all it would say is that.
 * Histories of all questions are encoded together. One map per question; mostly empty.
 */
export async function withoutThemselves(
  questions: readonly FeatureQuestion[],
  scorer: TaskScorer,
  estimator: Estimator,
  throwIfCancelled?: () => void,
): Promise<readonly EstimatesApart[]> {
  const found = questions.map(() => new Map<number, EstimatedItems>());
  const left = questions.flatMap(({ history, rows }, question) => {
    const held = new Set(history.map(({ row }) => row));
    return placesWhere(rows, (row) => held.has(row)).map((place) => ({
      question,
      place,
      rows: itemRows([rowAt(rows, place)]),
      history: restOf(history, rowAt(rows, place)),
    }));
  });
  if (left.length === 0) return found;
  const queries = await scorer.queries(
    left.map(({ history }) => history),
    'warm',
    throwIfCancelled,
  );
  left.forEach(({ question, place, history, rows }, at) => {
    found[question]?.set(place, estimator.scores({ history, rows }, queries, at * scorer.queryWidth));
  });
  return found;
}

/** A history without one thing. */
export const restOf = (history: readonly WindowEvent[], thing: WindowEvent['row']): readonly WindowEvent[] =>
  history.filter(({ row }) => row !== thing);

/** The estimates with those of some places put in. */
export function withOwn(estimated: EstimatedItems, own: EstimatesApart): EstimatedItems {
  if (own.size === 0) return estimated;
  const { features, like, completed } = estimated;
  const replaced = (values: Float64Array, of: (one: EstimatedItems) => Float64Array): Float64Array => {
    const copy = values.slice();
    for (const [place, one] of own) copy[place] = of(one)[0] ?? 0;
    return copy;
  };
  return {
    features: byFeature((name) => replaced(features[name], (one) => one.features[name])),
    like: replaced(like, (one) => one.like),
    completed: completed === null ? null : (places) => withOwn(completed(places), own),
  };
}

function placesWhere(rows: ItemRows, accepts: (row: WindowEvent['row']) => boolean): readonly number[] {
  return Array.from(rows).flatMap((row, place) => (accepts(row) ? [place] : []));
}
