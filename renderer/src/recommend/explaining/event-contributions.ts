import { rowAt, rowsAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import { sigmoid } from '../math/log-odds';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { estimate } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { TaskScorer } from '../scoring/task-scorer';

/** Contribution of one item of the history to each chosen candidate, in log-odds. */
export interface EventContribution {
  readonly row: ItemIndex;
  readonly rating: number | null;
  /**
   * Value lost by each chosen candidate if the item is taken out of the history; negative = it counted against.
   * [chosen]
   */
  readonly logOdds: Float64Array;
}

/** The two estimates that rest on a history, in log-odds, of each chosen candidate. */
export interface EstimatesUnder {
  readonly like: Float64Array;
  readonly interest: Float64Array;
}

/**
 * Leave one out: the history is encoded without each of its items and the chosen candidates are estimated again. Costs
 * one history per item, in batches; `limit` keeps the items most similar to the chosen ones.
 */
export async function eventContributions(
  assessment: Assessment,
  chosen: readonly number[],
  limit: number,
  scorer: TaskScorer,
  estimator: Estimator,
  library: EncodedLibrary,
  throwIfCancelled?: () => void,
): Promise<readonly EventContribution[]> {
  const { history } = assessment;
  const left = distinctEvents(history, rowsAt(assessment.rows, chosen), limit, library);
  if (left.length === 0 || chosen.length === 0) return [];
  const [whole, ...without] = await estimatesUnder(
    [history, ...left.map(({ row }) => history.filter((event) => event.row !== row))],
    assessment,
    chosen,
    scorer,
    estimator,
    throwIfCancelled,
    // How a person rates in general raises everything alike: it speaks for no thing.
    'fixed generosity',
  );
  const value = (under: EstimatesUnder | undefined, place: number): number =>
    (under?.interest[place] ?? 0) + Math.log(sigmoid(under?.like[place] ?? 0));
  return left.map(({ row, rating }, at) => ({
    row,
    rating,
    logOdds: Float64Array.from(chosen, (_, place) => value(whole, place) - value(without[at], place)),
  }));
}

/**
 * What the bundle's estimates would be of the chosen candidates under other histories: one pair per history.
 * @param generosity 'fixed generosity': as under the assessment's own history.
 */
export async function estimatesUnder(
  histories: readonly (readonly WindowEvent[])[],
  { rows, groups, features: own }: Pick<Assessment, 'rows' | 'groups' | 'features'>,
  chosen: readonly number[],
  scorer: TaskScorer,
  estimator: Estimator,
  throwIfCancelled?: () => void,
  generosity: 'fixed generosity' | 'of the history' = 'of the history',
): Promise<readonly EstimatesUnder[]> {
  const candidates = rowsAt(rows, chosen);
  const theirs = chosen.map((index) => groups[index] ?? '');
  const queries = await scorer.queries(histories, 'warm', throwIfCancelled);
  return histories.map((history, at) => {
    const found = estimator.features({ history, rows: candidates }, queries, at * scorer.queryWidth);
    const features =
      generosity === 'of the history'
        ? found
        : { ...found, generosity: Float64Array.from(chosen, (index) => own.generosity[index] ?? 0) };
    return {
      like: estimate(estimator.estimates.like, features, theirs, history.length),
      interest: estimate(estimator.estimates.interest, features, theirs, history.length),
    };
  });
}

/**
 * Distinct items of the newest window, each with its latest rating; the most similar ones where there are more than
 * `limit`.
 */
export function distinctEvents(
  history: readonly WindowEvent[],
  candidates: ItemRows,
  limit: number,
  library: EncodedLibrary,
): readonly WindowEvent[] {
  const latest = new Map(history.slice(-library.schema.history.length).map((event) => [event.row, event]));
  const events = [...latest.values()];
  if (events.length <= limit) return events;
  const alike = events.map((event) => {
    const content = library.content.similarities([{ row: event.row, rating: 1 }], candidates);
    return candidates.reduce(
      (best, _row, place) =>
        Math.max(best, library.cosine(event.row, rowAt(candidates, place)) + (content[place] ?? 0)),
      Number.NEGATIVE_INFINITY,
    );
  });
  const order = events.map((_, index) => index).sort((a, b) => (alike[b] ?? 0) - (alike[a] ?? 0));
  return order
    .slice(0, limit)
    .map((index) => events[index])
    .filter((event) => event !== undefined);
}
