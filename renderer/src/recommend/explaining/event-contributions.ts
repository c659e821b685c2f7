import { itemRows, rowAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { ScoringQuestion } from '../scoring/channel-values';
import type { TaskScorer } from '../scoring/task-scorer';

/** Contribution of one item of the history to each chosen candidate, in log-odds. */
export interface EventContribution {
  readonly row: ItemIndex;
  readonly rating: number | null;
  /**
   * Log-odds lost by each chosen candidate if the item is taken out of the history; negative = it counted against.
   * [chosen]
   */
  readonly logOdds: Float64Array;
}

/**
 * Leave one out: the history is encoded without each of its items and the chosen candidates are scored again, with
 * scales, weights and all other candidates fixed. Costs one history per item, in batches; `limit` keeps the items most
 * similar to the chosen ones.
 */
export async function eventContributions(
  assessment: Assessment,
  chosen: readonly number[],
  limit: number,
  scorer: TaskScorer,
  library: EncodedLibrary,
  throwIfCancelled?: () => void,
): Promise<readonly EventContribution[]> {
  const { history } = assessment;
  const left = distinctEvents(history, itemRows(chosen.map((index) => rowAt(assessment.rows, index))), limit, library);
  if (left.length === 0 || chosen.length === 0) return [];
  const [whole, ...without] = await tasteLogOdds(
    [history, ...left.map(({ row }) => history.filter((event) => event.row !== row))],
    assessment,
    chosen,
    scorer,
    library,
    throwIfCancelled,
  );
  return left.map(({ row, rating }, at) => ({
    row,
    rating,
    logOdds: Float64Array.from(chosen, (_, place) => (whole?.[place] ?? 0) - (without[at]?.[place] ?? 0)),
  }));
}

/**
 * Taste log-odds of the chosen candidates under other histories, each up to a constant: one array per history. Scales
 * and slopes stay fixed; the crowd's channels are the same under all histories and are left out.
 */
export async function tasteLogOdds(
  histories: readonly (readonly WindowEvent[])[],
  { rows, scales, slopes }: Assessment,
  chosen: readonly number[],
  scorer: TaskScorer,
  library: EncodedLibrary,
  throwIfCancelled?: () => void,
): Promise<readonly Float64Array[]> {
  const candidates = itemRows(chosen.map((index) => rowAt(rows, index)));
  const queries = await scorer.queries(histories, 'warm', throwIfCancelled);
  const width = library.heads * library.dim;
  return histories.map((history, at) => {
    const question: ScoringQuestion = { mode: 'warm', history, candidates };
    const channels = scorer.channels(question, queries, at * width, false);
    const [share, shareRated] = [
      scorer.mixed('share', false, question, channels, scales),
      scorer.mixed('shareRated', false, question, channels, scales),
    ];
    return Float64Array.from(
      chosen,
      (index, place) =>
        (slopes.share[index] ?? 0) * (share[place] ?? 0) + (slopes.shareRated[index] ?? 0) * (shareRated[place] ?? 0),
    );
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
