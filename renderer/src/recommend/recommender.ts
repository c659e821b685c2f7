/**
 * The recommender, as a map:
 *
 *   history ─ encoding/ ─ model-ports ─ scoring/ ─ task-scores ─┬─ the benchmark ranks by these
 *   items ─── encoding/ ─ catalogue ──────────────┘             │
 *                                                               └─ reranking/eligibility: what may be sent at all
 *                                                                  assessment: P(would like it) × P(does not know it)
 *                                                                  reranking/diversity: a slate, not five of a kind
 *                                                                  explaining/: what the score would lose without …
 *
 * Pure: time, engine and model arrive as arguments; nothing here reads a clock, a file or a database.
 */
import { AppError } from '../domain/errors';
import type { ItemId } from '../domain/ids';
import type { LikelyTag, Recommendation, Slate } from '../domain/recommendation';
import type { FriendsForItemRequest, LibraryItem, PairsRequest, PicksRequest } from '../domain/recommendation-request';
import type { TasteProfile } from '../domain/taste-profile';
import { assess } from './assessment';
import type { Assessment } from './assessment';
import { Catalogue } from './catalogue';
import { confidenceOf } from './explaining/confidence';
import { eventContributions } from './explaining/event-contributions';
import { reasonsFor } from './explaining/reasons';
import type { CallContext, LikelyTagsOptions, Recommender, RecommenderOptions, TaskRequest } from './recommender-api';
import { diversify } from './reranking/diversity';
import type { DiversityInput } from './reranking/diversity';
import { allowedItems, eligibleItems } from './reranking/eligibility';
import type { EligibleItem } from './reranking/eligibility';
import { spreadPairs } from './reranking/pairs';
import { topK } from './scoring/top-k';
import { TaskScorer } from './task-scores';

/** Histories encoded to explain one slate: a whole window for five picks, shared out where many people are asked about. */
const EXPLAINING_BUDGET = 64;
const LEAST_EXPLAINED = 4;
/** What suits a person less than this is not sent for being unknown, as long as there is this much choice per place. */
const FIT_FLOOR = 0.75;
const CHOICE_PER_PLACE = 3;
/** After this many events, the kinds a person is after are known, and are not mixed for the sake of it. */
const KINDS_TOLD_BY = 3;
/** A tag is suggested where it is more likely than not, and no more of them than are read at a glance. */
const LEAST_TAG_CONFIDENCE = 0.5;
const MOST_LIKELY_TAGS = 5;

export function createRecommender(options: RecommenderOptions): Recommender {
  return new CatalogueRecommender(options);
}

class CatalogueRecommender implements Recommender {
  readonly #catalogue: Catalogue;
  readonly #scorer: TaskScorer;

  constructor(private readonly options: RecommenderOptions) {
    this.#catalogue = new Catalogue(options.model);
    this.#scorer = new TaskScorer(options.model, this.#catalogue);
  }

  async setLibrary(items: readonly LibraryItem[], context: CallContext = {}): Promise<void> {
    await this.#catalogue.set(items, context);
  }

  async updateLibrary(upserts: readonly LibraryItem[], removals: readonly ItemId[], context: CallContext = {}): Promise<void> {
    await this.#catalogue.update(upserts, removals, context);
  }

  recognised(): { readonly known: number; readonly total: number } {
    return this.#catalogue.recognised();
  }

  likelyTags(ids: readonly ItemId[], { leastConfidence = LEAST_TAG_CONFIDENCE, most = MOST_LIKELY_TAGS }: LikelyTagsOptions = {}): readonly (readonly LikelyTag[])[] {
    return Array.from(this.rowsOf(ids), (row) => this.#catalogue.likelyTags(row, leastConfidence, most));
  }

  rowsOf(ids: readonly ItemId[]): Int32Array {
    return Int32Array.from(ids, (id) => {
      const row = this.#catalogue.rowOf(id);
      if (row === undefined) throw new AppError('not-found', `The library holds no item ${id}.`);
      return row;
    });
  }

  scoreTasks(requests: readonly TaskRequest[], context: CallContext = {}): Promise<readonly Float64Array[]> {
    return this.#scorer.score(requests, context.throwIfCancelled);
  }

  async picks(request: PicksRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const items = eligibleItems(request.candidates, request.profile, this.#catalogue, request.count);
    const [assessment] = await this.#assess([{ profile: request.profile, items }], request.now, context);
    if (assessment === undefined) return this.#slate([], 0, request.now, startedAt);
    const chosen = this.#diverse(assessment, request.count);
    const recommendations = await this.#explained(assessment, chosen, EXPLAINING_BUDGET, context);
    return this.#slate(recommendations, items.length, request.now, startedAt);
  }

  async friendsForItem(request: FriendsForItemRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const target = this.#catalogue.rowOf(request.candidate.itemId);
    const others = request.candidates.filter(({ itemId }) => itemId !== request.candidate.itemId);
    const asked = request.profiles.flatMap((profile) => {
      // The owner chose this item: it need not be rated well, only be fit to be sent to this person.
      const own = allowedItems([request.candidate, ...others], profile, this.#catalogue).filter(({ row }) => row === target);
      return own.length === 0 ? [] : [{ profile, items: [...own, ...eligibleItems(others, profile, this.#catalogue, 1)] }];
    });
    const assessments = await this.#assess(asked, request.now, context);
    const budget = shareOfBudget(assessments.length);
    const recommendations: Recommendation[] = [];
    for (const assessment of assessments) recommendations.push(...await this.#explained(assessment, [0], budget, context));
    return this.#slate(recommendations.sort((left, right) => right.score - left.score), recommendations.length, request.now, startedAt);
  }

  async pairs(request: PairsRequest, context: CallContext = {}): Promise<Slate> {
    const startedAt = this.options.clock();
    const asked = request.profiles.map((profile) => ({ profile, items: eligibleItems(request.candidates, profile, this.#catalogue, request.count) }));
    const assessments = await this.#assess(asked.filter(({ items }) => items.length > 0), request.now, context);
    const offers = assessments.flatMap((assessment, person) => this.#diverse(assessment, request.count)
      .map((index) => ({ person, index, row: assessment.rows[index] ?? 0, value: assessment.values[index] ?? 0, seriesKeys: this.#catalogue.names(assessment.rows[index] ?? 0).seriesKeys })));
    const chosen = spreadPairs(offers, request.count);
    const budget = shareOfBudget(chosen.length);
    const recommendations: Recommendation[] = [];
    for (const { person, index } of chosen) {
      const assessment = assessments[person];
      if (assessment !== undefined) recommendations.push(...await this.#explained(assessment, [index], budget, context));
    }
    return this.#slate(recommendations, new Set(assessments.flatMap(({ rows }) => [...rows])).size, request.now, startedAt);
  }

  /** One assessment per person, their histories encoded together. */
  async #assess(asked: readonly { readonly profile: TasteProfile; readonly items: readonly EligibleItem[] }[], now: number, context: CallContext): Promise<readonly Assessment[]> {
    const histories = asked.map(({ profile }) => this.#scorer.usable(profile.events));
    const queries = await this.#scorer.queries(histories, 'warm', context.throwIfCancelled);
    const width = this.#catalogue.heads * this.#catalogue.dim;
    return asked.map(({ profile, items }, index) => {
      context.throwIfCancelled?.();
      return assess({ profile, items, history: histories[index] ?? [], queries, offset: index * width, now }, this.#scorer, this.#catalogue);
    });
  }

  #diverse(assessment: Assessment, count: number): readonly number[] {
    const catalogue = this.#catalogue;
    const row = (index: number): number => assessment.rows[index] ?? 0;
    const events = assessment.history.length;
    const ranked = topK(assessment.values, assessment.values.length);
    const fitting = ranked.filter((index) => (assessment.fit[index] ?? 0) >= FIT_FLOOR);
    const input: DiversityInput = {
      values: assessment.values,
      similarity: (left, right) => Math.max(0, catalogue.likeness(row(left), row(right))),
      seriesKeys: (index) => catalogue.names(row(index)).seriesKeys,
      creators: (index) => catalogue.names(row(index)).creators,
      group: (index) => catalogue.names(row(index)).group,
      kindSpread: Math.max(0, 1 - events / KINDS_TOLD_BY),
    };
    const chosen = fitting.length >= count * CHOICE_PER_PLACE ? diversify(fitting, count, input) : [];
    return chosen.length === count ? chosen : diversify(ranked, count, input);
  }

  async #explained(assessment: Assessment, chosen: readonly number[], budget: number, context: CallContext): Promise<readonly Recommendation[]> {
    const contributions = await eventContributions(assessment, chosen, budget, this.#scorer, this.#catalogue, context.throwIfCancelled);
    return chosen.map((index, place): Recommendation => ({
      itemId: this.#catalogue.item(assessment.rows[index] ?? 0).id,
      personId: assessment.profile.personId,
      score: assessment.values[index] ?? 0,
      fit: assessment.fit[index] ?? 0,
      knowsItChance: assessment.knowing[index] ?? 0,
      confidence: confidenceOf(assessment, index, this.#catalogue),
      reasons: reasonsFor(assessment, index, place, contributions, this.#scorer, this.#catalogue),
    }));
  }

  #slate(recommendations: readonly Recommendation[], eligibleCount: number, now: number, startedAt: number): Slate {
    const { model, engine, clock } = this.options;
    return {
      recommendations, eligibleCount,
      engine: model === null ? 'content' : engine(),
      modelVersion: model?.manifest.version ?? null,
      createdAt: now,
      tookMilliseconds: clock() - startedAt,
    };
  }
}

function shareOfBudget(slates: number): number {
  return Math.max(LEAST_EXPLAINED, Math.floor(EXPLAINING_BUDGET / Math.max(1, slates)));
}
