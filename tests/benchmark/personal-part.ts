import { itemRows, rowAt } from '../../renderer/src/recommend/item-index';
import type { TasteProfileEvent } from '../../renderer/src/domain/taste-profile';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';
import type { Recommender, TaskRequest } from '../../renderer/src/recommend/recommender-api';
import { hash } from './baselines';
import { seriesOf } from './by-known-events';
import { caseMetrics, METRICS } from './case-metrics';
import { settingsOf } from './evaluate-pack';
import type { MethodResult, Settings } from './evaluate-pack';
import type { Case, Pack } from './pack';
import { prepare, TASKS } from './prepared-case';
import { ALL, K_BUCKETS, summariseSeries } from './summary';
import type { CaseSeries, SummaryRow } from './summary';

export const PERSONAL_PART = 'personal-part';
export const AVERAGE_PERSON = 'average-person';
/** Other people per case. */
const OTHERS = 20;
/** Cases whose others are scored in one call: 160 histories, five full batches of the encoder. */
const CASES_PER_CALL = 8;

type History = readonly TasteProfileEvent[];

/**
 * First k events of other people, for a case with k known events: drawn by the case's name from people with exactly k
 * and, where these are too few, from people with more, cut to the first k.
 */
export function othersOf(one: Case, pool: readonly Case[], count = OTHERS): readonly History[] {
  const k = one.events.length;
  const random = seededRandom(hash(one.id));
  const chosen = new Map<string, History>();
  for (const fits of [({ events }: Case) => events.length === k, ({ events }: Case) => events.length > k]) {
    const people = new Map<string, History>();
    for (const other of pool)
      if (fits(other) && other.cluster !== one.cluster && !chosen.has(other.cluster) && !people.has(other.cluster))
        people.set(other.cluster, other.events.slice(0, k));
    const waiting = [...people];
    while (chosen.size < count && waiting.length > 0) {
      const [drawn] = waiting.splice(Math.floor(random() * waiting.length), 1);
      if (drawn !== undefined) chosen.set(...drawn);
    }
  }
  return [...chosen.values()];
}

/**
 * What a person's own events add: AUC of a share-rated case less the mean AUC of the same case scored with other
 * people's histories. The engine's library must hold the pack's items.
 * @param results the pack's own figures.
 */
export async function personalPart(
  pack: Pack,
  recommender: Recommender,
  settings: Settings,
  results: readonly MethodResult[],
  onProgress: (done: number, total: number) => void,
): Promise<readonly CaseSeries[]> {
  const cases = pack.cases.filter(({ variant }) => variant === 'share-rated');
  const rows = recommender.rowsOf(pack.items.map(({ id }) => id));
  const places = new Map<string, number>(pack.items.map(({ id }, index) => [id, index]));
  const found: CaseSeries[] = [];
  for (const { mode, crowd } of settingsOf(settings)) {
    const own = results.find(
      (result) =>
        result.variant === 'share-rated' &&
        result.method === 'handpicked' &&
        result.mode === mode &&
        result.crowd === crowd,
    );
    if (own === undefined) continue;
    const mine = seriesOf(own, 'share-rated', 'auc');
    const averages: number[] = [];
    for (let first = 0; first < cases.length; first += CASES_PER_CALL) {
      const asked = cases.slice(first, first + CASES_PER_CALL).map((one, index) => {
        const { question, relevant } = prepare(one, pack.items.length, places);
        // Where all or no candidates are relevant, AUC is undefined for everybody.
        const others = Number.isNaN(mine.values[first + index] ?? Number.NaN) ? [] : othersOf(one, pack.shareRated);
        const candidates = itemRows(Array.from(question.candidates, (place) => rowAt(rows, place)));
        return {
          relevant,
          requests: others.map((events): TaskRequest => ({
            task: TASKS['share-rated'],
            mode,
            crowd: crowd === 'on',
            events,
            candidates,
          })),
        };
      });
      const scores = await recommender.scoreTasks(asked.flatMap(({ requests }) => requests));
      let at = 0;
      for (const { relevant, requests } of asked) {
        const answers = scores.slice(at, at + requests.length);
        at += requests.length;
        averages.push(answers.reduce((sum, answer) => sum + aucOf(answer, relevant), 0) / answers.length);
      }
      onProgress(averages.length, cases.length);
    }
    found.push(
      { ...mine, method: AVERAGE_PERSON, values: averages },
      {
        ...mine,
        method: PERSONAL_PART,
        values: mine.values.map((value, index) => value - (averages[index] ?? Number.NaN)),
      },
    );
  }
  return found;
}

function aucOf(scores: Float64Array, relevant: Uint8Array): number {
  return caseMetrics('share-rated', scores, relevant)[METRICS['share-rated'].indexOf('auc')] ?? Number.NaN;
}

export function personalRows(pack: string, series: readonly CaseSeries[]): readonly SummaryRow[] {
  return series.flatMap((one) => summariseSeries(pack, one, [ALL, ...K_BUCKETS]));
}
