import { grouped } from './grouped';
import { sigmoid } from '../../../renderer/src/recommend/math/log-odds';
import type { BenchmarkOptions, Crowd } from '../options';
import type { AppScorer } from './app-scores';
import { appFriendScores, itemsOf, poolOf, swapValue, whomValue } from './friend-cases';
import type { FriendCase, FriendScore } from './friend-cases';
import { ItemNeighbours } from './item-neighbours';
import { knowsRows } from './knows-rows';
import type { PeopleSuite } from './pack-places';
import { limited } from './people-cases';
import type { KnowsCase, PeoplePack, RankingCase } from './people-cases';
import { personRows } from './person-series';
import type { PersonSeries, ResampledRow } from './person-series';
import { appRankings, simpleRankings } from './ranking-cases';
import { averageRatings, averageWay, creatorWay, likenessWay, ownMean, randomWay } from './simple-ways';
import type { SimpleWay } from './simple-ways';
import { trainingEvents } from './training-events';
import type { TrainingEvents } from './training-events';

/** Every row of a pack: the app with the crowd as asked, beside the simple ways. */
export async function evaluatePeople(
  suite: PeopleSuite,
  pack: PeoplePack,
  app: AppScorer,
  options: Pick<BenchmarkOptions, 'crowds' | 'limit' | 'data'>,
  onProgress: (done: number, total: number) => void,
): Promise<readonly ResampledRow[]> {
  const training = options.data === null ? null : await trainingEvents(options.data, pack.name, pack.items);
  const cases = limited(pack.cases, options.limit);
  const ranking = cases.filter((one) => one.form === 'ranking');
  const friends = cases.filter((one) => one.form !== 'ranking');
  const total = cases.length * options.crowds.length;
  let done = 0;
  const step = (count: number): void => {
    done += count;
    onProgress(Math.round(done), total);
  };
  const found: ResampledRow[] = [];
  const add = (series: readonly PersonSeries[]): void => {
    found.push(...series.flatMap((one) => personRows(suite, pack.name, one)));
  };
  const likeness = likenessWay(pack.items);
  for (const crowd of options.crowds) {
    await app.setLibrary(pack.items, crowd);
    add(await appRankings(ranking, app, crowd, step));
    add(simpleRankings(ranking, rankingWays(pack, ranking, app, likeness, training), crowd));
    const pool = poolOf(
      pack.items,
      pack.cases.filter((one) => one.form !== 'ranking'),
    );
    for (const [variant, chosen] of grouped(friends, (one) => one.variant)) {
      const scores = await appFriendScores(variant, chosen, pool, app, step);
      const methods = new Map([
        ['handpicked', scores.handpicked],
        ['task-score', scores.taskScore],
        ...friendWays(chosen, likeness, training),
      ]);
      const knows = chosen.filter((one) => one.form === 'knows');
      if (knows.length > 0) found.push(...allKnowsRows(pack.name, knows, methods, training, crowd));
      else add([...methods].map(([method, score]) => friendSeries(variant, chosen, method, score, crowd)));
    }
  }
  return found;
}

function rankingWays(
  { items }: PeoplePack,
  cases: readonly RankingCase[],
  app: AppScorer,
  likeness: SimpleWay,
  training: TrainingEvents | null,
): ReadonlyMap<string, SimpleWay> {
  const averages = averageRatings(items, (id) => app.tableRating(id));
  const ways = new Map<string, SimpleWay>([
    ['random', randomWay],
    ['average-rating', averageWay(averages)],
    ['creator-mean', creatorWay(items, averages)],
    ['likeness', likeness],
  ]);
  if (training === null || cases.length === 0) return ways;
  const counts = new Map(items.map(({ id, crowd }) => [id, crowd?.count ?? training.counts.get(id) ?? 0]));
  const neighbours = new ItemNeighbours(training, [...new Set(cases.flatMap(({ candidates }) => candidates))]);
  return ways
    .set('popularity', ({ candidates }) => Float64Array.from(candidates, (id) => counts.get(id) ?? 0))
    .set('item-knn', ({ events, candidates }) => neighbours.scores(events, candidates, false));
}

function friendWays(
  cases: readonly FriendCase[],
  likeness: SimpleWay,
  training: TrainingEvents | null,
): readonly (readonly [string, FriendScore])[] {
  const asked =
    (way: SimpleWay): FriendScore =>
    ({ events }, item, caseId) =>
      way({ events, candidates: [item] }, `${caseId} ${item}`)[0] ?? Number.NaN;
  const neighbours = training === null ? null : new ItemNeighbours(training, [...new Set(cases.flatMap(itemsOf))]);
  return [
    ['random', asked(randomWay)],
    ['likeness', asked(likeness)],
    ['own-mean', ({ events }) => ownMean(events)],
    ...(neighbours === null
      ? []
      : [['item-knn', asked(({ events, candidates }) => neighbours.scores(events, candidates, true))] as const]),
  ];
}

function friendSeries(
  variant: string,
  cases: readonly FriendCase[],
  method: string,
  score: FriendScore,
  crowd: Crowd,
): PersonSeries {
  return {
    variant,
    method,
    crowd,
    metric: variant.startsWith('swap') ? 'accuracy' : 'auc',
    cases: cases.flatMap((one) =>
      one.form === 'whom' ? [whomValue(one, score)] : one.form === 'swap' ? [swapValue(one, score)] : [],
    ),
  };
}

function allKnowsRows(
  pack: string,
  cases: readonly KnowsCase[],
  methods: ReadonlyMap<string, FriendScore>,
  training: TrainingEvents | null,
  crowd: Crowd,
): readonly ResampledRow[] {
  const scored = [...methods]
    .filter(([method]) => method !== 'own-mean')
    .map(([method, score]) => [method, cases.map((one) => score(one.friend, one.item, one.id))] as const);
  const popularity = cases.map(({ item }) => training?.counts.get(item) ?? 0);
  return [...scored, ...(training === null ? [] : [['popularity', popularity] as const])].flatMap(([method, scores]) =>
    knowsRows(
      pack,
      cases,
      method,
      crowd,
      Float64Array.from(method === 'handpicked' ? scores.map(sigmoid) : scores),
      method === 'handpicked',
    ),
  );
}
