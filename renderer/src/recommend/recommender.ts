/**
 * The recommender. Order of a question; README.md beside this file has one line per folder:
 *
 *   items ──── encoding/ ── encoded-library ─┐
 *   history ── encoding/ ── model/ ──────────┴─ scoring/task-scorer: heads and channels (what the benchmark measures)
 *                                                 │
 *                              estimating/: features of each item for the person, and of them
 *                                P(like), interest, P(knows) as the bundle weighs them
 *   answers ─── learning/ ───────────────────────┐│
 *   candidates ─ ranking/eligibility ────────────┴┴─ ranking/assessment: the value of sending each item
 *                                                      ├─ ranking/slate, diversity: the picks
 *                                                      ├─ exploring/: one place may be drawn at random
 *                                                      └─ explaining/: reasons and breakdown
 *
 * Pure: time, engine and model are arguments; nothing here reads a clock, a file or a database.
 */
import { itemRows, rowAt } from './item-index';
import type { ItemIndex, ItemRows } from './item-index';
import type { Backtest } from '../domain/backtest';
import type { Breakdown } from '../domain/breakdown';
import { NEUTRAL_DIALS } from '../domain/dials/dials';
import { AppError } from '../domain/errors';
import type { ItemId } from '../domain/ids';
import type { LearnedWeight } from '../domain/learning';
import { WILDCARD_POLICIES } from '../domain/policy-estimate';
import type { PolicyEstimate } from '../domain/policy-estimate';
import type { LikelyTag, Recommendation, Slate } from '../domain/recommendation';
import type {
  BacktestRequest,
  BreakdownRequest,
  FameRequest,
  FriendsForItemRequest,
  LibraryItem,
  LikelyTagsRequest,
  NextChoice,
  NextChoiceRequest,
  PairsRequest,
  PicksRequest,
  SimilarItem,
  SimilarRequest,
  TogetherPick,
  TogetherRequest,
  WeightsRequest,
  WildcardsRequest,
} from '../domain/recommendation-request';
import { Assessor } from './ranking/assessor';
import type { Assessment } from './ranking/assessment';
import { EncodedLibrary } from './encoded-library';
import { backtest } from './evaluating/backtest';
import { Guides } from './evaluating/guides';
import { SimpleWays } from './evaluating/simple-ways';
import { seededRandom } from './math/seeded-random';
import { fameInTable } from './eliciting/fame-in-table';
import { NextChoices } from './eliciting/next-choices';
import { breakdownOf } from './explaining/breakdown';
import { confidenceOf } from './explaining/confidence';
import { Estimator } from './estimating/estimator';
import { eventContributions } from './explaining/event-contributions';
import { reasonsFor } from './explaining/reasons';
import { estimateOffPolicy } from './exploring/off-policy';
import { loggedChoice } from './exploring/wildcard-policies';
import { WildcardSlot } from './exploring/wildcard-slot';
import { PersonalLearning } from './learning/personal-learning';
import type { CallContext, Recommender, RecommenderOptions, TaskRequest } from './recommender-api';
import { chooseTogether } from './ranking/decide-together';
import { allowedItems, eligibleItems } from './ranking/eligibility';
import { spreadPairs } from './ranking/pairs';
import { similarItems } from './ranking/similar';
import { slateOf } from './ranking/slate';
import { bestByTask } from './scoring/best-by-task';
import { TaskScorer } from './scoring/task-scorer';

/** Histories encoded to explain one slate: a whole window for five picks, shared among the people asked about. */
const EXPLAINING_BUDGET = 64;
const MIN_EXPLAINED = 4;
const BREAKDOWN_SEED = 1;

export function createRecommender(options: RecommenderOptions): Recommender {
  return new LibraryRecommender(options);
}

class LibraryRecommender implements Recommender {
  readonly #library: EncodedLibrary;
  readonly #scorer: TaskScorer;
  readonly #estimator: Estimator;
  readonly #learning: PersonalLearning;
  readonly #guides: Guides;
  readonly #assessor: Assessor;
  readonly #wildcards: WildcardSlot;
  readonly #simpleWays: SimpleWays;
  readonly #choices: NextChoices;

  constructor(private readonly options: RecommenderOptions) {
    this.#library = new EncodedLibrary(options.model);
    this.#scorer = new TaskScorer(options.model, this.#library);
    this.#estimator = new Estimator(this.#scorer, this.#library, options.model);
    this.#learning = new PersonalLearning(this.#scorer, this.#library, this.#estimator);
    this.#simpleWays = new SimpleWays(this.#library);
    this.#guides = new Guides(this.#learning, this.#simpleWays);
    this.#assessor = new Assessor(this.#scorer, this.#library, this.#learning, this.#estimator, this.#guides);
    this.#wildcards = new WildcardSlot(this.#library);
    this.#choices = new NextChoices(this.#scorer, this.#library, this.#estimator, options.model);
  }

  async setLibrary(items: readonly LibraryItem[], context: CallContext = {}): Promise<void> {
    if (await this.#library.set(items, context)) this.#invalidate();
  }

  async updateLibrary(
    upserts: readonly LibraryItem[],
    removals: readonly ItemId[],
    context: CallContext = {},
  ): Promise<void> {
    if (await this.#library.update(upserts, removals, context)) this.#invalidate();
  }

  recognised(): { readonly known: number; readonly total: number } {
    return this.#library.recognised();
  }

  async likelyTags({ itemIds, minConfidence, most }: LikelyTagsRequest): Promise<readonly (readonly LikelyTag[])[]> {
    return Array.from(this.rowsOf(itemIds), (row) => this.#library.tags.likely(row, minConfidence, most));
  }

  rowsOf(ids: readonly ItemId[]): ItemRows {
    return itemRows(
      ids.map((id) => {
        const row = this.#library.rowOf(id);
        if (row === undefined) throw new AppError('not-found', `The library holds no item ${id}.`);
        return row;
      }),
    );
  }

  scoreTasks(requests: readonly TaskRequest[], context: CallContext = {}): Promise<readonly Float64Array[]> {
    return this.#scorer.score(requests, context.throwIfCancelled);
  }

  bestByTask(request: TaskRequest, count: number, context: CallContext = {}): Promise<ItemRows> {
    return bestByTask(request, count, this.#scorer, context.throwIfCancelled);
  }

  async picks(request: PicksRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const assessment = await this.#assessPicks(request, context);
    if (assessment === undefined) return this.#slate([], 0, request.now, startedAt);
    // The wildcard takes one of the slate's places.
    const wildcardWanted = request.wildcardSeed !== null && request.count > 1;
    const best = slateOf(assessment, wildcardWanted ? request.count - 1 : request.count, request.now, this.#library);
    const judgements = wildcardWanted
      ? await this.#learning.judgements(request.profile, request.others, context.throwIfCancelled)
      : [];
    const wildcard =
      request.wildcardSeed === null || !wildcardWanted
        ? null
        : this.#wildcards.draw(assessment, judgements, best, request.wildcardSeed);
    const chosen =
      wildcard === null ? slateOf(assessment, request.count, request.now, this.#library) : [...best, wildcard.index];
    const recommendations = await this.#explained(
      assessment,
      chosen,
      EXPLAINING_BUDGET,
      context,
      wildcard?.index ?? null,
    );
    const slate = this.#slate(recommendations, assessment.items.length, request.now, startedAt);
    return { ...slate, wildcard: wildcard?.record ?? null };
  }

  async breakdown(request: BreakdownRequest, context: CallContext = {}): Promise<Breakdown> {
    const row = this.#library.rowOf(request.itemId);
    const assessment = await this.#assessPicks(request, context, row);
    const index = assessment?.rows.indexOf(row ?? -1) ?? -1;
    if (assessment === undefined || index < 0)
      throw new AppError('not-found', 'This thing is no longer among what could be picked.');
    return await breakdownOf(
      assessment,
      index,
      this.#scorer,
      this.#estimator,
      this.#library,
      seededRandom(BREAKDOWN_SEED),
      context.throwIfCancelled,
    );
  }

  async friendsForItem(request: FriendsForItemRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const target = this.#library.rowOf(request.candidate.itemId);
    const others = request.candidates.filter(({ itemId }) => itemId !== request.candidate.itemId);
    const asked = request.profiles.flatMap((profile) => {
      // The owner chose this item: it need not be well rated, only allowed for this person.
      const own = allowedItems([request.candidate, ...others], profile, this.#library).filter(
        ({ row }) => row === target,
      );
      return own.length === 0
        ? []
        : own.map(({ row: about }) => ({
            profile,
            dials: NEUTRAL_DIALS,
            items: [...own, ...eligibleItems(others, profile, this.#library, 1)],
            about,
          }));
    });
    const assessments = await this.#assessor.assess(asked, { ...request, purpose: 'send' }, context.throwIfCancelled);
    const budget = shareOfBudget(assessments.length);
    const recommendations: Recommendation[] = [];
    for (const assessment of assessments)
      recommendations.push(...(await this.#explained(assessment, [0], budget, context)));
    return this.#slate(
      recommendations.sort((left, right) => right.score - left.score),
      recommendations.length,
      request.now,
      startedAt,
    );
  }

  async pairs(request: PairsRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const asked = request.profiles.map((profile) => ({
      profile,
      dials: NEUTRAL_DIALS,
      items: eligibleItems(request.candidates, profile, this.#library, request.count),
    }));
    const assessments = await this.#assessor.assess(
      asked.filter(({ items }) => items.length > 0),
      { ...request, purpose: 'send' },
      context.throwIfCancelled,
    );
    const offers = assessments.flatMap((assessment, person) =>
      slateOf(assessment, request.count, request.now, this.#library).map((index) => ({
        person,
        index,
        row: rowAt(assessment.rows, index),
        value: assessment.values[index] ?? 0,
        slateKeys: this.#library.names(rowAt(assessment.rows, index)).slateKeys,
      })),
    );
    const chosen = spreadPairs(offers, request.count);
    const budget = shareOfBudget(chosen.length);
    const recommendations: Recommendation[] = [];
    for (const { person, index } of chosen) {
      const assessment = assessments[person];
      if (assessment !== undefined)
        recommendations.push(...(await this.#explained(assessment, [index], budget, context)));
    }
    return this.#slate(
      recommendations,
      new Set(assessments.flatMap(({ rows }) => [...rows])).size,
      request.now,
      startedAt,
    );
  }

  async together(
    { profiles, candidates, count, rule, ...request }: TogetherRequest,
    context: CallContext = {},
  ): Promise<readonly TogetherPick[]> {
    // Only what is allowed for everybody, so that all people are asked about the same items in the same order.
    const allowed = profiles.map((profile) => allowedItems(candidates, profile, this.#library));
    const common = (allowed[0] ?? []).filter(({ row }) =>
      allowed.every((items) => items.some((item) => item.row === row)),
    );
    if (common.length === 0) return [];
    const rows = itemRows(common.map(({ row }) => row));
    const assessments = await this.#assessor.assess(
      // What is good for one may be nobody else's best: everything is known of every item.
      profiles.map((profile) => ({ profile, dials: NEUTRAL_DIALS, items: common, about: 'all' })),
      { ...request, purpose: 'own' },
      context.throwIfCancelled,
    );
    return chooseTogether(
      rule,
      assessments.map(({ fit }) => fit),
      count,
    ).map(({ index, score }) => ({
      itemId: this.#library.item(rowAt(rows, index)).id,
      score,
      fits: assessments.map((assessment) => ({
        personId: assessment.profile.personId,
        fit: assessment.fit[index] ?? 0,
        chance: this.#shownChance(assessment, index),
      })),
    }));
  }

  async similar({ itemId, candidates, count }: SimilarRequest): Promise<readonly SimilarItem[]> {
    const row = rowAt(this.rowsOf([itemId]), 0);
    return similarItems(
      row,
      this.rowsOf(candidates.filter((id) => this.#library.rowOf(id) !== undefined)),
      count,
      this.#library,
    );
  }

  async weights({ profile, others }: WeightsRequest, context: CallContext = {}): Promise<readonly LearnedWeight[]> {
    const [learner] = await this.#learning.learners([profile], others, context.throwIfCancelled);
    return learner?.weights() ?? [];
  }

  async compareWildcards({ outcomes }: WildcardsRequest): Promise<readonly PolicyEstimate[]> {
    return WILDCARD_POLICIES.map((policy) => {
      const log = outcomes.map((outcome) => loggedChoice(outcome, policy)).filter((choice) => choice !== null);
      const { inversePropensity, selfNormalised, doublyRobust, n, effectiveSampleSize, tooLittle } =
        estimateOffPolicy(log);
      return { policy, inversePropensity, selfNormalised, doublyRobust, n, effectiveSampleSize, tooLittle };
    });
  }

  async backtest({ profiles, others }: BacktestRequest, context: CallContext = {}): Promise<Backtest> {
    return await backtest(profiles, others, this.#learning, this.#simpleWays, context);
  }

  async fame({ items }: FameRequest): Promise<readonly (number | null)[]> {
    return fameInTable(items, this.options.model, this.#library.text);
  }

  nextChoice(request: NextChoiceRequest, context: CallContext = {}): Promise<NextChoice> {
    return this.#choices.next(request, context);
  }

  /** What was worked out from the library is worked out again. */
  #invalidate(): void {
    this.#learning.invalidate();
    this.#simpleWays.invalidate();
    this.#guides.invalidate();
    this.#assessor.invalidate();
  }

  /** Undefined where no item may be offered. */
  async #assessPicks(request: PicksRequest, context: CallContext, about?: ItemIndex): Promise<Assessment | undefined> {
    const { profile, dials, candidates, count, purpose } = request;
    const items =
      purpose === 'own'
        ? allowedItems(candidates, profile, this.#library)
        : eligibleItems(candidates, profile, this.#library, count);
    if (items.length === 0) return undefined;
    const [assessment] = await this.#assessor.assess(
      [{ profile, dials, items, ...(about === undefined ? {} : { about }) }],
      request,
      context.throwIfCancelled,
    );
    return assessment;
  }

  async #explained(
    assessment: Assessment,
    chosen: readonly number[],
    budget: number,
    context: CallContext,
    wildcard: number | null = null,
  ): Promise<readonly Recommendation[]> {
    const contributions = await eventContributions(
      assessment,
      chosen,
      budget,
      this.#scorer,
      this.#estimator,
      this.#library,
      context.throwIfCancelled,
    );
    return chosen.map((index, place): Recommendation => ({
      itemId: this.#library.item(rowAt(assessment.rows, index)).id,
      personId: assessment.profile.personId,
      score: assessment.values[index] ?? 0,
      chance: this.#shownChance(assessment, index),
      fit: assessment.fit[index] ?? 0,
      pKnows: assessment.pKnows[index] ?? 0,
      confidence: confidenceOf(assessment, index, this.#library),
      reasons: reasonsFor(assessment, index, place, contributions, this.#estimator, this.#library),
      wildcard: index === wildcard,
    }));
  }

  /**
   * A chance is shown only where there is evidence for it: the model was trained on the kind, or reactions moved it.
   */
  #shownChance({ rows, chances, learned }: Assessment, index: number): number | null {
    return this.#library.isTrained(rowAt(rows, index)) || (learned[index] ?? 0) !== 0 ? (chances[index] ?? null) : null;
  }

  #slate(recommendations: readonly Recommendation[], eligibleCount: number, now: number, startedAt: number): Slate {
    const { model, engine, clock } = this.options;
    return {
      recommendations,
      eligibleCount,
      engine: model === null ? 'content' : engine(),
      modelVersion: model?.manifest.version ?? null,
      wildcard: null,
      createdAt: now,
      tookMilliseconds: clock() - startedAt,
    };
  }
}

function shareOfBudget(slates: number): number {
  return Math.max(MIN_EXPLAINED, Math.floor(EXPLAINING_BUDGET / Math.max(1, slates)));
}
