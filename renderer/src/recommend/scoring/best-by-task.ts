import { rowsAt } from '../item-index';
import type { ItemRows } from '../item-index';
import { topK } from '../math/top-k';
import type { TaskRequest } from '../recommender-api';
import type { ScoringQuestion } from './channel-values';
import { byChannel, CHANNELS } from './channels';
import type { ChannelName } from './channels';
import { scalesOf } from './mixture';
import { samplePlaces, SHORTLIST, shortlist } from './shortlist';
import type { TaskScorer } from './task-scorer';

const isExpensive = (name: ChannelName): boolean => CHANNELS[name].expensive;

/**
 * Rows of the `count` best candidates of a question, best first, in two stages. First everything but the expensive
 * channels (the neighbourhood) for all candidates, with their own means and deviations; then those too for a shortlist.
 * Scores are the ones that `TaskScorer.score` gives, but for the mean of the neighbourhood, which is estimated from a
 * sample; it is the same for every candidate of a weight set. So a candidate of the best is missed only where its
 * neighbours alone would have lifted it past two thousand others: of the hundred best by `share` or `next` none is, by
 * `shareRated`, where the neighbourhood weighs most, up to ten are (tests/contract/shortlist.test.ts). With no more
 * candidates than a shortlist the answer is exact.
 */
export async function bestByTask(
  { task, mode, crowd, events, candidates }: TaskRequest,
  count: number,
  scorer: TaskScorer,
  throwIfCancelled?: () => void,
): Promise<ItemRows> {
  const history = scorer.usable(events);
  const queries = await scorer.queries([history], mode, throwIfCancelled);
  const question: ScoringQuestion = { mode, history, candidates };
  const cheap = scorer.channels(question, queries, 0, crowd, { asked: (name) => !isExpensive(name), reuse: true });
  const cheapScales = scalesOf(CHANNELS, cheap);
  const first = scorer.mixed(task, crowd, question, cheap, cheapScales);
  throwIfCancelled?.();

  const places = shortlist(first, Math.max(count, SHORTLIST));
  const rows = rowsAt(candidates, places);
  const expensiveOf = (of: ItemRows) =>
    scorer.channels({ ...question, candidates: of }, queries, 0, crowd, { tasks: [task], asked: isExpensive });
  const expensive = expensiveOf(rows);
  const expensiveScales = scalesOf(CHANNELS, expensiveOf(rowsAt(candidates, samplePlaces(candidates.length))));
  const channels = byChannel(CHANNELS, (name) => (isExpensive(name) ? expensive[name] : valuesAt(cheap[name], places)));
  const scales = byChannel(CHANNELS, (name) => (isExpensive(name) ? expensiveScales[name] : cheapScales[name]));
  const scores = scorer.mixed(task, crowd, { mode, candidates: rows }, channels, scales);
  return rowsAt(rows, topK(scores, count));
}

/** Empty where the channel was not computed. */
function valuesAt(values: Float64Array, places: Int32Array): Float64Array {
  return values.length === 0 ? values : Float64Array.from(places, (place) => values[place] ?? Number.NaN);
}
