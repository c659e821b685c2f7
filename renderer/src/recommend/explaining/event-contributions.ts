import type { Assessment } from '../assessment';
import type { Catalogue } from '../catalogue';
import type { WindowEvent } from '../encoding/history-window';
import type { AskedTask } from '../reranking/would-like';
import type { Question, TaskScorer } from '../task-scores';

/** What one item of the history did for each chosen candidate, in log-odds of liking. */
export interface EventContribution {
  readonly row: number;
  readonly rating: number | null;
  /** Log-odds lost per chosen candidate when the item is taken out of the history; negative = it spoke against. */
  readonly logOdds: Float64Array;
}

/**
 * Leave one out: the history is encoded again without each of its items, and the chosen candidates are scored anew with
 * everything else held still (scales, weights, the other candidates). What the score loses is what the item gave.
 * Costs one history per item, in batches; `limit` keeps the items most like the chosen ones.
 */
export async function eventContributions(
  assessment: Assessment, chosen: readonly number[], limit: number, scorer: TaskScorer, catalogue: Catalogue, throwIfCancelled?: () => void,
): Promise<readonly EventContribution[]> {
  const { history, scales } = assessment;
  const candidates = Int32Array.from(chosen, (index) => assessment.rows[index] ?? 0);
  const left = distinctEvents(history, candidates, limit, catalogue);
  if (left.length === 0 || chosen.length === 0) return [];
  const histories = [history, ...left.map(({ row }) => history.filter((event) => event.row !== row))];
  const queries = await scorer.queries(histories, 'warm', throwIfCancelled);
  const width = catalogue.heads * catalogue.dim;
  const scored = histories.map((events, index) => {
    const question: Question = { mode: 'warm', history: events, candidates };
    const channels = scorer.channels(question, queries, index * width, false);
    // The crowd says the same with and without the event, so it is left out of both.
    return {
      share: scorer.mixed('share', false, question, channels, scales),
      shareRated: scorer.mixed('shareRated', false, question, channels, scales),
    };
  });
  const [whole, ...without] = scored;
  return left.map(({ row, rating }, at) => ({
    row, rating,
    logOdds: Float64Array.from(chosen, (index, place) => {
      const lost = (task: AskedTask): number =>
        (assessment.slopes[task][index] ?? 0) * ((whole?.[task][place] ?? 0) - (without[at]?.[task][place] ?? 0));
      return lost('share') + lost('shareRated');
    }),
  }));
}

/** Distinct items of the newest window, each with its latest rating; the most alike where there are more than `limit`. */
export function distinctEvents(history: readonly WindowEvent[], candidates: Int32Array, limit: number, catalogue: Catalogue): readonly WindowEvent[] {
  const latest = new Map(history.slice(-catalogue.schema.history.length).map((event) => [event.row, event]));
  const events = [...latest.values()];
  if (events.length <= limit) return events;
  const alike = events.map((event) => {
    const content = catalogue.content.similarities([{ row: event.row, rating: 1 }], candidates);
    return candidates.reduce((best, row, index) => Math.max(best, catalogue.cosine(event.row, row) + (content[index] ?? 0)), Number.NEGATIVE_INFINITY);
  });
  const order = events.map((_, index) => index).sort((a, b) => (alike[b] ?? 0) - (alike[a] ?? 0));
  return order.slice(0, limit).map((index) => events[index]).filter((event) => event !== undefined);
}
