import { rowAt } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import { OWNER_ID } from '../../domain/ids';
import type { ItemId, PersonId } from '../../domain/ids';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { CallContext } from '../recommender-api';
import type { TaskScorer } from '../scoring/task-scorer';
import { HalfLifeCache } from './half-life-cache';
import { FTRL_DEFAULTS, FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';
import { OwnEstimates, PeoplePrior, PRIOR_DEFAULTS } from './hierarchical-prior';
import type { PriorOptions } from './hierarchical-prior';
import { learnInOrder } from './learn-in-order';
import { NO_JUDGEMENTS, pastJudgements } from './past-judgements';
import type { JudgementLog, PastJudgement } from './past-judgements';
import { itemFeatures, modelFeatures, withModelFeatures } from './item-features';
import type { ItemModelScores, SparseFeatures } from './item-features';
import type { EstimatedItems, Estimator } from '../estimating/estimator';
import type { FeatureValues } from '../estimating/features';
import { withOwn, withoutThemselves } from '../estimating/without-itself';

/** What is switched on; the benchmark switches parts off to measure them. */
export interface LearningParts {
  /** Learning from the person's own reactions. */
  readonly own: boolean;
  /** Starting from the prior of other people's reactions. */
  readonly prior: boolean;
  /**
   * Ratings teach too, not only answers to picks and what was said of them. Off: on real libraries it gains nothing
   * (`npm run benchmark -- --suite own-learning`), because the estimates read the same ratings already.
   */
  readonly ratings: boolean;
}

export interface LearnerOptions {
  readonly rates: Pick<FtrlOptions, 'alpha' | 'beta' | 'l1' | 'l2'>;
  readonly prior: PriorOptions;
}

export const LEARNER_DEFAULTS: LearnerOptions = { rates: FTRL_DEFAULTS, prior: PRIOR_DEFAULTS };

export const EVERY_PART: LearningParts = { own: true, prior: true, ratings: true };
/** What is on in the app. */
export const SHIPPED_PARTS: LearningParts = { ...EVERY_PART, ratings: false };

export interface ScoresQuestion {
  readonly profile: TasteProfile;
  /** Items asked about. */
  readonly rows: ItemRows;
}

/** Scores of some items for one person, from the model and the learner; arrays run over the items. */
export interface PersonalScores {
  readonly history: readonly WindowEvent[];
  readonly learner: FtrlProximal;
  readonly features: FeatureValues;
  /** The bundle's log-odds of liking each once met. */
  readonly offsets: Float64Array;
  /** Log-odds added by the learner, per item. */
  readonly corrections: Float64Array;
  /** Features of one of the items. */
  readonly featuresOf: (index: number) => SparseFeatures;
  /** As of `EstimatedItems`. */
  readonly completed: ((places: Int32Array) => PersonalScores) | null;
}

/** A judgement and the chance of liking, 0..1, that was predicted before it. */
export interface Predicted {
  readonly judgement: PastJudgement;
  readonly chance: number;
}

/** How many of each person's newest judgements are predicted, and how many of the newest lessons are learned from. */
const MAX_JUDGEMENTS = 200;

/** Judgements that teach, or all of them: those that do not are still predicted by the backtest. */
type Which = 'lessons' | 'all';

/**
 * What reactions teach, per person. Only the reactions are stored: the same reactions give the same weights, so undo,
 * edits and restored backups need nothing else. Results are cached; a reaction added at the end costs one example.
 */
export class PersonalLearning {
  readonly #logs: Readonly<Record<Which, Map<PersonId, JudgementLog>>> = { lessons: new Map(), all: new Map() };
  readonly #estimates: OwnEstimates;
  readonly #halfLife = new HalfLifeCache();
  /** Features that do not depend on the person, by row, with the owner's rating they were made from. */
  readonly #features = new Map<ItemIndex, { readonly ownRating: number | null; readonly features: SparseFeatures }>();

  /** @param options of every learner; the benchmark tries others. */
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly estimator: Estimator,
    private readonly parts: LearningParts = SHIPPED_PARTS,
    private readonly options: LearnerOptions = LEARNER_DEFAULTS,
  ) {
    this.#estimates = new OwnEstimates(options.rates);
  }

  /** Call when the library has changed: facts, and so features, may have changed. */
  invalidate(): void {
    this.#logs.lessons.clear();
    this.#logs.all.clear();
    this.#features.clear();
    this.estimator.invalidate();
  }

  /** One learner per profile, in order. Its prior is fitted on `others` without the person. */
  async learners(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly FtrlProximal[]> {
    const { lessons, prior } = await this.#everybody(profiles, others, throwIfCancelled);
    const halfLifeDays = this.#halfLifeDaysOf(lessons);
    return profiles.map((profile) => {
      const learner = this.#newLearner(profile, prior);
      if (this.parts.own) learnInOrder(learner, lessons.get(profile.personId) ?? [], halfLifeDays);
      return learner;
    });
  }

  /** The model's and the learner's scores of items for each person, in order; histories are encoded together. */
  async scoresFor(
    asked: readonly ScoresQuestion[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly PersonalScores[]> {
    const learners = await this.learners(
      asked.map(({ profile }) => profile),
      others,
      throwIfCancelled,
    );
    const histories = asked.map(({ profile }) => this.scorer.usable(profile.events));
    const queries = await this.scorer.queries(histories, 'warm', throwIfCancelled);
    const apart = await withoutThemselves(
      asked.map(({ rows }, index) => ({ rows, history: histories[index] ?? [] })),
      this.scorer,
      this.estimator,
      throwIfCancelled,
    );
    const ownRatings = ratingsOfOwner(others);
    return asked.flatMap(({ profile: { personId }, rows }, index) => {
      throwIfCancelled?.();
      const [learner, history] = [learners[index], histories[index]];
      if (learner === undefined || history === undefined) return [];
      const facts = this.#factsOf(rows, ownerRatingsFor(personId, ownRatings));
      // Of most people nothing is learned yet: then no facts of a hundred thousand things are read.
      const silent = learner.weights().every(({ weight }) => weight === 0);
      const byFacts = silent ? null : Float64Array.from(rows, (_row, place) => learner.correction(facts(place)));
      const scoresOf = (estimated: EstimatedItems): PersonalScores => ({
        history,
        learner,
        features: estimated.features,
        offsets: estimated.like,
        corrections:
          byFacts?.map((own, place) => own + learner.correction(modelFeatures(scoresAt(estimated, place)))) ??
          new Float64Array(rows.length),
        featuresOf: (place) => withModelFeatures(facts(place), scoresAt(estimated, place)),
        completed: completing(estimated.completed, scoresOf),
      });
      const estimated = this.estimator.scores({ history, rows }, queries, index * this.scorer.queryWidth);
      return [scoresOf(withOwn(estimated, apart[index] ?? new Map()))];
    });
  }

  /** People's judgements in order, each with its prediction from those before it. Progress counts people. */
  async predicted(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    { throwIfCancelled, onProgress }: CallContext,
  ): Promise<readonly (readonly Predicted[])[]> {
    const { lessons, prior } = await this.#everybody(profiles, others, throwIfCancelled);
    const halfLifeDays = this.#halfLifeDaysOf(lessons);
    const ownRatings = ratingsOfOwner(others);
    const everybodys: (readonly Predicted[])[] = [];
    for (const profile of profiles) {
      throwIfCancelled?.();
      const judgements = await this.#judgementsOf(profile, 'all', ownRatings, throwIfCancelled);
      const learner = this.#newLearner(profile, prior);
      const predicted: Predicted[] = [];
      const predict = (judgement: PastJudgement): void => {
        predicted.push({ judgement, chance: learner.predict(judgement.features, judgement.offset) });
      };
      if (this.parts.own) learnInOrder(learner, judgements, halfLifeDays, predict, this.#teaches);
      else judgements.forEach(predict);
      everybodys.push(predicted);
      onProgress?.(everybodys.length, profiles.length);
    }
    return everybodys;
  }

  /** The newest judgements, oldest first. */
  async judgements(
    profile: TasteProfile,
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<readonly PastJudgement[]> {
    return await this.#judgementsOf(profile, 'all', ratingsOfOwner(others), throwIfCancelled);
  }

  readonly #teaches = ({ isRating }: Pick<PastJudgement, 'isRating'>): boolean => this.parts.ratings || !isRating;

  /** One half-life for everybody, estimated from all judgements; Infinity from few. */
  #halfLifeDaysOf(lessons: ReadonlyMap<PersonId, readonly PastJudgement[]>): number {
    return this.parts.own ? this.#halfLife.of([...lessons.values()]) : Infinity;
  }

  #newLearner({ personId, learning }: TasteProfile, prior: PeoplePrior | null): FtrlProximal {
    return new FtrlProximal({
      ...this.options.rates,
      prior: prior?.without(personId) ?? new Map(),
      pinned: new Map(Object.entries(learning.pinned)),
    });
  }

  /** What everybody taught, and the prior of it. Of a person who taught nothing no history is encoded. */
  async #everybody(
    profiles: readonly TasteProfile[],
    others: readonly TasteProfile[],
    throwIfCancelled?: () => void,
  ): Promise<{
    readonly lessons: ReadonlyMap<PersonId, readonly PastJudgement[]>;
    readonly prior: PeoplePrior | null;
  }> {
    const ownRatings = ratingsOfOwner(others);
    const everybody = new Map([...others, ...profiles].map((profile) => [profile.personId, profile]));
    const lessons = new Map<PersonId, readonly PastJudgement[]>();
    const read = this.parts.prior ? everybody.values() : this.parts.own ? profiles : [];
    for (const profile of read)
      lessons.set(profile.personId, await this.#judgementsOf(profile, 'lessons', ownRatings, throwIfCancelled));
    if (!this.parts.prior) return { lessons, prior: null };
    const estimates = [...lessons].map(([person, own]) => [person, this.#estimates.of(person, own)] as const);
    return { lessons, prior: new PeoplePrior(new Map(estimates), this.options.prior) };
  }

  /** Features of the rows that do not depend on the person, given the owner's ratings. */
  #factsOf(rows: ItemRows, ownRatings: ReadonlyMap<ItemId, number>): (index: number) => SparseFeatures {
    return (index) => {
      const row = rowAt(rows, index);
      const ownRating = ownRatings.get(this.library.item(row).id) ?? null;
      const found = this.#features.get(row);
      if (found?.ownRating === ownRating) return found.features;
      const features = factsAbout(row, ownRating, this.library);
      this.#features.set(row, { ownRating, features });
      return features;
    };
  }

  async #judgementsOf(
    profile: TasteProfile,
    which: Which,
    ownRatings: ReadonlyMap<ItemId, number>,
    throwIfCancelled?: () => void,
  ): Promise<readonly PastJudgement[]> {
    const own = ownerRatingsFor(profile.personId, ownRatings);
    const logs = this.#logs[which];
    const before = logs.get(profile.personId) ?? NO_JUDGEMENTS;
    const featuresOf = (rows: ItemRows, estimated: EstimatedItems): readonly SparseFeatures[] => {
      const facts = this.#factsOf(rows, own);
      return Array.from(rows, (_row, index) => withModelFeatures(facts(index), scoresAt(estimated, index)));
    };
    const log = await pastJudgements(
      profile,
      which === 'all' ? () => true : this.#teaches,
      MAX_JUDGEMENTS,
      before,
      featuresOf,
      this.scorer,
      this.estimator,
      this.library,
      throwIfCancelled,
    );
    logs.set(profile.personId, log);
    const { since } = profile.learning;
    return since === null ? log.judgements : log.judgements.filter(({ at }) => at !== null && at >= since);
  }
}

/** The owner's rating is no feature for the owner: it would predict itself. */
function ownerRatingsFor(person: PersonId, ownRatings: ReadonlyMap<ItemId, number>): ReadonlyMap<ItemId, number> {
  return person === OWNER_ID ? NO_RATINGS : ownRatings;
}

const NO_RATINGS: ReadonlyMap<ItemId, number> = new Map();

function ratingsOfOwner(profiles: readonly TasteProfile[]): ReadonlyMap<ItemId, number> {
  const owner = profiles.find(({ personId }) => personId === OWNER_ID);
  return new Map(
    (owner?.events ?? []).flatMap(({ itemId, rating }) => (rating === null ? [] : [[itemId, rating] as const])),
  );
}

function scoresAt({ features, like }: EstimatedItems, index: number): ItemModelScores {
  return {
    future: features.futureLift[index] ?? 0,
    content: (features.content[index] ?? 0) + (features.untrainedContent[index] ?? 0),
    offset: like[index] ?? 0,
  };
}

const completing = (
  completed: EstimatedItems['completed'],
  scoresOf: (estimated: EstimatedItems) => PersonalScores,
): PersonalScores['completed'] => (completed === null ? null : (places) => scoresOf(completed(places)));

function factsAbout(row: ItemIndex, ownRating: number | null, library: EncodedLibrary): SparseFeatures {
  const names = library.names(row);
  const { year, length, crowd, source = null } = library.item(row);
  return itemFeatures({
    group: names.group,
    kind: names.kind,
    tags: names.tags,
    creators: names.creators,
    year,
    length,
    source,
    ownRating,
    likelyTags: library.tags.guessed(row),
    popularity: library.popularity(row),
    knownRating: library.knownRating(row),
    crowdRating: crowd?.rating ?? null,
  });
}
