import { grouped } from './grouped';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { personId } from '../../../renderer/src/domain/ids';
import { PKnowsModel } from '../../../renderer/src/recommend/learning/p-knows-model';
import { sigmoid } from '../../../renderer/src/recommend/math/log-odds';
import type { BenchmarkOptions, Crowd } from '../options';
import type { AppScorer } from './app-scores';
import { appFriendScores, itemsOf, poolOf, swapValue, whomValue } from './friend-cases';
import type { FriendCase, FriendScore } from './friend-cases';
import { ItemNeighbours } from './item-neighbours';
import { knowsRows } from './knows-rows';
import type { PeopleSuite } from './pack-places';
import { limited } from './people-cases';
import type { KnownFriend, KnowsCase, PeoplePack, RankingCase } from './people-cases';
import { personRows } from './person-series';
import type { PersonSeries, ResampledRow } from './person-series';
import { appRankings, simpleRankings } from './ranking-cases';
import { packAverages, averageWay, creatorWay, likenessWay, ownMean, randomWay } from './simple-ways';
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
  const rowsOf = (series: readonly PersonSeries[]): readonly ResampledRow[] =>
    series.flatMap((one) => personRows(suite, pack.name, one));
  const friendRows = (
    variant: string,
    chosen: readonly FriendCase[],
    methods: readonly (readonly [string, FriendScore])[],
    crowd: Crowd,
  ): readonly ResampledRow[] => {
    const knows = chosen.filter((one) => one.form === 'knows');
    return knows.length > 0
      ? allKnowsRows(pack.name, knows, methods, crowd)
      : rowsOf(methods.map(([method, score]) => friendSeries(variant, chosen, method, score, crowd)));
  };
  const byVariant = grouped(friends, (one) => one.variant);
  const pool = poolOf(
    pack.items,
    pack.cases.filter((one) => one.form !== 'ranking'),
  );
  let simple: readonly ResampledRow[] | null = null;
  for (const crowd of options.crowds) {
    await app.setLibrary(pack.items, crowd);
    found.push(...rowsOf(await appRankings(ranking, app, crowd, step)));
    for (const [variant, chosen] of byVariant) {
      const scores = await appFriendScores(variant, chosen, pool, app, step);
      const methods = [['handpicked', scores.handpicked] as const, ['task-score', scores.taskScore] as const];
      found.push(...friendRows(variant, chosen, methods, crowd));
    }
    // Simple ways do as they do whatever the app may see: they are worked out once.
    if (simple === null) {
      const likeness = likenessWay(pack.items);
      simple = [
        ...rowsOf(simpleRankings(ranking, rankingWays(pack, ranking, app, likeness, training), crowd)),
        ...[...byVariant].flatMap(([variant, chosen]) =>
          friendRows(variant, chosen, friendWays(chosen, likeness, training), crowd),
        ),
      ];
    }
    found.push(...simple.map((row) => ({ ...row, crowd })));
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
  const averages = packAverages(items, (id) => app.tableRating(id));
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
  const knows = cases.some(({ form }) => form === 'knows');
  const neighbours = training === null ? null : new ItemNeighbours(training, [...new Set(cases.flatMap(itemsOf))]);
  return [
    ['random', asked(randomWay)],
    ['likeness', asked(likeness)],
    ...(knows ? [] : [['own-mean', ({ events }: KnownFriend) => ownMean(events)] as const]),
    ...(neighbours === null
      ? []
      : [['item-knn', asked(({ events, candidates }) => neighbours.scores(events, candidates, true))] as const]),
    ...(knows && training !== null
      ? [['popularity', (_: KnownFriend, item: ItemId) => training.counts.get(item) ?? 0] as const]
      : []),
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
  methods: readonly (readonly [string, FriendScore])[],
  crowd: Crowd,
): readonly ResampledRow[] {
  return methods.flatMap(([method, score]) => {
    const scores = Float64Array.from(cases, (one) => score(one.friend, one.item, one.id));
    if (method !== 'handpicked') return knowsRows(pack, cases, method, crowd, scores, false);
    return [
      ...knowsRows(pack, cases, method, crowd, scores.map(sigmoid), true),
      ...knowsRows(pack, cases, WITH_ANSWERS, crowd, withEarlierAnswers(cases, scores), true),
    ];
  });
}

/** As the app goes on: each chance with the level that the same friend's earlier answers taught. */
const WITH_ANSWERS = 'handpicked-with-answers';

function withEarlierAnswers(cases: readonly KnowsCase[], estimates: Float64Array): Float64Array {
  const models = new Map<string, PKnowsModel>();
  return Float64Array.from(cases, ({ friend: { friend }, knew }, place) => {
    const model = models.get(friend) ?? new PKnowsModel();
    models.set(friend, model);
    const [estimate, person] = [estimates[place] ?? 0, personId(friend)];
    const [chance = Number.NaN] = model.chances(person, Float64Array.of(estimate), ['screen']);
    model.learn({ personId: person, estimate, group: 'screen', label: knew ? 1 : 0 });
    return chance;
  });
}
