import { NEUTRAL_DIALS } from '../../../renderer/src/domain/dials/dials';
import { tasteHistory } from '../../../renderer/src/domain/taste-history';
import type { TasteProfile, TasteReaction } from '../../../renderer/src/domain/taste-profile';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { auc, ndcg, rankedRelevance } from '../../../renderer/src/recommend/evaluating/metrics';
import { itemRows } from '../../../renderer/src/recommend/item-index';
import type { ItemIndex, ItemRows } from '../../../renderer/src/recommend/item-index';
import { PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import type { TasteModel } from '../../../renderer/src/recommend/model/model-ports';
import { Assessor } from '../../../renderer/src/recommend/ranking/assessor';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import { hash } from '../baselines';
import { openDescribe } from '../describing';
import { openBundle } from '../node-model';
import type { BenchmarkOptions, Crowd } from '../options';
import { listPacks, readPack } from '../pack';
import { withDifferencesAndMeans } from '../people/paired-differences';
import { report } from '../people/people-suite';
import { personRows } from '../people/person-series';
import type { PersonSeries, ResampledRow } from '../people/person-series';
import { profileOfEvents } from '../profile-of-events';
import { rememberingModel } from '../remembering-model';
import { UsageError } from '../usage-error';
import { answerOf, pairFriends } from './pair-friends';
import type { PairFriend } from './pair-friends';
import { DEFAULT_PAIR_METHODS, PAIR_METHODS, pairMethods, PASSED_OVER } from './pair-methods';
import type { PairEngine, PairMethod, PairMethodName } from './pair-methods';

/** Answers after which the picks are judged. */
const STAGES = [0, 3, 6, 12] as const;
/** A fixed day, and a few seconds for each question. */
const NOW = Date.UTC(2026, 0, 1);
const SECONDS_EACH = 5000;
const OWN_RATING = 0.9;

/** What a friend's picks are worth after each stage. */
interface Stage {
  readonly metrics: Readonly<Record<'ndcg@5' | 'auc' | 'asked' | 'certainty', number>>;
}

/** `--suite pairs`: simulated friends answer "which would you pick?", and their picks are judged as they do. */
export async function runPairsSuite(options: BenchmarkOptions): Promise<void> {
  const methods = options.methods.length === 0 ? DEFAULT_PAIR_METHODS : options.methods.map(methodNamed);
  const model = rememberingModel(await openBundle(options.model, options.without));
  const describe = await openDescribe(options.catalogue);
  const names = listPacks(options.packs, options.only);
  console.log(`${model.manifest.name} ${model.manifest.version}, pairs, on ${String(names.length)} packs`);
  const start = performance.now();
  const rows: ResampledRow[] = [];
  for (const name of names) {
    const pack = await readPack(options.packs, name, null, null);
    const friends = pairFriends(pack, options.limit);
    if (friends.length === 0) continue;
    for (const crowd of options.crowds) {
      const asking = new PairSitting(model);
      await asking.library.set(
        describe(pack.items.map((item) => (crowd === 'on' ? item : { ...item, crowd: null }))),
        {},
      );
      const found = new Map<PairMethodName, (readonly Stage[])[]>(methods.map((method) => [method, []]));
      for (const friend of friends)
        for (const method of methods) found.get(method)?.push(await asking.stages(friend, method));
      for (const [method, stages] of found)
        rows.push(...seriesOf(method, crowd, friends, stages).flatMap((one) => personRows('pairs', name, one)));
    }
    console.log(`${name}: ${String(friends.length)} friends, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  await report(
    withDifferencesAndMeans(rows, (one) => one === 'telling'),
    options,
    start,
  );
}

function methodNamed(name: string): PairMethodName {
  const found = PAIR_METHODS.find((method) => method === name);
  if (found === undefined) throw new UsageError(`--methods takes ${PAIR_METHODS.join(', ')}; not "${name}".`);
  return found;
}

function seriesOf(
  method: PairMethodName,
  crowd: Crowd,
  friends: readonly PairFriend[],
  found: readonly (readonly Stage[])[],
): readonly PersonSeries[] {
  return STAGES.flatMap((answers, stage) =>
    (['ndcg@5', 'auc', 'asked', 'certainty'] as const)
      .map((metric) => ({
        variant: `n=${String(answers)}`,
        method,
        crowd,
        metric,
        cases: friends.flatMap(({ name }, place) => {
          const value = found[place]?.[stage]?.metrics[metric] ?? Number.NaN;
          return Number.isNaN(value) ? [] : [{ k: null, parts: [{ value, people: [name] as const }] }];
        }),
      }))
      .filter(({ cases }) => cases.length > 0),
  );
}

/** @param passedOver what a thing passed over counts for in the history, 0..1; null = it is not in it, as in the app */
function profileAfter(
  { name }: PairFriend,
  reactions: readonly TasteReaction[],
  passedOver: number | null,
): TasteProfile {
  const chosen = tasteHistory(reactions);
  if (passedOver === null) return profileOfEvents(name, chosen, { reactions: [...reactions] });
  const others = reactions.flatMap(({ otherItemId, at }) =>
    otherItemId === null ? [] : [{ itemId: otherItemId, rating: passedOver, at }],
  );
  const events = [...others, ...chosen].toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
  return profileOfEvents(name, events, { reactions: [...reactions] });
}

/** The app's own code around one pack's library, without worker and database. */
class PairSitting {
  readonly library: EncodedLibrary;
  readonly #methods: Readonly<Record<PairMethodName, PairMethod>>;
  readonly #assessor: Assessor;

  constructor(model: TasteModel) {
    this.library = new EncodedLibrary(model);
    const scorer = new TaskScorer(model, this.library);
    const engine: PairEngine = { scorer, library: this.library, estimator: new Estimator(scorer, this.library, model) };
    const learning = new PersonalLearning(scorer, this.library, engine.estimator);
    this.#methods = pairMethods(engine);
    this.#assessor = new Assessor(scorer, this.library, learning, engine.estimator, null);
  }

  /** Asks until the friend has answered twelve times, or no pair is left: then the later stages are as the last. */
  async stages(friend: PairFriend, method: PairMethodName): Promise<readonly Stage[]> {
    const [pool, targets] = [this.#rows(friend.pool), this.#rows(friend.candidates)];
    const random = seededRandom(hash(friend.name));
    const reactions: TasteReaction[] = [];
    const asked = new Set<ItemIndex>();
    const found: Stage[] = [];
    for (;;) {
      const profile = profileAfter(friend, reactions, PASSED_OVER[method] ?? null);
      const { pair, certainty = Number.NaN } = await this.#methods[method]({ profile, pool, targets, asked, random });
      if (reactions.length === STAGES[found.length])
        found.push(await this.#judged(friend, profile, targets, asked.size / 2, certainty));
      if (pair === null || found.length === STAGES.length) break;
      for (const row of pair) asked.add(row);
      const [left, right] = [this.library.item(pair[0]).id, this.library.item(pair[1]).id];
      const chosen = answerOf(friend, [left, right]);
      if (chosen !== null)
        reactions.push({
          itemId: chosen,
          otherItemId: chosen === left ? right : left,
          type: 'chosen-over',
          rating: null,
          outcome: null,
          at: NOW + asked.size * SECONDS_EACH,
        });
    }
    const profile = profileAfter(friend, reactions, PASSED_OVER[method] ?? null);
    while (found.length < STAGES.length)
      found.push(await this.#judged(friend, profile, targets, asked.size / 2, Number.NaN));
    return found;
  }

  async #judged(
    { candidates, liked }: PairFriend,
    profile: TasteProfile,
    targets: ItemRows,
    asked: number,
    certainty: number,
  ): Promise<Stage> {
    const [assessment] = await this.#assessor.assess(
      [{ profile, items: Array.from(targets, (row) => ({ row, ownRating: OWN_RATING })), dials: NEUTRAL_DIALS }],
      { others: [], now: NOW, purpose: 'send' },
    );
    const interest = assessment?.interest ?? new Float64Array(targets.length);
    const relevant = candidates.map((id) => liked.has(id));
    return {
      metrics: {
        'ndcg@5': ndcg(rankedRelevance(interest, relevant), 5),
        auc: auc(interest, relevant),
        asked,
        certainty,
      },
    };
  }

  #rows(ids: PairFriend['pool']): ItemRows {
    return itemRows(ids.flatMap((id) => this.library.rowOf(id) ?? []));
  }
}
