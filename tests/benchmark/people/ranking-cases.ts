import { grouped } from './grouped';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { caseMetrics } from '../case-metrics';
import { reciprocalRank } from '../../../renderer/src/recommend/evaluating/metrics';
import { rankedRelevance } from '../case-metrics';
import type { Crowd } from '../options';
import type { AppScorer } from './app-scores';
import type { RankingCase } from './people-cases';
import type { CaseValue, PersonSeries } from './person-series';
import type { SimpleWay } from './simple-ways';
import { targetOf } from './variant-targets';

export const RANKING_METRICS = ['auc', 'ndcg@5', 'mrr'] as const;
type Metric = (typeof RANKING_METRICS)[number];

const BATCH = 32;

/** The app's rankings, with the crowd as the scorer's library has it. */
export async function appRankings(
  cases: readonly RankingCase[],
  app: AppScorer,
  crowd: Crowd,
  onProgress: (done: number) => void,
): Promise<readonly PersonSeries[]> {
  const book = new RankingBook(crowd);
  for (const [variant, chosen] of grouped(cases, (one) => one.variant))
    for (let first = 0; first < chosen.length; first += BATCH) {
      const batch = chosen.slice(first, first + BATCH);
      const scores = await app.scores(
        batch.map(({ friend: { events }, cluster, candidates }) => ({ person: cluster, events, candidates })),
        targetOf(variant),
      );
      batch.forEach((one, index) => {
        const found = scores[index];
        if (found === undefined) return;
        book.add('handpicked', one, found.handpicked);
        book.add('task-score', one, found.taskScore);
      });
      onProgress(batch.length);
    }
  return book.series();
}

/** The rankings of simple ways, which do not depend on the crowd setting. */
export function simpleRankings(
  cases: readonly RankingCase[],
  ways: ReadonlyMap<string, SimpleWay>,
  crowd: Crowd,
): readonly PersonSeries[] {
  const book = new RankingBook(crowd);
  for (const [method, way] of ways)
    for (const one of cases)
      book.add(method, one, way({ events: one.friend.events, candidates: one.candidates }, one.id));
  return book.series();
}

/** Series of rankings, case by case. */
export class RankingBook {
  readonly #series = new Map<string, PersonSeries & { readonly cases: CaseValue[] }>();

  constructor(private readonly crowd: Crowd) {}

  add(method: string, one: RankingCase, scores: Float64Array): void {
    const values = rankingValues(one.candidates, one.relevant, scores);
    for (const metric of RANKING_METRICS) {
      const key = [one.variant, method, metric].join(' ');
      const series = this.#series.get(key) ?? { variant: one.variant, method, crowd: this.crowd, metric, cases: [] };
      this.#series.set(key, series);
      const value = values[metric];
      series.cases.push({
        k: one.k,
        service: one.service,
        parts: Number.isNaN(value) ? [] : [{ value, people: [one.cluster] }],
      });
    }
  }

  series(): readonly PersonSeries[] {
    return [...this.#series.values()];
  }
}

/** NaN where a metric is not defined for the case. */
export function rankingValues(
  candidates: readonly ItemId[],
  wanted: ReadonlySet<ItemId>,
  scores: Float64Array,
): Readonly<Record<Metric, number>> {
  const relevant = Uint8Array.from(candidates, (id) => (wanted.has(id) ? 1 : 0));
  const [ndcg = Number.NaN, , auc = Number.NaN] = caseMetrics('share', scores, relevant);
  return { auc, 'ndcg@5': ndcg, mrr: reciprocalRank(rankedRelevance(scores, relevant)) };
}
